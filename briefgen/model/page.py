"""A page: free Markdown such as About or Method."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.model.handling import Handled


class PageFace(Handled):
    """What others may show or join on."""

    title: str
    slug: str = ""
    summary: str = ""
    lang: str = ""
    aliases: tuple[str, ...] = ()


class PageBody(Record):
    """The rest."""

    silence: dict[str, str] = {}
    extra: dict[str, object] = {}

"""What a rule of one item is, and what it may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefgen.model.base import Record
from briefgen.model.finding import Finding
from briefgen.model.handling import Status
from briefgen.model.item import AnyBody, AnyFace
from briefgen.model.page import PageFace


class ItemSubject(Record):
    """One item, and nothing of the rest of the site: so what is found in it holds until its file or
    the settings that reading depends on change, and is kept till then. `text` is the author's file,
    which ends in `markdown`; `language` is the tag of the language it is in.
    """

    face: AnyFace
    body: AnyBody
    text: str
    markdown: str
    language: str

    @property
    def tongue(self) -> str:
        """The language without region or script, such as "en"."""
        return self.language.partition("-")[0].casefold()

    @property
    def is_draft(self) -> bool:
        """A draft is allowed to be unfinished."""
        return self.face.keys.status is Status.DRAFT

    @property
    def is_page(self) -> bool:
        """Free pages report nothing."""
        return isinstance(self.face.keys, PageFace)


class ItemRule(Record):
    """A check of one item with its stable code, whose level stands in `levels.py`. It is a pure
    function of its subject. What it finds carries that code and, where a single word is meant, a
    mark.
    """

    code: str
    run: Callable[[ItemSubject], Iterable[Finding]]

"""A source before it is read, and after."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic, error
from briefgen.model.base import Record


class Material(Record):
    """The bytes of a source as they came. `name` is the file's, `address` where it was fetched in
    the end; `media_type` and `charset` are what a web server says, empty where nobody did.
    """

    data: bytes
    name: str = ""
    address: str = ""
    media_type: str = ""
    charset: str = ""


class Found(Record):
    """What could be read of a source; what was not found is empty. `snapshot` are the bytes to
    keep, and `text` says the same: its lines are those of the snapshot. `published` is YYYY-MM-DD.
    """

    snapshot: bytes = b""
    text: str = ""
    title: str = ""
    publisher: str = ""
    author: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    language: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()


def unread(code: str, message: str, hint: str = "") -> Found:
    """Nothing, and why."""
    return Found(diagnostics=(error(code, message, hint=hint),))

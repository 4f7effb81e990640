"""What came of an attempt to write files for a user."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic
from briefgen.model.base import Record


class Made(Record):
    """The files that were written (absolute), or why none was. `slug` is that of a new item."""

    written: tuple[str, ...] = ()
    slug: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()

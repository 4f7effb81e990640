"""What a file has that no file before it had.

Most of a page stands in other pages too: the head, the menu, the card of an article in a dozen
lists. Nothing that could be found runs on where a block ends. So a file of markup is cut there, and
what is new is decoded; the texts in that, divided at the same places, are searched if they are new.
In an archive that is a quarter of all. What is known is kept by digests of eight bytes that differ
from run to run.
"""

from __future__ import annotations

import re
from typing import TypeVar

from briefgen.leaks.fold import BREAK

T = TypeVar("T", str, bytes)

# Elements that divide a text wherever they stand (none of them is among `markup.INLINE`).
_CUT = b"</p>"
_END = re.compile(rb"</(?:li|p|div|section|h[1-6]|d[dt]|article|td|tr|nav|header|footer|[ou]l|dl)>")


class Pieces:
    """What of one output folder is known to be clean."""

    def __init__(self) -> None:
        # Apart, for bytes and characters may have the same digest: what was cut, what was read.
        self._cut, self._read = _Known(), _Known()

    def begin(self, data: bytes) -> bytes:
        """Take the next file; what of it must be decoded."""
        # What is cut inside a comment would be read otherwise than in one piece. A file that is no
        # markup is new as a whole.
        if not data.startswith(b"<") or b"<!--" in data or b"\0" in data:
            return data
        return _CUT.join(self._cut.new_of(_END.split(data)))

    def new_in(self, text: str) -> str:
        """What of a decoded text of this file must be searched."""
        return BREAK.join(self._read.new_of(text.split(BREAK)))

    def end(self, *, clean: bool) -> None:
        """The file has been searched. What something was found in is looked at in every file that
        has it, for each of them leaks."""
        self._cut.end(clean=clean)
        self._read.end(clean=clean)


class _Known:
    """Digests of what was found clean, and of what is new in the file at hand."""

    def __init__(self) -> None:
        self._clean: set[int] = set()
        self._new: set[int] = set()

    def new_of(self, texts: list[T]) -> list[T]:
        fresh: list[T] = []
        clean, new = self._clean, self._new
        for text in texts:
            digest = hash(text)
            if digest not in clean and digest not in new:
                new.add(digest)
                fresh.append(text)
        return fresh

    def end(self, *, clean: bool) -> None:
        if clean:
            self._clean |= self._new
        self._new = set()

"""A quoted span of a text."""

from __future__ import annotations

import re

from briefgen.model.base import Record

# A quotation of so few words stands in any text by chance: finding it there proves nothing.
TOO_FEW = 2
# The same for scripts that put no space between words, in characters.
TOO_SHORT = 4
_WORD = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
# Not the spaces that do not break: they are part of what stands there.
_SPACE = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")


class Span(Record):
    """`start` and `end` are offsets in the paragraph, the marks included. `closed` is False where
    the paragraph ends before the quotation does.
    """

    start: int
    end: int
    text: str
    closed: bool = True

    @property
    def words(self) -> int:
        """How many words are quoted."""
        return len(_WORD.findall(self.text))

    @property
    def too_short(self) -> bool:
        """Whether it is too short to be proved by being found."""
        unspaced = len(_UNSPACED.findall(self.text))
        return unspaced <= TOO_SHORT if unspaced else self.words <= TOO_FEW


def verbatim(text: str) -> str:
    """What stands between the marks, on one line. A comma at its end belongs to the sentence
    around it.
    """
    return _SPACE.sub(" ", text).strip(" \u00a0\u202f").removesuffix(",").rstrip()

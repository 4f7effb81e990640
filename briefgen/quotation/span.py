"""A quoted span of a text."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.quotation.measure import is_short, word_count
from briefgen.quotation.spaces import on_one_line


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
        return word_count(self.text)

    @property
    def too_short(self) -> bool:
        """Whether it is too short to be proved by being found."""
        return is_short(self.text)


def verbatim(text: str) -> str:
    """What stands between the marks, on one line. A comma at its end belongs to the sentence
    around it.
    """
    return on_one_line(text).strip(" \u00a0\u202f").removesuffix(",").rstrip()

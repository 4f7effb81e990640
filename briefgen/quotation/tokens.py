"""The words of a folded text with their places."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.quotation.measure import unit_spans


class Word(NamedTuple):
    """A word (in a script without spaces, a character); `key` is it without its case."""

    start: int
    end: int
    text: str
    key: str


def tokens_of(text: str) -> list[Word]:
    """All words, in order."""
    return [
        Word(start, end, text[start:end], text[start:end].casefold())
        for start, end in unit_spans(text)
    ]

"""How many words a text has, in any script.

Chinese and Japanese write no spaces, Thai and Lao few. There characters are counted: seven of them
say about as much as four English words.
"""

from __future__ import annotations

import re

# From so many words on it can be proved that a quotation stands in a text. Fewer stand there by
# chance, and finding them proves nothing.
FEWEST = 4
FEWEST_UNSPACED = 7
UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# The Arabic vowel signs and the Hebrew points, which are parts of words and no letters.
POINTS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
)
_WORD = re.compile(rf"[^\W_{UNSPACED}]+(?:[{POINTS}’'‑-]+[^\W_{UNSPACED}]+)*")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_UNIT = re.compile(
    rf"[{UNSPACED}]|[^\W_{UNSPACED}]+[{POINTS}]*(?:[’'‑-]*[^\W_{UNSPACED}]+[{POINTS}]*)*"
)


def word_count(text: str) -> int:
    """The number of words; where no spaces are written, that of characters."""
    if text.isascii() or not _UNSPACED.search(text):
        return len(text.split())
    return len(_UNIT.findall(text))


def words_of(text: str) -> list[str]:
    """The words; where no spaces are written, the characters."""
    return _UNIT.findall(text)


def unit_spans(text: str) -> list[tuple[int, int]]:
    """Where each of them begins and ends."""
    return [found.span() for found in _UNIT.finditer(text)]


def is_short(text: str) -> bool:
    """Whether a quotation is too short to be proved by being found."""
    if text.count(" ") >= 2 * FEWEST:
        return False
    unspaced = len(_UNSPACED.findall(text)) if not text.isascii() else 0
    words = len(_WORD.findall(text))
    if not unspaced:
        return words < FEWEST
    return unspaced + words * FEWEST_UNSPACED / FEWEST < FEWEST_UNSPACED

"""How many words a text has, in any script.

Chinese and Japanese write no spaces, Thai and Lao few. There characters are counted: seven of them
say about as much as four English words.

The patterns for all scripts take 17 ms to compile, a thirtieth of a build in which one text was
edited. Texts in Latin letters, with the marks that stand among them, are measured without.
"""

from __future__ import annotations

import functools
import re

# From so many words on it can be proved that a quotation stands in a text. Fewer stand there by
# chance, and finding them proves nothing.
FEWEST = 4
FEWEST_UNSPACED = 7
_FIRST_UNSPACED = "\u0e00"
UNSPACED = "\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# The Arabic vowel signs and the Hebrew points, which are parts of words and no letters.
POINTS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
)
_LATIN_WORD = re.compile(r"[^\W_]+(?:[’'‑-]+[^\W_]+)*")
_LATIN_UNIT = re.compile(r"[^\W_]+(?:[’'‑-]*[^\W_]+)*")
# Elsewhere than below U+0300 and among the punctuation there may be points, or no spaces.
_NOT_LATIN = re.compile(r"[^\u0000-\u02ff\u2000-\u2e7f]")


@functools.cache
def unspaced() -> re.Pattern[str]:
    """Finds a character of a script that writes no spaces."""
    return re.compile(f"[{UNSPACED}]")


@functools.cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[^\W_{UNSPACED}]+(?:[{POINTS}’'‑-]+[^\W_{UNSPACED}]+)*")


@functools.cache
def _unit() -> re.Pattern[str]:
    return re.compile(
        rf"[{UNSPACED}]|[^\W_{UNSPACED}]+[{POINTS}]*(?:[’'‑-]*[^\W_{UNSPACED}]+[{POINTS}]*)*"
    )


def _is_latin(text: str) -> bool:
    return text.isascii() or _NOT_LATIN.search(text) is None


def _unit_of(text: str) -> re.Pattern[str]:
    return _LATIN_UNIT if _is_latin(text) else _unit()


def is_unspaced(text: str) -> bool:
    """Whether a text begins in a script that writes no spaces."""
    return text >= _FIRST_UNSPACED and unspaced().match(text) is not None


def has_unspaced(text: str) -> bool:
    """Whether any of a text is in a script that writes no spaces."""
    return not _is_latin(text) and unspaced().search(text) is not None


def word_count(text: str) -> int:
    """The number of words; where no spaces are written, that of characters."""
    return len(_unit().findall(text)) if has_unspaced(text) else len(text.split())


def words_of(text: str) -> list[str]:
    """The words; where no spaces are written, the characters."""
    return _unit_of(text).findall(text)


def unit_spans(text: str) -> list[tuple[int, int]]:
    """Where each of them begins and ends."""
    return [found.span() for found in _unit_of(text).finditer(text)]


def is_short(text: str) -> bool:
    """Whether a quotation is too short to be proved by being found."""
    if text.count(" ") >= 2 * FEWEST:
        return False
    if _is_latin(text):
        return len(_LATIN_WORD.findall(text)) < FEWEST
    characters = len(unspaced().findall(text))
    words = len(_word().findall(text))
    if not characters:
        return words < FEWEST
    return characters + words * FEWEST_UNSPACED / FEWEST < FEWEST_UNSPACED

"""How wide a text is, near enough to lay out a drawing before anything is set.

Widths are those of the theme's sans, in thousandths of the size, rounded up a little. A theme with
wider letters gets tighter gaps, not overlapping lines: a label has its line to itself.
"""

from __future__ import annotations

import functools
import unicodedata

NARROW, ROUND, CAPITAL, BROAD, FULL = 280, 540, 620, 840, 1000
_NARROW = frozenset(" !'(),-./:;Iijl[]|`‘’·r ft")
_BROAD = frozenset("mwMW@%—…ЖШЩЮжшщюМмыЫ")
# The first letters of scripts whose letters fill a square.
_FULL = 0x2E80


@functools.lru_cache(maxsize=4096)
def width_of(text: str, size: float) -> float:
    """The width of one line of `text` set at `size`."""
    return _length(text) * size / 1000


def wrap(text: str, size: float, room: float) -> tuple[str, ...]:
    """Break a text into lines no wider than `room`, at its spaces; a word that is wider than that
    has a line to itself. Spaces that do not break stay whole.
    """
    lines: list[str] = []
    length = 0
    for word in text.replace("\n", " ").split(" "):
        if not word:
            continue
        own = _length(word)
        longer = length + NARROW + own
        if lines and longer * size / 1000 <= room:
            lines[-1] = f"{lines[-1]} {word}"
            length = longer
        else:
            lines.append(word)
            length = own
    return tuple(lines)


def _length(text: str) -> int:
    """How far all letters advance, in thousandths of their size."""
    return sum(map(_advance, text))


@functools.lru_cache(maxsize=4096)
def _advance(letter: str) -> int:
    if letter in _NARROW:
        return NARROW
    if letter in _BROAD:
        return BROAD
    if unicodedata.combining(letter):
        return 0
    if ord(letter) >= _FULL and unicodedata.east_asian_width(letter) in "WF":
        return FULL
    return CAPITAL if letter.isupper() else ROUND

"""A small sketch of a text, by which it can be compared with ten thousand others.

Every run of words gets a number that looks drawn by lot, and the sketch keeps the smallest (Broder,
“On the resemblance and containment of documents”, 1997: the sketch called bottom-k). Two texts
that share runs share small numbers. Because a cut text keeps its small numbers, a sketch also tells
how much of a short text stands in a long one, which bands of equal minima cannot.
"""

from __future__ import annotations

import array
import zlib
from bisect import bisect_right

from briefgen.likeness.words import words_of
from briefgen.model.base import Record

# Numbers in a sketch. With sixty of them comparable, the share is off by six per cent or less in
# two cases of three.
SIZE = 128
# A text longer than a book is known by its beginning.
LONGEST = 200_000
# Fewer comparable numbers than these say nothing.
ENOUGH = 8
# Odd numbers that tell the places of a run's four words apart, and spread what CRC-32 leaves close
# together over 32 bits (from the fraction of the golden ratio, after Knuth, 6.4). Joining the words
# of each run and taking the checksum of that takes twice as long.
_PLACES = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)
_BITS = 0xFFFFFFFF


class Sketch(Record):
    """The numbers of a text, smallest first. Up to `reach` it has all that the text has."""

    numbers: tuple[int, ...]
    known: frozenset[int]
    reach: int


def sketch_of(text: str) -> bytes:
    """The smallest numbers of the runs of four words of a text, in order, as 32-bit words."""
    words = [zlib.crc32(word.encode()) for word in words_of(text[:LONGEST])]
    p, q, r, s = _PLACES
    runs = zip(words, words[1:], words[2:], words[3:], strict=False)
    numbers = {(a * p + b * q + c * r + d * s) & _BITS for a, b, c, d in runs}
    return array.array("I", sorted(numbers)[:SIZE]).tobytes()


def open_sketch(data: bytes) -> Sketch:
    """A sketch, to be compared."""
    numbers = array.array("I")
    numbers.frombytes(data)
    reach = numbers[-1] if len(numbers) == SIZE else _BITS
    return Sketch(numbers=tuple(numbers), known=frozenset(numbers), reach=reach)


def without(sketch: Sketch, common: frozenset[int]) -> Sketch:
    """A sketch of the same text without the runs of these numbers."""
    if common.isdisjoint(sketch.known):
        return sketch
    return Sketch(
        numbers=tuple(number for number in sketch.numbers if number not in common),
        known=sketch.known - common,
        reach=sketch.reach,
    )


def share(one: Sketch, other: Sketch) -> float:
    """How much of the shorter text stands in the longer, from 0 to 1; 0 too where that cannot be
    told.
    """
    limit = min(one.reach, other.reach)
    fewest = min(bisect_right(one.numbers, limit), bisect_right(other.numbers, limit))
    if fewest < ENOUGH:
        return 0.0
    # What both have lies within the reach of both.
    return len(one.known & other.known) / fewest

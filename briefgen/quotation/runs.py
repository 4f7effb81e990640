"""The runs of words that a quotation shares with its source, for one that does not stand there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefgen.quotation.tokens import Word

# Places of a run that are compared with those of its neighbour.
_MOST = 20


class Run(NamedTuple):
    """`length` words of the quotation from word `at` on, at word `place` of the source."""

    at: int
    length: int
    place: int


class Index:
    """Where each word of a source stands."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.places: dict[str, list[int]] = {}
        for number, word in enumerate(words):
            self.places.setdefault(word.key, []).append(number)

    def longest(self, quoted: Sequence[Word], at: int) -> tuple[int, list[int]]:
        """The longest run of the quotation from word `at` on, and the places where it stands."""
        places = self.places.get(quoted[at].key, [])
        length = 0
        while places:
            length += 1
            if at + length == len(quoted):
                break
            key = quoted[at + length].key
            further = [
                place
                for place in places
                if place + length < len(self.words) and self.words[place + length].key == key
            ]
            if not further:
                break
            places = further
        return length, places


def shared_runs(quoted: Sequence[Word], index: Index) -> tuple[Run, ...]:
    """The quotation as runs of the source, each as long as can be; words that are not there are
    left out. Of several places of a run that is taken which lies nearest to the run before it.
    """
    found: list[tuple[int, int, list[int]]] = []
    at = 0
    while at < len(quoted):
        length, places = index.longest(quoted, at)
        if length:
            found.append((at, length, places[:_MOST]))
        at += max(length, 1)
    if not found:
        return ()
    best: tuple[int, tuple[Run, ...]] | None = None
    for first in found[0][2]:
        chain = [Run(found[0][0], found[0][1], first)]
        spread = 0
        for begin, length, places in found[1:]:
            end = chain[-1].place + chain[-1].length
            place = min(places, key=lambda each, end=end: (abs(each - end), each))  # type: ignore[misc]  # bound per run
            spread += abs(place - end)
            chain.append(Run(begin, length, place))
        if best is None or spread < best[0]:
            best = (spread, tuple(chain))
    return best[1] if best else ()

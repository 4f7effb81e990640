"""Find the texts among many that are nearly the same, without comparing each with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefgen.likeness.sketch import Sketch, share, without

# The smallest numbers of a sketch, by which texts to compare are found.
KEYS = 24
# How many texts one number leads to, and how many are compared: what many texts have in common must
# not make the work grow with the square. One number alone is mostly chance; only so many texts are
# compared for it, for the sake of short ones, which have no more in common with a long one.
LED, COMPARED, BY_CHANCE = 16, 16, 3
# What more texts than these hold stands below every page of a paper, and tells nothing of a report.
# A report carried so often without a word from the curator is not found any more.
COMMON = 24


def similar(texts: Iterable[tuple[str, Sketch]], least: float) -> list[tuple[str, str, float]]:
    """Pairs of names of which at least that share of the shorter text stands in the longer. The
    second of a pair is the one that came earlier. The work grows with the number of texts.
    """
    given = list(texts)
    counts: Counter[int] = Counter()
    for _, sketch in given:
        counts.update(sketch.numbers)
    common = frozenset(number for number, times in counts.items() if times > COMMON)
    found: list[tuple[str, str, float]] = []
    led: dict[int, list[str]] = {}
    known: dict[str, Sketch] = {}
    for name, whole in given:
        sketch = without(whole, common)
        votes: dict[str, int] = {}
        for number in sketch.numbers[:KEYS]:
            places = led.setdefault(number, [])
            for other in places:
                votes[other] = votes.get(other, 0) + 1
            if len(places) < LED:
                places.append(name)
        # Most votes first, and of equal ones the earlier: the order is that of insertion.
        for place, other in enumerate(sorted(votes, key=votes.__getitem__, reverse=True)):
            if place >= (COMPARED if votes[other] > 1 else BY_CHANCE):
                break
            alike = share(sketch, known[other])
            if alike >= least:
                found.append((name, other, alike))
        known[name] = sketch
    return found

"""The passage of a source that is nearest to a quotation, and what differs, word by word."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.model.base import Record
from briefgen.quotation.runs import Index
from briefgen.quotation.tokens import Word

# Words on both sides of the likeliest place in which the passage may still begin or end.
_SLACK = 4
# Neighbouring places that count as one: a word more or less moves all that follow.
_DRIFT = 3
_MOST_PLACES = 200
# A passage of more words is compared no further: no quotation is as long.
_LONGEST = 2_000
# So many differences are named; the rest is counted.
_NAMED = 4


class Difference(Record):
    """Words of the passage with those that the quotation has in their place; either may be none.
    Those of the passage are words `start` to `end` of the source.
    """

    there: str = ""
    here: str = ""
    start: int = 0
    end: int = 0


class Passage(Record):
    """Words `start` to `end` of the source; `same` of them are those of the quotation."""

    start: int
    end: int
    same: int
    differences: tuple[Difference, ...] = ()


def nearest_passage(quoted: Sequence[Word], index: Index) -> Passage | None:
    """The passage that shares most with the quotation, rare words counting for more; None if it
    shares none.
    """
    start = _likeliest(quoted, index)
    if start is None:
        return None
    # Only a quotation that is wrong is compared so closely.
    from rapidfuzz.distance import Indel  # noqa: PLC0415  slow to import

    quoted = quoted[:_LONGEST]
    first = max(start - _SLACK, 0)
    last = min(start + len(quoted) + _SLACK, len(index.words))
    there = [word.key for word in index.words[first:last]]
    here = [word.key for word in quoted]
    steps = [
        (step.tag, step.src_start, step.src_end, step.dest_start, step.dest_end)
        for step in Indel.opcodes(there, here)
    ]
    begin, end = _bounds(steps, len(there), len(here))
    same = sum(b - a for tag, a, b, _, _ in steps if tag == "equal")
    differences = tuple(
        Difference(
            there=_text(index.words[first + max(a, begin) : first + min(b, end)]),
            here=_text(quoted[c:d]),
            start=first + max(a, begin),
            end=first + min(b, end),
        )
        for tag, a, b, c, d in _joined(steps)
        if tag != "equal" and (c < d or (a < end and b > begin and end > begin))
    )
    return Passage(start=first + begin, end=first + end, same=same, differences=differences)


def _likeliest(quoted: Sequence[Word], index: Index) -> int | None:
    """The word of the source at which the quotation would begin, by the words that they share."""
    votes: dict[int, float] = {}
    for number, word in enumerate(quoted):
        places = index.places.get(word.key, ())
        if 0 < len(places) <= _MOST_PLACES:
            for place in places:
                votes[place - number] = votes.get(place - number, 0.0) + 1 / len(places)
    if not votes:
        return None

    def weight(start: int) -> float:
        return sum(votes.get(start + drift, 0.0) for drift in range(-_DRIFT, _DRIFT + 1))

    return max(sorted(votes), key=lambda start: (weight(start), votes[start]))


Step = tuple[str, int, int, int, int]


def _bounds(steps: list[Step], there: int, here: int) -> tuple[int, int]:
    """From the first word that both have to the last, and beyond them as far as the quotation
    reaches: what stands there is what it has changed.
    """
    equal = [step for step in steps if step[0] == "equal"]
    if not equal:
        return 0, 0
    begin = equal[0][1] - equal[0][3]
    end = equal[-1][2] + here - equal[-1][4]
    return max(begin, 0), min(end, there)


def _joined(steps: list[Step]) -> list[Step]:
    """Neighbouring changes as one."""
    joined: list[Step] = []
    for step in steps:
        if joined and step[0] != "equal" and joined[-1][0] != "equal":
            _, a, _, c, _ = joined[-1]
            joined[-1] = ("replace", a, step[2], c, step[4])
        else:
            joined.append(step)
    return joined


def _text(words: Sequence[Word]) -> str:
    """Words as they are read: without spaces between characters of a script that has none."""
    text = ""
    end = words[0].start if words else 0
    for word in words:
        text += (" " if word.start > end else "") + word.text
        end = word.end
    return text


def told(differences: tuple[Difference, ...]) -> str:
    """The differences in a sentence that needs no colour: “shall” there, “will” here."""
    parts: list[str] = []
    for each in differences[:_NAMED]:
        if each.there and each.here:
            parts.append(f"“{each.there}” there, “{each.here}” here")
        elif each.there:
            parts.append(f"“{each.there}” is left out")
        elif each.here:
            parts.append(f"“{each.here}” is added")
    if len(differences) > _NAMED:
        parts.append(f"and {len(differences) - _NAMED} more differences")
    return "; ".join(parts)

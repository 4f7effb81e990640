"""Where a source names the people of an article, in any script."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from briefgen.model.base import Record
from briefgen.quotation.fold import fold
from briefgen.quotation.measure import UNSPACED

# Shorter parts of a name (“Al”, “Yi”) are found in any text.
_SHORTEST = 3
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_UNSPACED = re.compile(f"[{UNSPACED}]")
# A Cyrillic name changes its end with its case: so much of it is left off.
_ENDING = 1
_LONG = 5


class Person(Record):
    """Somebody whom an article names, with all the names that he or she goes by."""

    names: tuple[str, ...]


class Cast:
    """The speaker of a quotation and the others whom the article names."""

    def __init__(self, speaker: Person, others: Iterable[Person]) -> None:
        own = _parts(speaker)
        rest = {part for other in others for part in _parts(other)}
        self.speaker = _pattern(own - rest or own)
        self.others = _pattern(rest - own)


@functools.lru_cache(maxsize=4096)
def _parts(person: Person) -> frozenset[str]:
    """What of the names is looked for: their words, or the whole where none is long enough."""
    found: set[str] = set()
    for name in person.names:
        folded = fold(name)
        if _UNSPACED.search(folded):
            found.add(folded)
            continue
        words = [word for word in folded.split() if len(word) >= _SHORTEST]
        found.update(map(_stem, words or [folded]))
    return frozenset(filter(None, found))


def _stem(word: str) -> str:
    if len(word) >= _LONG and _CYRILLIC.search(word):
        return word[:-_ENDING]
    return word


def _pattern(parts: AbstractSet[str]) -> re.Pattern[str] | None:
    return _compiled(tuple(sorted(parts))) if parts else None


@functools.lru_cache(maxsize=4096)
def _compiled(parts: tuple[str, ...]) -> re.Pattern[str]:
    # A name begins a word; behind it may stand the ending of a case, or “’s”.
    each = (part if _UNSPACED.search(part) else rf"(?<!\w){re.escape(part)}" for part in parts)
    return re.compile("|".join(each))

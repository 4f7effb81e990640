"""Where a source names the people of an article, in any script."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from briefgen.model.base import Record
from briefgen.quotation.fold import fold
from briefgen.quotation.measure import has_unspaced, is_unspaced

# Shorter parts of a name (“Al”, “Yi”) are found in any text.
_SHORTEST = 3
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
# A Cyrillic name changes its end with its case: so much of it is left off.
_ENDING = 1
_LONG = 5


class Person(Record):
    """Somebody whom an article names, with all the names that he or she goes by."""

    names: tuple[str, ...]


class Names:
    """Parts of names that are looked for in a text."""

    def __init__(self, parts: AbstractSet[str], *, whole: bool = False) -> None:
        self._parts = parts
        self._whole = whole

    def __bool__(self) -> bool:
        return bool(self._parts)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where they stand, in the order of the text. A name begins a word; behind it may stand the
        ending of a case, but not where names are `whole` words, as in English.
        """
        found: list[tuple[int, int]] = []
        for part in self._parts:
            at = text.find(part)
            while at >= 0:
                end = at + len(part)
                if (at == 0 or not text[at - 1].isalpha() or is_unspaced(part)) and not (
                    self._whole and text[end : end + 1].isalpha()
                ):
                    found.append((at, end))
                at = text.find(part, at + 1)
        return sorted(found)

    def stand_in(self, text: str) -> bool:
        """Whether any of them does."""
        for part in self._parts:
            if part in text:
                return bool(self.places(text))
        return False


class Cast:
    """The speaker of a quotation and the others whom the article names; `people` are the latter,
    `own` the parts of the speaker's names.
    """

    def __init__(self, speaker: Person, others: Iterable[Person], *, english: bool) -> None:
        self.people = tuple(others)
        self.own = own = name_parts(speaker)
        rest = frozenset().union(*map(name_parts, self.people))
        self.speaker = Names(own - rest or own, whole=english)
        self.others = Names(rest - own, whole=english)


@functools.lru_cache(maxsize=4096)
def name_parts(person: Person) -> frozenset[str]:
    """What of the names is looked for: their words, or the whole where none is long enough."""
    found: set[str] = set()
    for name in person.names:
        folded = fold(name)
        if has_unspaced(folded):
            found.add(folded)
            continue
        words = [word for word in folded.split() if len(word) >= _SHORTEST]
        found.update(map(_stem, words or [folded]))
    return frozenset(filter(None, found))


def _stem(word: str) -> str:
    if len(word) >= _LONG and _CYRILLIC.search(word):
        return word[:-_ENDING]
    return word

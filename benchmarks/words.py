"""Words and sentences that look like prose to a reader of Markdown: lengths as in English, a few
very common words and many rare ones, and now and then a link, an emphasis or a footnote."""

from __future__ import annotations

import random

_ONSETS = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "qu",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "th",
    "tr",
    "v",
    "w",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
_CODAS = ["", "", "l", "m", "n", "nd", "r", "rt", "s", "st", "t"]
_LITTLE = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "that",
    "a",
    "is",
    "was",
    "for",
    "it",
    "with",
    "as",
    "on",
    "by",
    "at",
    "from",
    "his",
    "are",
    "be",
    "this",
    "have",
    "or",
]
_VOCABULARY = 6000
# Half the words of English running text are of the commonest two dozen.
_LITTLE_SHARE = 0.45


class Words:
    """An endless text, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  the same text each time is what is wanted
        self._words = [self._word() for _ in range(_VOCABULARY)]
        # Zipf's law: the n-th word is n times rarer than the first.
        self._weights = [1 / (rank + 10) for rank in range(_VOCABULARY)]

    def _word(self) -> str:
        choose = self.random.choice
        syllables = self.random.choice((1, 2, 2, 3))
        return "".join(choose(_ONSETS) + choose(_VOWELS) + choose(_CODAS) for _ in range(syllables))

    def words(self, count: int) -> list[str]:
        """`count` words, without order or end."""
        rare = self.random.choices(self._words, self._weights, k=count)
        return [
            self.random.choice(_LITTLE) if self.random.random() < _LITTLE_SHARE else word
            for word in rare
        ]

    def name(self) -> str:
        """A name of two words."""
        return " ".join(self._word().capitalize() for _ in range(2))

    def phrase(self, count: int) -> str:
        """`count` words, the first of them capitalised."""
        return " ".join(self.words(count)).capitalize()

    def sentence(self, shortest: int = 8, longest: int = 26) -> str:
        """A sentence of so many words."""
        text = self.words(self.random.randint(shortest, longest))
        if len(text) > 12:  # noqa: PLR2004  long enough for a clause
            text[len(text) // 2] += ","
        return " ".join(text).capitalize() + "."

    def paragraph(self, target: int) -> str:
        """Sentences of at least `target` words together."""
        made: list[str] = []
        count = 0
        while count < target:
            made.append(self.sentence())
            count += made[-1].count(" ") + 1
        return " ".join(made)

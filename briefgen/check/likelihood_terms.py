"""The likelihood terms of Intelligence Community Directive 203 (2015, D.6.e.2.a) in a text.

The directive's table gives each range two terms, one in each of two rows, and forbids to mix the
rows. The terms are English; so are the rules that look for them.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from briefgen.check.own_words import own_words
from briefgen.model.packet import Likelihood

LANGUAGE = "en"

# The second row, for each term of the first.
SECOND_ROW = {
    Likelihood.ALMOST_NO_CHANCE: "remote",
    Likelihood.VERY_UNLIKELY: "highly improbable",
    Likelihood.UNLIKELY: "improbable",
    Likelihood.EVEN: "roughly even odds",
    Likelihood.LIKELY: "probable",
    Likelihood.VERY_LIKELY: "highly probable",
    Likelihood.ALMOST_CERTAIN: "nearly certain",
}

_CHANCE = r"(?:chances?|possibilit(?:y|ies)|prospects?|likelihood|probability|odds)"
# Remote, of a chance; a village is remote as well.
_REMOTE = "|".join(
    (
        rf"remote(?=\s+{_CHANCE}\b)",
        *(rf"(?<={word}\s)remote" for word in (r"chances\sare", r"chance\sis", r"possibility\sis")),
    )
)
_PAIRS = (
    r"(?:all(?:y|ies|iances?)|bedfellows?|coalition|couple|friends?(?:hip)?|hero(?:es)?|pair"
    r"|partners?(?:hip)?)"
)
# What is denied or compared is no term of the table, and some words are used for something else.
_OTHERWISE = rf"""
    (?:not|n[’']t|never|no|hardly|more|less|most|least|equally|as|so|too|how|quite|fairly|rather|somewhat
      |increasingly|extremely|reasonably|virtually)\s+(?:(?:very|highly|at\s+all)\s+)?(?:un)?(?:likely|probabl[ey]|improbabl[ey])
    | not\s+(?:almost|nearly|roughly)\s+\w+
    | probable\s+cause
    | unlikely\s+{_PAIRS}
    | likely\s+story
"""
_TERMS = (
    (Likelihood.ALMOST_NO_CHANCE, r"almost\s+no\s+chance"),
    (Likelihood.VERY_UNLIKELY, r"(?:very|highly)\s+unlikely"),
    (Likelihood.UNLIKELY, r"unlikely"),
    (Likelihood.EVEN, r"(?:roughly\s+|about\s+)?even\s+chance"),
    (Likelihood.VERY_LIKELY, r"(?:very|highly)\s+likely"),
    (Likelihood.LIKELY, r"likely"),
    (Likelihood.ALMOST_CERTAIN, r"almost\s+certain(?:ly)?"),
)
_SECOND_TERMS = (
    (Likelihood.ALMOST_NO_CHANCE, _REMOTE),
    (Likelihood.VERY_UNLIKELY, r"(?:very|highly)\s+improbabl[ey]"),
    (Likelihood.UNLIKELY, r"improbabl[ey]"),
    (Likelihood.EVEN, r"(?:roughly\s+|about\s+)?even\s+odds"),
    (Likelihood.VERY_LIKELY, r"(?:very|highly)\s+probabl[ey]"),
    (Likelihood.LIKELY, r"probabl[ey]"),
    (Likelihood.ALMOST_CERTAIN, r"nearly\s+certain(?:ly)?"),
)
_MEANT = [*((term, 1) for term, _ in _TERMS), *((term, 2) for term, _ in _SECOND_TERMS)]


@functools.cache
def _finder() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_OTHERWISE}|"
        + "|".join(f"({pattern})" for _, pattern in (*_TERMS, *_SECOND_TERMS))
        + r")\b",
        re.VERBOSE | re.IGNORECASE,
    )


# Most texts have none: one look for the letters that every term has is cheaper than the pattern.
_HINT = re.compile(r"likely|probab|chance|odds|certain|remote", re.IGNORECASE)


class Term(NamedTuple):
    """A term as it stands in a text, from `start` to `end`; `row` is 1 or 2."""

    start: int
    end: int
    words: str
    meaning: Likelihood
    row: int

    @property
    def twin(self) -> str:
        """The term of the other row for the same range."""
        return SECOND_ROW[self.meaning] if self.row == 1 else self.meaning.value


def terms_in(text: str) -> Iterable[Term]:
    """The likelihood terms of an English text, but for those in quotations."""
    if not _HINT.search(text):
        return
    for found in _finder().finditer(own_words(text)):
        if found.lastindex is not None:
            meaning, row = _MEANT[found.lastindex - 1]
            words = " ".join(found[0].split())
            yield Term(found.start(), found.end(), words, meaning, row)

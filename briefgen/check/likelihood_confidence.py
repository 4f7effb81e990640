"""A likelihood and a confidence level in one sentence.

ICD 203 (2015, D.6.e.2.a) forbids it: how probable an event is and how firm the ground of the
judgment is are two statements, and joined they are read as one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from briefgen.check.item_rule import ItemRule, ItemSubject
from briefgen.check.likelihood_terms import LANGUAGE, terms_in
from briefgen.check.own_words import own_words
from briefgen.check.passages import Passage, judged, mark_of
from briefgen.model.finding import Finding

CODE = "likelihood-confidence"

_LEVEL = r"(?:low|moderate|medium|high)"
_WITH = rf"(?:with|at)\s+(?:an?\s+)?(?:very\s+)?{_LEVEL}(?:\s+(?:level|degree)\s+of)?\s+confidence"


# A level as analysts state it: after a verb of theirs, or set off. Investors with low confidence
# are another matter.
@functools.cache
def _confidence() -> re.Pattern[str]:
    return re.compile(
        rf"""\b(?:
      (?:assess|judge|estimate|expect|believe|conclude)(?:e?[sd])?,?\s+{_WITH}
    | {_WITH}(?=\s*(?:[,.;:!?)—–-]|$|that\b|we\b))
    | we\s+have\s+{_LEVEL}\s+confidence
    | (?:our|the\s+desk[’']s)\s+confidence\s+(?:\w+\s+){{0,5}}?is\s+{_LEVEL}
    | \({_LEVEL}[-\s]confidence\)
    | we\s+(?:are|remain)\s+(?:highly|moderately)\s+confident
    )(?!\w)""",
        re.VERBOSE | re.IGNORECASE,
    )


SENTENCE_END = re.compile(r"[.!?…]+[\s\0]+(?=[^\s\0a-z])|\n\s*\n")


def _joined(subject: ItemSubject) -> Iterable[Finding]:
    if subject.tongue != LANGUAGE or subject.is_draft:
        return
    for passage in judged(subject):
        if "onfiden" in passage.text:
            yield from _in_passage(subject, passage)


def _in_passage(subject: ItemSubject, passage: Passage) -> Iterable[Finding]:
    own = own_words(passage.text)
    ends = [found.end() for found in SENTENCE_END.finditer(own)]
    terms = list(terms_in(passage.text))
    for found in _confidence().finditer(own):
        start = max((end for end in ends if end <= found.start()), default=0)
        end = min((end for end in ends if end > found.start()), default=len(own))
        term = next((each for each in terms if start <= each.start < end), None)
        if term is not None:
            yield Finding(
                code=CODE,
                message=f"A confidence level stands in one sentence with “{term.words}”.",
                item=subject.face.id,
                path=subject.face.path,
                mark=mark_of(subject, passage, found.start(), found.end()),
                hint="Say how likely it is in one sentence, and how sure you are in another, or "
                "under `confidence`.",
            )


RULE = ItemRule(code=CODE, run=_joined)

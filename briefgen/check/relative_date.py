"""A day named by its distance from the day of writing, such as “on Monday”, without its date.

Who reads the brief a month later, or the source in another zone, cannot tell which day is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.check.item_rule import ItemRule, ItemSubject
from briefgen.check.own_words import own_words
from briefgen.check.passages import mark_of, told
from briefgen.check.relative_words import BY_LANGUAGE
from briefgen.model.finding import Finding

CODE = "date-relative"

# How far, in characters, a date may stand from the word that it makes exact.
REACH = 28
PHRASE_END = re.compile(r"[;:!?]|\.(?=\s)|\n\s*\n")


def _relative(subject: ItemSubject) -> Iterable[Finding]:
    known = BY_LANGUAGE.get(subject.tongue)
    if known is None or subject.is_draft:
        return
    for passage in told(subject):
        candidates = known.find(passage.text)
        if not candidates:
            continue
        own = own_words(passage.text)
        dated: set[str] = set()
        for found in candidates:
            if own[found.start() : found.end()] != found[0]:
                continue
            words = " ".join(found[0].split())
            day = words.rpartition(" ")[2].casefold()
            if known.exact.search(_phrase(own, found.start(), found.end())):
                # Once a text has said which Monday it means, it may say Monday.
                dated.add(day)
            if day in dated:
                continue
            yield Finding(
                code=CODE,
                message=f"“{words}” does not say which date is meant.",
                item=subject.face.id,
                path=subject.face.path,
                mark=mark_of(subject, passage, found.start(), found.end()),
                hint="Write the date, or put it beside the words, as in “on Monday, 16 August”.",
            )


def _phrase(text: str, start: int, end: int) -> str:
    """What stands around a word, as far as its phrase and the reach go."""
    before = text[max(start - REACH, 0) : start]
    after = text[end : end + REACH]
    begin = max((found.end() for found in PHRASE_END.finditer(before)), default=0)
    stop = PHRASE_END.search(after)
    return f"{before[begin:]}{text[start:end]}{after[: stop.start()] if stop else after}"


RULE = ItemRule(code=CODE, run=_relative)

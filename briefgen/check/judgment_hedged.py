"""A key judgment that hedges and never says how likely it is.

ICD 203 (2015, D.6.e.2) asks for degrees of likelihood in terms of its table. What “may” happen may
as well not: two readers take it for ten per cent and for ninety.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from briefgen.check.item_rule import ItemRule, ItemSubject
from briefgen.check.likelihood_terms import LANGUAGE, terms_in
from briefgen.check.own_words import own_words
from briefgen.check.passages import Passage, mark_of
from briefgen.model.finding import Finding
from briefgen.model.packet import PacketFace

CODE = "judgment-hedged"


# “May” with a capital is a month; might has a noun beside it; what could not be done was tried.
@functools.cache
def _hedges() -> re.Pattern[str]:
    return re.compile(
        r"""\b(?:
      (?-i:may)(?!\s+\d)
    | (?<!\bthe\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)(?<!\btheir\s)(?<!\bmilitary\s)(?<!\bnaval\s)
      (?<!\beconomic\s)(?<!\bfinancial\s)might(?!\s+(?:of|and|or|in|on|is|was|to|against)\b)
      (?=\s+\w|,\s+(?:if|unless|under|in|as|with|when|once|given|depending)\b)
    | could(?!\s+not\b|n[’']t\b)
    | (?<!\bas\s)possibly | perhaps | conceivably
    | (?:is|remains|seems|be)\s+(?:still\s+|also\s+|quite\s+)?(?:possible|conceivable|plausible)
      \s+(?:that|for|to)
    | there\s+(?:is|remains)\s+(?:still\s+|also\s+|always\s+)?an?\s+(?:\w+\s+)?
      (?:chance|possibility|prospect|risk|danger)\s+(?:that|of|for)
    | can(?:not|\s+not|[’']t)\s+(?:yet\s+)?(?:rule\s+out|exclude\s+that)
    | can(?:not|\s+not|[’']t)\s+be\s+(?:ruled\s+out|excluded|discounted)(?!\s+from\b)
    | (?:appears?|seems?)\s+(?:to|set|poised|ready|prepared|willing|unwilling|able|unable|bent)
    | (?:has|have)\s+the\s+potential\s+to
    | (?:is|are)\s+(?:widely\s+)?believed\s+to
    )(?!\w)""",
        re.VERBOSE | re.IGNORECASE,
    )


def _hedged(subject: ItemSubject) -> Iterable[Finding]:
    keys = subject.face.keys
    if subject.tongue != LANGUAGE or subject.is_draft or not isinstance(keys, PacketFace):
        return
    for number, judgment in enumerate(keys.key_judgments):
        if judgment.likelihood is not None or any(True for _ in terms_in(judgment.text)):
            continue
        found = _hedges().search(own_words(judgment.text))
        if found is None:
            continue
        passage = Passage(text=judgment.text, field=f"key_judgments.{number}.text")
        words = " ".join(found[0].split())
        yield Finding(
            code=CODE,
            message=f"The judgment says “{words}”, and nowhere how likely it is.",
            item=subject.face.id,
            path=subject.face.path,
            mark=mark_of(subject, passage, found.start(), found.end()),
            hint="Give it a `likelihood`, or state what is known without the hedge.",
        )


RULE = ItemRule(code=CODE, run=_hedged)

"""A judgment whose text uses another term than its `likelihood`."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.item_rule import ItemRule, ItemSubject
from briefgen.check.likelihood_terms import LANGUAGE, terms_in
from briefgen.check.passages import Passage, mark_of
from briefgen.model.finding import Finding
from briefgen.model.packet import PacketFace

CODE = "likelihood-differs"


def _differing(subject: ItemSubject) -> Iterable[Finding]:
    keys = subject.face.keys
    if subject.tongue != LANGUAGE or subject.is_draft or not isinstance(keys, PacketFace):
        return
    for number, judgment in enumerate(keys.key_judgments):
        if judgment.likelihood is None:
            continue
        terms = list(terms_in(judgment.text))
        # A sentence may weigh more than one thing; one of them must be the judgment.
        if terms and all(term.meaning is not judgment.likelihood for term in terms):
            passage = Passage(text=judgment.text, field=f"key_judgments.{number}.text")
            first = terms[0]
            yield Finding(
                code=CODE,
                message=f"The text says “{first.words}”, and its `likelihood` is "
                f"“{judgment.likelihood.value}”.",
                item=subject.face.id,
                path=subject.face.path,
                mark=mark_of(subject, passage, first.start, first.end),
                hint="Use one term in both places.",
            )


RULE = ItemRule(code=CODE, run=_differing)

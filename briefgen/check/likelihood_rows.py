"""Likelihood terms of both rows of the directive's table in one packet or assessment.

ICD 203 (2015, D.6.e.2.a): who uses the terms is strongly encouraged not to mix terms from different
rows, for a reader would look for a difference between “likely” and “probable”. A packet that gives
likelihoods shows the first row, in figures too.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.item_rule import ItemRule, ItemSubject
from briefgen.check.likelihood_terms import LANGUAGE, Term, terms_in
from briefgen.check.passages import Passage, judged, mark_of
from briefgen.model.finding import Finding
from briefgen.model.packet import PacketFace

CODE = "likelihood-rows"


def _mixed(subject: ItemSubject) -> Iterable[Finding]:
    if subject.tongue != LANGUAGE or subject.is_draft:
        return
    found = [(passage, term) for passage in judged(subject) for term in terms_in(passage.text)]
    if not found:
        return
    row, because = _row(subject, found)
    for passage, term in found:
        if term.row != row:
            yield Finding(
                code=CODE,
                message=f"“{term.words}” is of another row of ICD 203’s table than {because}.",
                item=subject.face.id,
                path=subject.face.path,
                mark=mark_of(subject, passage, term.start, term.end),
                hint=f"For the same range the other row has “{term.twin}”.",
            )


def _row(subject: ItemSubject, found: list[tuple[Passage, Term]]) -> tuple[int, str]:
    """The row that the item keeps to, and by which words one sees it."""
    keys = subject.face.keys
    if isinstance(keys, PacketFace):
        for judgment in keys.key_judgments:
            if judgment.likelihood is not None:
                return 1, f"the `likelihood` “{judgment.likelihood.value}” of this packet"
    first = found[0][1]
    return first.row, f"“{first.words}” before it"


RULE = ItemRule(code=CODE, run=_mixed)

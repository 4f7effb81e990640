"""A statement of so few words that finding them in the source proves nothing."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.quotations.told import finding, passage_of, unproven
from briefgen.check.rule import Rule, Subject
from briefgen.model.article import ArticleFace
from briefgen.model.finding import Finding
from briefgen.model.handling import Status
from briefgen.quotation.verdict import Verdict

CODE = "quotation-short"


def _short(subject: Subject) -> Iterable[Finding]:
    for face, problem in unproven(subject, Verdict.SHORT):
        # A draft begins with all that its source quotes, to be chosen from.
        if isinstance(face.keys, ArticleFace) and face.keys.status is Status.DRAFT:
            continue
        yield finding(
            face,
            problem,
            CODE,
            "The statement is too short to prove: it has fewer than four words.",
            passage_of(problem),
            "Quote the whole sentence, or tell it in the text.",
        )


RULES = (Rule(code=CODE, run=_short),)

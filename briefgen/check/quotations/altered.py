"""A quotation whose words are not quite those of its source."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.quotations.told import finding, passage_of, sentence, unproven
from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding
from briefgen.quotation.verdict import Verdict

CODE = "quotation-altered"


def _altered(subject: Subject) -> Iterable[Finding]:
    for face, problem in unproven(subject, Verdict.ALTERED):
        yield finding(
            face,
            problem,
            CODE,
            "The quotation is not word for word what stands in its source.",
            passage_of(problem),
            sentence(problem.difference),
        )


RULES = (Rule(code=CODE, run=_altered),)

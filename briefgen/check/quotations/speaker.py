"""A statement that the source gives to another speaker."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.quotations.told import finding, passage_of, unproven
from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding
from briefgen.quotation.verdict import Verdict

CODE = "quotation-speaker"


def _another(subject: Subject) -> Iterable[Finding]:
    for face, problem in unproven(subject, Verdict.SPEAKER):
        yield finding(
            face,
            problem,
            CODE,
            f"In the source “{problem.heard}” stands nearest to these words, not "
            f"“{problem.speaker}”.",
            passage_of(problem),
            "If both are one, add the name to `aliases` in the entities.",
        )


RULES = (Rule(code=CODE, run=_another),)

"""A quotation whose words stand in the source, but for one that turns their meaning round."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.quotations.told import finding, passage_of, unproven
from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding
from briefgen.quotation.verdict import Verdict

CODE = "quotation-turned"


def _turned(subject: Subject) -> Iterable[Finding]:
    for face, problem in unproven(subject, Verdict.TURNED):
        yield finding(
            face,
            problem,
            CODE,
            f"The quotation may say the opposite of its source: look at “{problem.difference}”.",
            passage_of(problem),
            "Quote that word as well, or tell it in the text.",
        )


RULES = (Rule(code=CODE, run=_turned),)

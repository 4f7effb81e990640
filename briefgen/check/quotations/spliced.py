"""A quotation that joins what stands apart."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.quotations.told import finding, passage_of, sentence, unproven
from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding
from briefgen.quotation.verdict import Verdict

CODE = "quotation-spliced"


def _spliced(subject: Subject) -> Iterable[Finding]:
    for face, problem in unproven(subject, Verdict.SPLICED):
        if problem.interruption:
            yield finding(
                face,
                problem,
                CODE,
                f"The quotation runs over “{problem.interruption}”, with which its source "
                "interrupts it.",
                passage_of(problem),
                "Write […] there, or make two statements of it.",
            )
            continue
        yield finding(
            face,
            problem,
            CODE,
            "The quotation joins passages that stand apart in its source.",
            sentence(problem.difference),
            "Keep their order, and write […] where words are left out.",
        )


RULES = (Rule(code=CODE, run=_spliced),)

"""A statement in the outlet's own words: they stand in the source outside quotation marks."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.quotations.told import finding, passage_of, unproven
from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding
from briefgen.quotation.verdict import Verdict

CODE = "quotation-prose"


def _prose(subject: Subject) -> Iterable[Finding]:
    for face, problem in unproven(subject, Verdict.PROSE):
        yield finding(
            face,
            problem,
            CODE,
            "These words stand in the source outside quotation marks: they are the outlet’s own, "
            f"not those of “{problem.speaker}”.",
            passage_of(problem),
            "Tell it in the text, or quote what was said.",
        )


RULES = (Rule(code=CODE, run=_prose),)

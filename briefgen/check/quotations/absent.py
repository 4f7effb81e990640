"""A quotation that does not stand in its source at all, such as a paraphrase."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.quotations.told import finding, unproven
from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding
from briefgen.model.proof import Problem
from briefgen.model.settings import Level
from briefgen.quotation.verdict import Verdict

CODE = "quotation-absent"


def _absent(subject: Subject) -> Iterable[Finding]:
    for face, problem in unproven(subject, Verdict.ABSENT):
        yield finding(
            face, problem, CODE, "The quotation does not stand in its source.", _nearest(problem)
        )


def _nearest(problem: Problem) -> str:
    if not problem.passage and problem.difference:
        return problem.difference
    if not problem.passage:
        return "No passage is like it. Say it without quotation marks, or quote what stands there."
    where = f"in line {problem.line} of the snapshot" if problem.line else "in the translation"
    return f"The nearest passage is, {where}: {problem.passage}"


RULES = (Rule(code=CODE, level=Level.ERROR, run=_absent),)

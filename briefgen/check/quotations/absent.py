"""A quotation that does not stand in its source at all, such as a paraphrase; and one of a packet
that stands in none of the sources of its articles.

The latter is a warning, because a packet may quote something else than these, such as a law.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.quotations.told import finding, snapshot_of, unproven
from briefgen.check.rule import Rule, Subject
from briefgen.model.article import ArticleFace
from briefgen.model.finding import Finding
from briefgen.model.packet import PacketFace
from briefgen.model.proof import Problem
from briefgen.quotation.verdict import Verdict

CODE = "quotation-absent"
UNCARRIED = "quotation-uncarried"


def _absent(subject: Subject) -> Iterable[Finding]:
    for face, problem in unproven(subject, Verdict.ABSENT):
        if isinstance(face.keys, ArticleFace):
            message = "The quotation does not stand in its source."
            yield finding(face, problem, CODE, message, _nearest(problem))


def _uncarried(subject: Subject) -> Iterable[Finding]:
    for face, problem in unproven(subject, Verdict.ABSENT):
        if isinstance(face.keys, PacketFace):
            message = "The quotation stands in no source of the articles that the packet carries."
            yield finding(face, problem, UNCARRIED, message, _nearest(problem))


def _nearest(problem: Problem) -> str:
    if not problem.passage and problem.difference:
        return problem.difference
    if not problem.passage:
        return "No passage is like it. Say it without quotation marks, or quote what stands there."
    where = f"in line {problem.line} of {snapshot_of(problem)}" if problem.line else ""
    where = where or "in the translation"
    return f"The nearest passage is, {where}: {problem.passage}"


RULES = (
    Rule(code=CODE, run=_absent),
    Rule(code=UNCARRIED, run=_uncarried),
)

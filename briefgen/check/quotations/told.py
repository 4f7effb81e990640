"""The common part of what is told of a quotation: where it stands, and the nearest passage."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Subject
from briefgen.model.finding import Finding
from briefgen.model.item import AnyFace
from briefgen.model.proof import Problem
from briefgen.quotation.verdict import Verdict


def unproven(subject: Subject, verdict: Verdict) -> Iterable[tuple[AnyFace, Problem]]:
    """The quotations of all articles that are wrong in this way."""
    for face in subject.faces:
        proof = subject.proofs.get(face.id)
        if proof is None:
            continue
        for problem in proof.problems:
            if problem.verdict == verdict:
                yield face, problem


def passage_of(problem: Problem) -> str:
    """The nearest passage with its line; nothing where there is none."""
    if not problem.passage:
        return ""
    where = f"Line {problem.line} of {snapshot_of(problem)}" if problem.line else "The translation"
    return f"{where}: {problem.passage}"


def snapshot_of(problem: Problem) -> str:
    """In which text the passage stands."""
    return f"the snapshot of “{problem.article}”" if problem.article else "the snapshot"


def sentence(text: str) -> str:
    """A text as a sentence; nothing stays nothing."""
    if not text:
        return ""
    return f"{text[0].upper()}{text[1:]}{'' if text[-1] in '.!?…' else '.'}"


def finding(face: AnyFace, problem: Problem, code: str, message: str, *hints: str) -> Finding:
    """The finding at the place of the quotation."""
    return Finding(
        code=code,
        message=message,
        item=face.id,
        path=face.path,
        mark=problem.mark,
        hint="\n".join(filter(None, hints)),
        private=True,
    )

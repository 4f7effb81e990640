"""A summary that begins as its source does."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding

CODE = "lede-copied"


def _copied_lede(subject: Subject) -> Iterable[Finding]:
    most = subject.settings.limits.copied_lede
    for face in subject.faces:
        proof = subject.proofs.get(face.id)
        if proof is None:
            continue
        borrowed = proof.borrowed
        if borrowed.lede >= most:
            yield Finding(
                code=CODE,
                message="The summary’s first sentence is nearly that of the source "
                f"({borrowed.lede} % of the words).",
                item=face.id,
                path=face.path,
                field="summary",
                hint="Say in your own words what is new. The limit is `limits.copied_lede`, now "
                f"{most}.",
            )


RULES = (Rule(code=CODE, run=_copied_lede),)

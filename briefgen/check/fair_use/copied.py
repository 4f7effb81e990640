"""Words of the source in a row that stand in the text without quotation marks."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding

CODE = "text-copied"


def _copied(subject: Subject) -> Iterable[Finding]:
    most = subject.settings.limits.copied_words
    for face in subject.faces:
        proof = subject.proofs.get(face.id)
        if proof is None:
            continue
        borrowed = proof.borrowed
        for run in borrowed.runs:
            if run.words >= most:
                yield Finding(
                    code=CODE,
                    message=f"{run.words} words in a row are those of the source, without "
                    "quotation marks.",
                    item=face.id,
                    path=face.path,
                    field=run.field,
                    mark=run.mark if run.mark.line else None,
                    hint="Say it in your own words, or quote it. The limit is "
                    f"`limits.copied_words`, now {most}.",
                )


RULES = (Rule(code=CODE, run=_copied),)

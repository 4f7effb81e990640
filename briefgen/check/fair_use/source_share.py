"""An article that quotes much of its source."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding

CODE = "quoted-of-source"
# Of a short source, such as a statement to the press, any quotation is much.
FEWEST = 100


def _much_quoted(subject: Subject) -> Iterable[Finding]:
    most = subject.settings.limits.quoted_of_source
    for face in subject.faces:
        proof = subject.proofs.get(face.id)
        if proof is None:
            continue
        borrowed = proof.borrowed
        share = 100 * borrowed.taken // max(borrowed.source, 1)
        if share > most and borrowed.taken >= FEWEST:
            yield Finding(
                code=CODE,
                message=f"The article quotes {borrowed.taken:,} words of a source that has "
                f"{borrowed.source:,}, {share} %.",
                item=face.id,
                path=face.path,
                field="statements",
                hint="Ask whether the source’s rights allow it, or quote less. The limit is "
                f"`limits.quoted_of_source`, now {most}.",
            )


RULES = (Rule(code=CODE, run=_much_quoted),)

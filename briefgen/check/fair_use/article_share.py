"""An article that is mostly quotation."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding

CODE = "quoted-of-article"
# A short article of one long quotation is a notice.
FEWEST = 100


def _mostly_quoted(subject: Subject) -> Iterable[Finding]:
    most = subject.settings.limits.quoted_of_article
    for face in subject.faces:
        proof = subject.proofs.get(face.id)
        if proof is None:
            continue
        borrowed = proof.borrowed
        share = 100 * borrowed.quoted // max(borrowed.article, 1)
        if share > most and borrowed.quoted >= FEWEST:
            yield Finding(
                code=CODE,
                message=f"{share} % of the article’s words are quoted "
                f"({borrowed.quoted:,} of {borrowed.article:,}).",
                item=face.id,
                path=face.path,
                field="statements",
                hint="Tell more of it in your own words. The limit is `limits.quoted_of_article`, "
                f"now {most}.",
            )


RULES = (Rule(code=CODE, run=_mostly_quoted),)

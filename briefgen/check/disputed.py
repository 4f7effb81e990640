"""A dispute whose quotation is none of the statements that the other article gives."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.article import ArticleFace, Statement
from briefgen.model.finding import Finding
from briefgen.read.suggest import nearest_passage
from briefgen.resolve.disputes import name_statement


def _unmatched(subject: Subject) -> Iterable[Finding]:
    articles = {
        face.slug: face.keys for face in subject.faces if isinstance(face.keys, ArticleFace)
    }
    for face in subject.faces:
        if not isinstance(face.keys, ArticleFace):
            continue
        for number, dispute in enumerate(face.keys.disputes):
            other = articles.get(dispute.article)
            if other is None or not dispute.quote:
                continue
            if name_statement(dispute.quote, other.statements) is None:
                yield Finding(
                    code="dispute-quote",
                    message=f"“{dispute.article}” has no statement with these words.",
                    item=face.id,
                    path=face.path,
                    field=f"disputes.{number}.quote",
                    hint=_hint(dispute.quote, dispute.article, other.statements),
                )


def _hint(quote: str, slug: str, statements: tuple[Statement, ...]) -> str:
    whole = "To dispute the article as a whole, leave `quote` out."
    if not statements:
        return f"“{slug}” has no statements at all. {whole}"
    texts = [text for each in statements for text in (each.quote, each.translation) if text]
    close = nearest_passage(quote, texts)
    return f"The nearest in “{slug}” is “{close}”." if close else f"None comes near. {whole}"


RULES = (Rule(code="dispute-quote", run=_unmatched),)

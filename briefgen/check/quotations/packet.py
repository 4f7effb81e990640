"""Proves what a packet quotes: a pure function of its spans and of the articles that it carries."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from briefgen.check.quotations.problem import problem_of
from briefgen.model.article import ArticleFace
from briefgen.model.proof import Problem
from briefgen.model.quoted import Quoted
from briefgen.quotation.glance import stands_plainly
from briefgen.quotation.measure import is_short
from briefgen.quotation.prove import Claim, prove
from briefgen.quotation.source import Source
from briefgen.quotation.verdict import Judgment, Verdict

# How a span may be wrong that was plainly taken from a source, the gravest last.
_TAKEN = (Verdict.TURNED, Verdict.SPLICED, Verdict.ALTERED)


class Carried:
    """The articles of a packet with their snapshots: None where there is none."""

    def __init__(self, articles: Iterable[tuple[str, ArticleFace, Source | None]]) -> None:
        self._articles = tuple(articles)
        self._sources = [(slug, source) for slug, _, source in self._articles if source is not None]

    @functools.cached_property
    def _statements(self) -> Source:
        """What the articles say that was said, in its words and in theirs; each proves its own."""
        texts = (
            text
            for _, face, _ in self._articles
            for each in face.statements
            for text in (each.quote, each.translation)
        )
        return Source("\n\n".join(filter(None, texts)))

    def prove(self, spans: Iterable[Quoted]) -> Iterator[Problem]:
        """What of the spans stands in none of them. Without any snapshot nothing is told, nor where
        it may stand in the one that is lacking.
        """
        for span in spans:
            if not self._sources or is_short(span.text) or self._stands_plainly(span):
                continue
            slug, judgment = self._look(span)
            lacking = len(self._sources) < len(self._articles)
            if judgment.verdict in _TAKEN or (judgment.verdict is Verdict.ABSENT and not lacking):
                yield problem_of(span, judgment, article=slug)

    def _stands_plainly(self, span: Quoted) -> bool:
        return any(
            stands_plainly(span.text, source.raw, None, speech=False, negated=span.negated)
            for _, source in self._sources
        )

    def _look(self, span: Quoted) -> tuple[str, Judgment]:
        """The first proof of a span; else the text that it was most likely taken from, and how it
        is wrong.
        """
        claim = Claim(quote=span.text, speech=False, negated=span.negated)
        stated = prove(claim, self._statements, english=False)
        if stated.proven:
            return "", stated
        found: list[tuple[str, Judgment]] = []
        for slug, source in self._sources:
            judgment = prove(claim, source, english=False)
            if judgment.verdict not in (*_TAKEN, Verdict.ABSENT):
                return slug, judgment
            found.append((slug, judgment))
        return min(found, key=lambda each: _likeness(each[1]))


def _likeness(judgment: Judgment) -> tuple[int, int]:
    """What is least is likest: of altered ones that of which least is changed."""
    known = judgment.verdict in _TAKEN
    rank = _TAKEN.index(judgment.verdict) if known else len(_TAKEN)
    return rank, len(judgment.difference)

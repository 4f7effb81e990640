"""The pages of people, organisations, places, topics and publishers."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.plan.addresses import term_address, terms_address
from briefgen.plan.artifact import Artifact
from briefgen.plan.context import Context, article_ids
from briefgen.plan.lists import Part, by_month, cut, part_title
from briefgen.plan.views.pages import TermEntry, TermsView, TermView
from briefgen.plan.views.parts import StatementView
from briefgen.resolve.terms import Term, TermKind, name_key


def plan_terms(context: Context) -> Iterable[Artifact]:
    """A page for each term, and an index for each kind that has any."""
    rank = {slug: number for number, slug in enumerate(context.site.newest)}
    for kind, terms in context.site.terms.by_kind.items():
        for term in terms.values():
            slugs = tuple(sorted(term.articles, key=rank.__getitem__))
            for part in cut(context, term_address(kind, term.slug), slugs):
                yield _term(context, term, part)
        if terms:
            yield _index(context, kind, tuple(terms.values()))


def _term(context: Context, term: Term, part: Part[str]) -> Artifact:
    title = part_title(term.name, part.suffix, context.words)
    shown = [context.site.articles[slug].keys for slug in part.members]
    frame = context.frames.frame(
        part.path, title, shown, current=term.kind.value, description=term.description
    )
    view = TermView(
        kind=term.kind.value,
        title=term.name,
        aliases=term.aliases,
        description=term.description,
        same_as=term.same_as,
        statements=_statements(context, term, part.members),
        months=by_month(context, part.members),
        years=part.parts,
        count=len(part.members) if part.suffix else len(term.articles),
    )
    items = article_ids(part.members if part.suffix else term.articles)
    return context.page(frame, "term.html", view, items)


def _statements(context: Context, term: Term, slugs: tuple[str, ...]) -> tuple[StatementView, ...]:
    if term.kind not in {TermKind.PEOPLE, TermKind.ORGANIZATIONS}:
        return ()
    found = [
        context.parts.statement(article, statement, away=True)
        for article in (context.site.articles[slug] for slug in slugs)
        for statement in article.keys.statements
        if statement.speaker and context.site.terms.speaker(statement.speaker) is term
    ]
    # Newest first; statements of one day stay in the order of their articles.
    return tuple(sorted(found, key=lambda s: s.date.iso if s.date else "", reverse=True))


def _index(context: Context, kind: TermKind, terms: tuple[Term, ...]) -> Artifact:
    title = context.words.text(kind.value)
    articles = tuple(dict.fromkeys(slug for term in terms for slug in term.articles))
    shown = [context.site.articles[slug].keys for slug in articles]
    frame = context.frames.frame(terms_address(kind), title, shown, current=kind.value)
    view = TermsView(
        kind=kind.value,
        title=title,
        terms=tuple(
            TermEntry(
                title=term.name,
                href=term_address(kind, term.slug),
                count=len(term.articles),
                description=term.description,
            )
            for term in sorted(terms, key=lambda term: (name_key(term.name), term.slug))
        ),
    )
    return context.page(frame, "terms.html", view, article_ids(articles))

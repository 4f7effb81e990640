"""The pages of people, organisations, places, topics and publishers."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from briefgen.model.item import Article
from briefgen.plan.addresses import statements_address, term_address, terms_address, topic_feeds
from briefgen.plan.artifact import Artifact
from briefgen.plan.context import Context
from briefgen.plan.coverage import coverage_of
from briefgen.plan.lists import Part, by_month, cut, part_title
from briefgen.plan.spelling import spelling_of
from briefgen.plan.views.pages import TermEntry, TermsView, TermView
from briefgen.plan.views.parts import Ref, StatementView
from briefgen.plan.views.terms import RoleView, StatementDay
from briefgen.resolve.terms import Term, TermKind, name_key

SPEAKERS = frozenset({TermKind.PEOPLE, TermKind.ORGANIZATIONS})
# So many packets, and so many others, are named beside a term.
PACKETS = 6
BESIDE = 6


def plan_terms(context: Context) -> Iterable[Artifact]:
    """A page for each term, and an index for each kind that has any."""
    spoken = _spoken(context)
    for kind, terms in context.site.terms.by_kind.items():
        for term in terms.values():
            slugs = tuple(sorted(term.articles, key=context.rank.__getitem__))
            said = spoken.get((kind, term.slug), ())
            for part in cut(context, term_address(kind, term.slug), slugs):
                yield _term(context, term, part, said)
        if terms:
            yield _index(context, kind, tuple(terms.values()))


# A statement, by its article and its number there.
Spoken = tuple[Article, int]


def _spoken(context: Context) -> dict[tuple[TermKind, str], list[Spoken]]:
    """What each term said, by its kind and slug, in the order of the newest articles."""
    found: dict[tuple[TermKind, str], list[Spoken]] = {}
    for slug in context.site.newest:
        article = context.site.articles[slug]
        for number, statement in enumerate(article.keys.statements, 1):
            term = context.parts.speaker(statement.speaker)
            if term is not None:
                found.setdefault((term.kind, term.slug), []).append((article, number))
    return found


def _term(context: Context, term: Term, part: Part[str], spoken: Iterable[Spoken]) -> Artifact:
    title = part_title(term.name, part.suffix, context.words)
    shown = [context.site.articles[slug].keys for slug in part.members]
    statements = _statements(context, spoken, part.members)
    packets = () if part.suffix else _packets(context, term)
    frame = context.frames.frame(
        part.path,
        title,
        (*shown, *(context.site.packets[slug].keys for slug in packets[:PACKETS])),
        current=term.kind.value,
        description=term.description,
        alternates=() if part.suffix else feeds_of(context, term),
    )
    view = TermView(
        kind=term.kind.value,
        title=term.name,
        aliases=tuple(map(spelling_of, term.aliases)),
        description=term.description,
        same_as=term.same_as,
        roles=_roles(statements),
        days=tuple(
            StatementDay(date=day, statements=tuple(found))
            for day, found in groupby(statements, key=lambda each: each.date)
        ),
        statement_count=len(statements),
        months=by_month(context, part.members),
        years=part.parts,
        count=len(part.members) if part.suffix else len(term.articles),
        coverage=None if part.suffix else coverage_of(context, term.articles),
        packets=tuple(context.parts.packet_ref(slug) for slug in packets[:PACKETS]),
        packet_count=len(packets),
        named_with=() if part.suffix else _named_with(context, term),
        said=None if part.suffix else _said(context, term),
    )
    # The counts tell of every article and packet.
    articles = part.members if part.suffix else term.articles
    return context.page(
        frame, "term.html", view, (*context.article_ids(articles), *context.packet_ids(packets))
    )


def feeds_of(context: Context, term: Term) -> tuple[Ref, ...]:
    """What follows the term: topics have feeds, where the site has an address."""
    if term.kind is not TermKind.TOPICS or not context.settings.base_url:
        return ()
    return tuple(
        Ref(title=name, href=path)
        for name, path in zip(("Atom", "JSON"), topic_feeds(term.slug), strict=True)
    )


def _statements(
    context: Context, spoken: Iterable[Spoken], slugs: tuple[str, ...]
) -> tuple[StatementView, ...]:
    shown = set(slugs)
    found = [
        (_begun(article, number), context.parts.said(article, number))
        for article, number in spoken
        if article.slug in shown
    ]
    # Newest first; statements of one day stay in the order of their articles.
    found.sort(key=lambda each: each[0] or datetime.date.min, reverse=True)
    return tuple(said for _, said in found)


def _begun(article: Article, number: int) -> datetime.date | None:
    date = article.keys.statements[number - 1].date
    return date.start if date else None


def _roles(statements: tuple[StatementView, ...]) -> tuple[RoleView, ...]:
    found: dict[str, RoleView] = {}
    for each in statements:
        if each.role:
            found.setdefault(name_key(each.role), RoleView(title=each.role, date=each.date))
    return tuple(found.values())


def _packets(context: Context, term: Term) -> tuple[str, ...]:
    """The packets that carry an article of this term, newest first."""
    carried = context.site.relations.packets
    found = {packet for slug in term.articles for packet in carried.get(slug, ())}
    return tuple(sorted(found, key=context.packet_rank.__getitem__))


def _named_with(context: Context, term: Term) -> tuple[Ref, ...]:
    """The people who are named most often in the articles that name this one."""
    if term.kind not in SPEAKERS:
        return ()
    articles, parts = context.site.articles, context.parts
    own = term_address(term.kind, term.slug)
    found = [
        ref
        for slug in term.articles
        for ref in parts.term_refs(TermKind.PEOPLE, articles[slug].keys.people)
    ]
    named = {ref.href: ref for ref in found}
    counts = Counter(ref.href for ref in found if ref.href != own)
    ordered = sorted(counts, key=lambda href: (-counts[href], name_key(named[href].title)))
    return tuple(named[href] for href in ordered[:BESIDE])


def _said(context: Context, term: Term) -> Ref | None:
    """Where the statements on a topic are."""
    articles = (context.site.articles[slug] for slug in term.articles)
    if term.kind is not TermKind.TOPICS or not any(each.keys.statements for each in articles):
        return None
    return Ref(title=term.name, href=statements_address(term.slug))


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
    return context.page(frame, "terms.html", view, context.article_ids(articles))

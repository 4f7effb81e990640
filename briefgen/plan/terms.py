"""The pages of people, organisations, places, topics and publishers."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from briefgen.plan.addresses import statements_address, term_address, terms_address, topic_feeds
from briefgen.plan.artifact import Artifact
from briefgen.plan.context import Context, article_ids, packet_ids
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
    statements = _statements(context, term, part.members)
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
    return context.page(frame, "term.html", view, (*article_ids(articles), *packet_ids(packets)))


def feeds_of(context: Context, term: Term) -> tuple[Ref, ...]:
    """What follows the term: topics have feeds, where the site has an address."""
    if term.kind is not TermKind.TOPICS or not context.settings.base_url:
        return ()
    return tuple(
        Ref(title=name, href=path)
        for name, path in zip(("Atom", "JSON"), topic_feeds(term.slug), strict=True)
    )


def _statements(context: Context, term: Term, slugs: tuple[str, ...]) -> tuple[StatementView, ...]:
    if term.kind not in SPEAKERS:
        return ()
    found = [
        (statement.date.start if statement.date else None, context.parts.said(article, number))
        for article in (context.site.articles[slug] for slug in slugs)
        for number, statement in enumerate(article.keys.statements, 1)
        if statement.speaker and context.site.terms.speaker(statement.speaker) is term
    ]
    # Newest first; statements of one day stay in the order of their articles.
    found.sort(key=lambda each: each[0] or datetime.date.min, reverse=True)
    return tuple(said for _, said in found)


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
    counts: Counter[str] = Counter()
    terms = context.site.terms
    for slug in term.articles:
        names = context.site.articles[slug].keys.people
        found = (terms.find(TermKind.PEOPLE, name) for name in names)
        counts.update({each.slug for each in found if each is not None and each is not term})
    people = terms.by_kind[TermKind.PEOPLE]
    ordered = sorted(counts, key=lambda slug: (-counts[slug], name_key(people[slug].name)))
    return tuple(
        Ref(title=people[slug].name, href=term_address(TermKind.PEOPLE, slug))
        for slug in ordered[:BESIDE]
    )


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
    return context.page(frame, "terms.html", view, article_ids(articles))

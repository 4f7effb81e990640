"""What a packet holds for this audience."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from briefgen.model.base import Record
from briefgen.model.dates import Moment
from briefgen.model.entities import Entities
from briefgen.model.item import Article, Kind, Packet
from briefgen.model.packet import Entry, Judgment, Section, Select
from briefgen.resolve.terms import Term, TermKind, Terms, canonical_names, name_key


class Holding(Record):
    """The sections of a packet with only the entries that this audience sees, empty sections left
    out, and the judgments that still rest on something.

    Of articles that have left a tombstone there are only slugs: `withdrawn` are those that the
    packet carried, `lost` those on which each of the judgments rested, and `fallen` the same of
    each judgment that rested on nothing else, and that is withheld with them.
    """

    sections: tuple[Section, ...]
    judgments: tuple[Judgment, ...]
    withdrawn: tuple[str, ...] = ()
    lost: tuple[tuple[str, ...], ...] = ()
    fallen: tuple[tuple[str, ...], ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The slugs of the packet's articles, in its order."""
        return tuple(entry.article for section in self.sections for entry in section.articles)

    @property
    def gone(self) -> tuple[str, ...]:
        """The slugs of all articles of which it says that they were withdrawn."""
        rested = (slug for each in (*self.lost, *self.fallen) for slug in each)
        return tuple(dict.fromkeys((*self.withdrawn, *rested)))


FindTerm = Callable[[TermKind, str], Term | None]


def finder(terms: Terms, entities: Entities) -> FindTerm:
    """Finds a term by any of its spellings. `terms` knows those that published articles use; the
    query of a packet may use another alias."""
    names = canonical_names(entities)

    def find(kind: TermKind, name: str) -> Term | None:
        known = names.get(kind, {}).get(name_key(name))
        return terms.find(kind, name) or (terms.find(kind, known) if known else None)

    return find


def hold(
    packet: Packet,
    articles: dict[str, Article],
    newest: tuple[str, ...],
    find: FindTerm,
    tombstones: Collection[str] = (),
) -> Holding:
    """Fill `packet` from the published `articles`; `newest` are their slugs, newest first, and
    `find` gives the term of a name. `tombstones` are the ids of those that stand for something.
    """
    keys = packet.keys
    sections = keys.sections
    if keys.articles:
        sections = (Section(articles=keys.articles), *sections)
    if keys.select is not None:
        chosen = select(keys.select, articles, newest, find)
        sections = (*sections, Section(articles=tuple(Entry(article=slug) for slug in chosen)))
    listed = dict.fromkeys(entry.article for section in sections for entry in section.articles)

    def withdrawn(slugs: Iterable[str]) -> tuple[str, ...]:
        return tuple(slug for slug in slugs if f"{Kind.ARTICLE.value}:{slug}" in tombstones)

    resting: list[Judgment] = []
    lost: list[tuple[str, ...]] = []
    fallen: list[tuple[str, ...]] = []
    for judgment in keys.key_judgments:
        gone = withdrawn(judgment.articles)
        # A judgment that names what it rests on, and of which nothing is left, would tell of what
        # is withheld. That there was one may be said to those who saw it.
        if not judgment.articles or any(slug in articles for slug in judgment.articles):
            resting.append(_resting(judgment, articles))
            lost.append(gone)
        elif gone:
            fallen.append(gone)
    return Holding(
        sections=_kept(sections, articles),
        judgments=tuple(resting),
        withdrawn=withdrawn(listed),
        lost=tuple(lost),
        fallen=tuple(fallen),
    )


def select(
    query: Select, articles: dict[str, Article], newest: tuple[str, ...], find: FindTerm
) -> tuple[str, ...]:
    """The slugs of the articles that match every key of the query, newest first."""
    wanted = [
        {slug for name in names for slug in _articles(find(kind, name))}
        for kind, names in (
            (TermKind.TOPICS, query.topics),
            (TermKind.PLACES, query.places),
            (TermKind.PEOPLE, query.people),
            (TermKind.PUBLISHERS, query.publishers),
        )
        if names
    ]
    chosen = [
        slug
        for slug in newest
        if all(slug in each for each in wanted) and in_period(query, articles[slug].keys.date)
    ]
    return tuple(chosen[: query.limit])


def in_period(query: Select, date: Moment | None) -> bool:
    """Whether something of that date lies in the period of the query. Without a date it lies in no
    period; `until` includes its day."""
    if query.since is not None and (date is None or date.at < query.since.at):
        return False
    return query.until is None or (date is not None and date.day <= query.until.day)


def _articles(term: Term | None) -> tuple[str, ...]:
    return term.articles if term is not None else ()


def _kept(sections: tuple[Section, ...], articles: dict[str, Article]) -> tuple[Section, ...]:
    """Sections with their published entries, each article at its first place only, and no section
    that is left empty."""
    seen: set[str] = set()
    kept: list[Section] = []
    for section in sections:
        entries: list[Entry] = []
        for entry in section.articles:
            if entry.article in articles and entry.article not in seen:
                seen.add(entry.article)
                entries.append(entry)
        if entries:
            kept.append(Section(title=section.title, note=section.note, articles=tuple(entries)))
    return tuple(kept)


def _resting(judgment: Judgment, articles: dict[str, Article]) -> Judgment:
    return Judgment(
        text=judgment.text,
        likelihood=judgment.likelihood,
        confidence=judgment.confidence,
        articles=tuple(slug for slug in judgment.articles if slug in articles),
        dissent=judgment.dissent,
    )

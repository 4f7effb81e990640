"""What a packet holds for this audience."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.model.item import Article, Packet
from briefgen.model.packet import Entry, Judgment, Section, Select
from briefgen.resolve.terms import TermKind, Terms


class Holding(Record):
    """The sections of a packet with only the entries that this audience sees, empty sections left
    out, and the judgments that still rest on something.
    """

    sections: tuple[Section, ...]
    judgments: tuple[Judgment, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The slugs of the packet's articles, in its order."""
        return tuple(entry.article for section in self.sections for entry in section.articles)


def hold(
    packet: Packet, articles: dict[str, Article], newest: tuple[str, ...], terms: Terms
) -> Holding:
    """Fill `packet` from the published `articles`; `newest` are their slugs, newest first."""
    keys = packet.keys
    sections = keys.sections
    if keys.articles:
        sections = (Section(articles=keys.articles), *sections)
    if keys.select is not None:
        chosen = select(keys.select, articles, newest, terms)
        sections = (*sections, Section(articles=tuple(Entry(article=slug) for slug in chosen)))
    return Holding(
        sections=_kept(sections, articles),
        judgments=tuple(
            _resting(judgment, articles)
            for judgment in keys.key_judgments
            # A judgment that names what it rests on, and of which nothing is left, would tell of
            # what is withheld.
            if not judgment.articles or any(slug in articles for slug in judgment.articles)
        ),
    )


def select(
    query: Select, articles: dict[str, Article], newest: tuple[str, ...], terms: Terms
) -> tuple[str, ...]:
    """The slugs of the articles that match every key of the query, newest first."""
    wanted = [
        {slug for name in names for slug in _articles_of(terms, kind, name)}
        for kind, names in (
            (TermKind.TOPICS, query.topics),
            (TermKind.PLACES, query.places),
            (TermKind.PEOPLE, query.people),
            (TermKind.PUBLISHERS, query.publishers),
        )
        if names
    ]
    chosen: list[str] = []
    for slug in newest:
        date = articles[slug].keys.date
        if not all(slug in each for each in wanted):
            continue
        if query.since is not None and (date is None or date.at < query.since.at):
            continue
        # `until` as a bare day includes that day.
        if query.until is not None and (date is None or date.day > query.until.day):
            continue
        chosen.append(slug)
    return tuple(chosen[: query.limit])


def _articles_of(terms: Terms, kind: TermKind, name: str) -> tuple[str, ...]:
    term = terms.find(kind, name)
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

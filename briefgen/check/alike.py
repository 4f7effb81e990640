"""Which articles may be on one report: compared by their captured texts where both have one, else
by what the articles say of their sources.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from briefgen.likeness.addresses import canonical
from briefgen.likeness.pairs import similar
from briefgen.likeness.sketch import Sketch, share
from briefgen.likeness.words import words_of
from briefgen.model.alike import Alike, Ground
from briefgen.model.base import Record
from briefgen.model.handling import Status
from briefgen.model.item import Article

# How much of the shorter captured text must stand in the longer. Two reports of one event share
# their quotations; a report that was edited and cut keeps most of its runs. In `tests/likeness/`
# the former share a third at most, the latter 0.55 at least.
TEXT = 0.5
# Entries are short: more must be the same.
ENTRY = 0.6
# Texts under one address that differ this much are two reports.
OTHER = 0.15
# A title of fewer words is often used again; a report is carried within days.
TITLE_WORDS = 5
TITLE_DAYS, ENTRY_DAYS = 3, 7


class Traits(Record):
    """What an article is compared by: the sketch of its captured text, if one is kept, and of what
    it says itself.
    """

    article: Article
    entry: Sketch
    text: Sketch | None = None


def comparable(article: Article) -> bool:
    """Whether it takes part; what was withdrawn says nothing any more."""
    return article.keys.status is not Status.WITHDRAWN


def find_alike(traits: Iterable[Traits]) -> tuple[Alike, ...]:
    """Pairs of articles that may be on the same report, for each pair the first ground that holds.
    The later of two, by date and then slug, comes first.
    """
    ordered = sorted(traits, key=_age)
    known = {each.article.slug: each for each in ordered}
    found: dict[tuple[str, str], Alike] = {}
    for pair in (
        *_of_address(ordered),
        *_of_text(ordered),
        *_of_title(ordered),
        *_of_entry(ordered, known),
    ):
        found.setdefault((pair.article, pair.other), pair)
    return tuple(found.values())


def _age(traits: Traits) -> tuple[datetime.date, str]:
    date = traits.article.keys.date
    return (date.day if date else datetime.date.max, traits.article.slug)


def _of_address(ordered: list[Traits]) -> Iterable[Alike]:
    first: dict[str, Traits] = {}
    for each in ordered:
        source = each.article.keys.source
        address = canonical(source.url) if source and source.url else ""
        # The front page of a paper is no report.
        if "/" not in address:
            continue
        other = first.setdefault(address, each)
        if other is not each and not _differ(each, other):
            yield Alike(article=each.article.slug, other=other.article.slug, ground=Ground.ADDRESS)


def _differ(one: Traits, other: Traits) -> bool:
    if one.text is None or other.text is None:
        return False
    return share(one.text, other.text) < OTHER


def _of_text(ordered: list[Traits]) -> Iterable[Alike]:
    texts = ((each.article.slug, each.text) for each in ordered if each.text is not None)
    for slug, other, alike in similar(texts, TEXT):
        yield Alike(article=slug, other=other, ground=Ground.TEXT, share=alike)


def _of_title(ordered: list[Traits]) -> Iterable[Alike]:
    first: dict[str, Traits] = {}
    for each in ordered:
        source = each.article.keys.source
        words = words_of(source.title) if source else []
        if len(words) < TITLE_WORDS:
            continue
        other = first.setdefault(" ".join(words), each)
        if (
            other is not each
            and not _both_kept(each, other)
            and _near(each, other, TITLE_DAYS, unknown=False)
        ):
            yield Alike(article=each.article.slug, other=other.article.slug, ground=Ground.TITLE)


def _of_entry(ordered: list[Traits], known: Mapping[str, Traits]) -> Iterable[Alike]:
    # Where every text is kept, they alone decide.
    if all(each.text is not None for each in ordered):
        return
    entries = ((each.article.slug, each.entry) for each in ordered)
    for slug, other, alike in similar(entries, ENTRY):
        one, two = known[slug], known[other]
        if not _both_kept(one, two) and _near(one, two, ENTRY_DAYS, unknown=True):
            yield Alike(article=slug, other=other, ground=Ground.ENTRY, share=alike)


def _both_kept(one: Traits, other: Traits) -> bool:
    """Then their texts tell more than what is said of them."""
    return one.text is not None and other.text is not None


def _near(one: Traits, other: Traits, days: int, *, unknown: bool) -> bool:
    """Whether their sources were published within so many days of each other; `unknown` is the
    answer where that is not known.
    """
    first, second = _published(one), _published(other)
    if first is None or second is None:
        return unknown
    return abs(first - second) <= datetime.timedelta(days=days)


def _published(traits: Traits) -> datetime.date | None:
    source = traits.article.keys.source
    return source.published.start if source and source.published else None

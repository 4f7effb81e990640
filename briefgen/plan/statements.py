"""Who said what when: all statements by date, and those on each topic. What one speaker said is on
the speaker's own page.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby

from briefgen.model.article import Statement
from briefgen.model.base import Record
from briefgen.model.item import Article
from briefgen.plan.addresses import STATEMENTS, statements_address, term_address
from briefgen.plan.artifact import Artifact
from briefgen.plan.context import Context
from briefgen.plan.lists import Part, divide, part_address, part_title, year_title
from briefgen.plan.views.parts import DateView, Ref
from briefgen.plan.views.statements import FacetView, SaidDay, SaidView, StatementsView
from briefgen.resolve.terms import Term, TermKind
from briefgen.words import Words

# A statement with all that is known of it takes about a kilobyte of HTML.
LONGEST = 60
# So many speakers and topics are named beside a list: those with the most statements.
NAMED = 12
# The key of the facet of what has no date.
UNDATED = "undated"


class Said(Record):
    """A statement of an article, with how lists show it. `speaker` and `topics` are the keys of the
    facets under which it falls, `speaker` empty where nobody is named; `year` too, which is empty
    where it has no date.
    """

    article: str
    day: datetime.date | None
    year: str
    speaker: str
    topics: tuple[str, ...]
    view: SaidView


def plan_statements(context: Context) -> Iterable[Artifact]:
    """The list of all, cut by year when it is long, and one for each topic; where nobody is quoted
    there is none.
    """
    said = _all(context)
    if not said:
        return
    yield from _list(context, STATEMENTS, said, None)
    on: dict[str, list[Said]] = {}
    for each in said:
        for key in each.topics:
            on.setdefault(key, []).append(each)
    for key, members in on.items():
        topic = _term_of(context, key)
        yield from _list(context, statements_address(topic.slug), tuple(members), topic)


def _list(
    context: Context, path: str, said: tuple[Said, ...], topic: Term | None
) -> Iterable[Artifact]:
    years = _years(path, said, context.words)
    parts = list(divide(path, said, _day_of, context.words, longest=LONGEST))
    if len(parts) == 1 and len(years) > 1:
        # Short enough for one page; each year has one of its own all the same.
        parts.extend(_by_year(path, said, context.words))
    for part in parts:
        yield _page(context, part, said, topic, years)


def _page(
    context: Context,
    part: Part[Said],
    said: tuple[Said, ...],
    topic: Term | None,
    years: tuple[FacetView, ...],
) -> Artifact:
    site = context.site
    words = context.words
    heading = topic.name if topic else words.text("who_said")
    members = part.members if part.suffix else said
    slugs = tuple(dict.fromkeys(each.article for each in part.members))
    frame = context.frames.frame(
        part.path,
        part_title(words.text("said_on_topic", topic=topic.name), part.suffix, words)
        if topic
        else part_title(heading, part.suffix, words),
        (site.articles[slug].keys for slug in slugs),
        current="statements",
    )
    speakers = {key.partition("/")[2] for key in {each.speaker for each in members} if key}
    whole = STATEMENTS if topic is None else statements_address(topic.slug)
    view = StatementsView(
        title=part_title(heading, part.suffix, words),
        topic=Ref(title=topic.name, href=term_address(topic.kind, topic.slug)) if topic else None,
        days=_days(part.members),
        speakers=_speakers(context, members) if part.members else (),
        topics=_topics(context, members) if part.members and topic is None else (),
        years=() if part.suffix else years,
        parts=part.parts if part.suffix else (),
        all_href=whole if part.suffix else STATEMENTS if topic else "",
        count=len(members),
        speaker_count=len(speakers),
        whole=not part.parts,
    )
    # The counts tell of every statement.
    told = tuple(dict.fromkeys(each.article for each in members))
    return context.page(frame, "statements.html", view, context.article_ids(told))


def _all(context: Context) -> tuple[Said, ...]:
    """Every statement, newest first; those of one day in the order of their articles."""
    terms = context.site.terms
    found: list[Said] = []
    for slug in context.site.newest:
        article = context.site.articles[slug]
        if not article.keys.statements:
            continue
        named = (terms.find(TermKind.TOPICS, name) for name in article.keys.topics)
        topics = tuple(dict.fromkeys(_key(topic) for topic in named if topic is not None))
        found.extend(
            _said(context, article, number, topics)
            for number in range(1, len(article.keys.statements) + 1)
        )
    return tuple(sorted(found, key=lambda each: each.day or datetime.date.min, reverse=True))


def _said(context: Context, article: Article, number: int, topics: tuple[str, ...]) -> Said:
    statement = article.keys.statements[number - 1]
    speaker = context.parts.speaker(statement.speaker)
    key = _key(speaker) if speaker else ""
    day = _date_of(statement)
    year = f"{day.year:04}" if day else ""
    return Said(
        article=article.slug,
        day=day,
        year=year,
        speaker=key,
        topics=topics,
        view=SaidView(
            statement=context.parts.said(article, number),
            facets=(*((key,) if key else ()), *topics, year or UNDATED),
        ),
    )


def latest_said(context: Context) -> tuple[str, int] | None:
    """The article and the number of the latest statement; None where nobody is quoted."""
    found: tuple[str, int] | None = None
    last = datetime.date.min
    for slug in context.site.newest:
        statements = context.site.articles[slug].keys.statements
        for number, statement in enumerate(statements, 1):
            day = _date_of(statement) or datetime.date.min
            if found is None or day > last:
                found, last = (slug, number), day
    return found


def _date_of(statement: Statement) -> datetime.date | None:
    return (statement.date.start or statement.date.end) if statement.date else None


def _day_of(said: Said) -> datetime.date | None:
    return said.day


def _days(members: Iterable[Said]) -> tuple[SaidDay, ...]:
    """The statements that bear one date, as it was given, together."""
    shown = (each.view for each in members)

    def date(said: SaidView) -> DateView | None:
        return said.statement.date

    return tuple(
        SaidDay(date=day, statements=tuple(found)) for day, found in groupby(shown, key=date)
    )


def _speakers(context: Context, members: Iterable[Said]) -> tuple[FacetView, ...]:
    return _facets(
        context,
        (each.speaker for each in members if each.speaker),
        lambda term: f"{term_address(term.kind, term.slug)}#statements",
    )


def _topics(context: Context, members: Iterable[Said]) -> tuple[FacetView, ...]:
    topics = (key for each in members for key in each.topics)
    return _facets(context, topics, lambda term: statements_address(term.slug))


def _facets(
    context: Context, keys: Iterable[str], address: Callable[[Term], str]
) -> tuple[FacetView, ...]:
    """The terms that are met most, by how often, then by name."""
    counts = Counter(keys)
    # Only those that may be among the first are put in order: most are met once.
    least = min(sorted(counts.values(), reverse=True)[:NAMED], default=0)
    named = {key: _term_of(context, key) for key, count in counts.items() if count >= least}
    ordered = sorted(named, key=lambda key: (-counts[key], named[key].name.casefold(), key))
    return tuple(
        FacetView(key=key, title=named[key].name, href=address(named[key]), count=counts[key])
        for key in ordered[:NAMED]
    )


def _key(term: Term) -> str:
    return f"{term.kind.value}/{term.slug}"


def _term_of(context: Context, key: str) -> Term:
    kind, _, slug = key.partition("/")
    return context.site.terms.by_kind[TermKind(kind)][slug]


def _years(path: str, said: Iterable[Said], words: Words) -> tuple[FacetView, ...]:
    """Each year, the newest first, where there is more than one; what has no date has none."""
    counts = Counter(each.year for each in said)
    if len(counts) < 2:  # noqa: PLR2004  one year is no choice
        return ()
    return tuple(
        FacetView(
            key=year or UNDATED,
            title=year_title(year, words),
            href=part_address(path, year),
            count=count,
        )
        for year, count in counts.items()
    )


def _by_year(path: str, said: Iterable[Said], words: Words) -> Iterable[Part[Said]]:
    for year, found in groupby(said, lambda each: each.year):
        yield Part(
            path=part_address(path, year), suffix=year_title(year, words), members=tuple(found)
        )

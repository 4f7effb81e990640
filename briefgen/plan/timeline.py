"""Timelines: the events of articles in the order of their dates, ready to be drawn."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from itertools import groupby

from briefgen.model.article import Event
from briefgen.model.dates import Basis, Period
from briefgen.model.item import Article
from briefgen.plan.axis import month_of
from briefgen.plan.dates import month_text, period_view, year_text
from briefgen.plan.ledger_lines import Happening, Row, Sheet, draw, is_within
from briefgen.plan.views.timeline import DrawingView, TimelineFigure
from briefgen.words import Words

# Above so many lines, those of a month are drawn as one; above that again, those of a year.
LINES = 25

# The marks, in the order of the key.
SHAPES = ("disc", "bar", "hatch", "ring", "frame", "dashes")

COMPACT = Sheet(width=350, size=14, small=13, pitch=45, leading=18, above=True)
MIDDLE = Sheet(width=655)
WIDE = Sheet(width=1072)


def happenings(articles: Iterable[Article], words: Words) -> tuple[Happening, ...]:
    """The events of these articles, earliest first."""
    found = [
        _happening(article, number, event, words)
        for article in articles
        for number, event in enumerate(article.keys.events, 1)
    ]
    return tuple(sorted(found, key=lambda each: (*in_time(each.period), each.article, each.number)))


def in_time(period: Period) -> tuple[datetime.date, datetime.date]:
    """By what events are put in order: the day on which they begin, then the longer ones last."""
    start = period.start or period.end or datetime.date.min
    return start, period.end or datetime.date.max


def is_planned(article: Article, event: Event) -> bool:
    """Whether an event lay ahead when the source was published."""
    source = article.keys.source
    known = source.published.end if source and source.published else None
    return bool(known and event.date.start and event.date.start > known)


def certainty(period: Period, basis: Basis, *, planned: bool) -> tuple[str, ...]:
    """What keeps a date from being exact, as `TimelineEvent` names it."""
    said = {
        "about": period.approximate,
        "uncertain": period.uncertain,
        "within": is_within(period) and not period.approximate,
        "open-start": period.start is None,
        "open-end": period.end is None,
        "inferred": basis is Basis.INFERRED,
        "planned": planned,
    }
    return tuple(name for name, holds in said.items() if holds)


def figure_of(events: Sequence[Happening], language: str) -> TimelineFigure | None:
    """The timeline of these events, in three widths; None of none, and where all of them would lie
    on one line, for that says no more than its title.
    """
    rows = lines_of(events, language)
    if not rows or (rows[0].count and len(rows) == 1):
        return None
    compact, middle, wide = (draw(rows, sheet, language) for sheet in (COMPACT, MIDDLE, WIDE))
    known = [day for each in events for day in (each.period.start, each.period.end) if day]
    return TimelineFigure(
        first=month_text(min(known).replace(day=1), language),
        last=month_text(max(known).replace(day=1), language),
        compact=compact,
        middle=middle,
        wide=wide,
        shapes=shapes_of(wide),
        broken=bool(wide.breaks),
        grouped=any(row.count for row in rows),
    )


def shapes_of(drawing: DrawingView) -> tuple[str, ...]:
    """The kinds of mark in a drawing, in the order of the key."""
    shapes = {mark.shape for line in drawing.lines for mark in line.marks}
    return tuple(each for each in SHAPES if each in shapes)


def rows_of(events: Sequence[Happening]) -> tuple[Row, ...]:
    """A line for each event."""
    return tuple(
        Row(events=(each,), what=each.what.removesuffix("."), text=each.text, lang=each.lang)
        for each in events
    )


def lines_of(events: Sequence[Happening], language: str, most: int = LINES) -> tuple[Row, ...]:
    """A line for each event, or, where these are more than `most`, for each month or year."""
    if len(events) <= most:
        return rows_of(events)
    months = _grouped(events, 1, language)
    return months if len(months) <= LINES else _grouped(events, 12, language)


def _grouped(events: Sequence[Happening], size: int, language: str) -> tuple[Row, ...]:
    """A line for each month, or for each year."""
    made: list[Row] = []
    for _, found in groupby(events, lambda each: month_of(in_time(each.period)[0]) // size):
        group = tuple(found)
        day = in_time(group[0].period)[0].replace(day=1)
        made.append(
            Row(
                events=group,
                what=month_text(day, language) if size == 1 else year_text(day, language),
                count=len(group),
                href=f"#{day:%Y-%m}" if size == 1 else "",
            )
        )
    return tuple(made)


def _happening(article: Article, number: int, event: Event, words: Words) -> Happening:
    date = period_view(event.date, words)
    return Happening(
        article=article.slug,
        number=number,
        period=event.date,
        what=event.what,
        text=date.text if date else "",
        planned=is_planned(article, event),
        inferred=event.date_basis is Basis.INFERRED,
        lang=article.keys.lang if article.keys.lang != words.language else "",
    )

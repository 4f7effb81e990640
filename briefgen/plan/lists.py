"""Long lists in order of date, cut by year and then by month, so that one more touches one part."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Generic, TypeVar

from briefgen.model.base import Record
from briefgen.plan.context import Context
from briefgen.plan.dates import month_text
from briefgen.plan.views.pages import Month
from briefgen.plan.views.parts import Ref
from briefgen.words import Words, in_digits

# A list up to this length stands on one page; above it, it is cut. A hundred cards are about
# sixty kilobytes of HTML.
LONGEST = 100

T = TypeVar("T")
DayOf = Callable[[T], datetime.date | None]


class Part(Record, Generic[T]):
    """A page of a list: where it is, what comes after its title, its members, and the parts below
    it (none, if it holds all of its own members itself).
    """

    path: str
    suffix: str
    members: tuple[T, ...]
    parts: tuple[Ref, ...] = ()


class Run(Record, Generic[T]):
    """The members of one month; `title` such as "August 2021", `anchor` such as "2021-08"."""

    title: str
    anchor: str
    members: tuple[T, ...]


def cut(context: Context, path: str, slugs: tuple[str, ...]) -> Iterable[Part[str]]:
    """Cut a list of articles, as `divide` does."""
    return divide(path, slugs, context.days.__getitem__, context.words)


def divide(
    path: str, members: tuple[T, ...], day_of: DayOf[T], words: Words, *, longest: int = LONGEST
) -> Iterable[Part[T]]:
    """Cut a list that begins at `path` ("topics/trade.html", "archive/index.html"). Its parts are
    beside it, named after year and month: "topics/trade/2021.html", "archive/2021-08.html".
    """
    if len(members) <= longest:
        yield Part(path=path, suffix="", members=members)
        return
    years = [
        (f"{day.year:04}" if day else "", found) for day, found in _groups(members, day_of, _YEAR)
    ]
    links = tuple(
        Ref(title=year_title(year, words), href=part_address(path, year)) for year, _ in years
    )
    # The first page shows the newest few, and leads to all parts.
    yield Part(path=path, suffix="", members=members[: longest // 5], parts=links)
    for year, in_year in years:
        title = year_title(year, words)
        if len(in_year) <= longest or not year:
            yield Part(path=part_address(path, year), suffix=title, members=in_year)
            continue
        months = runs(in_year, day_of, words)
        links = tuple(
            Ref(title=each.title, href=part_address(path, each.anchor)) for each in months
        )
        yield Part(path=part_address(path, year), suffix=title, members=(), parts=links)
        for each in months:
            yield Part(
                path=part_address(path, each.anchor), suffix=each.title, members=each.members
            )


def runs(members: tuple[T, ...], day_of: DayOf[T], words: Words) -> tuple[Run[T], ...]:
    """Group a list that is in order of date by month."""
    return tuple(
        Run(title=_title(day, words), anchor=_anchor(day), members=group)
        for day, group in _groups(members, day_of, _MONTH)
    )


_YEAR = attrgetter("year")
_MONTH = attrgetter("year", "month")


def _groups(
    members: Iterable[T], day_of: DayOf[T], unit: Callable[[datetime.date], object]
) -> list[tuple[datetime.date | None, tuple[T, ...]]]:
    """The members of each year or month, with the day of the first. They are only compared here:
    it goes over the members of every list, and words are for a few.
    """
    groups: list[tuple[datetime.date | None, list[T]]] = []
    last: object = groups
    for each in members:
        day = day_of(each)
        when = unit(day) if day else None
        if when != last:
            groups.append((day, []))
            last = when
        groups[-1][1].append(each)
    return [(day, tuple(group)) for day, group in groups]


def by_month(context: Context, slugs: tuple[str, ...]) -> tuple[Month, ...]:
    """The cards of articles that are in order of date, by month."""
    return tuple(
        Month(title=run.title, anchor=run.anchor, cards=context.parts.cards(run.members))
        for run in runs(slugs, context.days.__getitem__, context.words)
    )


def part_title(title: str, suffix: str, words: Words) -> str:
    """The title of a part of a list: "Articles, 2021"."""
    return words.text("listed_part", title=title, part=suffix) if suffix else title


def _anchor(day: datetime.date | None) -> str:
    return f"{day.year:04}-{day.month:02}" if day else "undated"


def _title(day: datetime.date | None, words: Words) -> str:
    return month_text(day.replace(day=1), words.language) if day else words.text("undated_list")


def year_title(year: str, words: Words) -> str:
    """The title of the part of a year; empty: of what has no date."""
    return in_digits(year, words.language) if year else words.text("undated_list")


def part_address(path: str, part: str) -> str:
    """The address of a part of the list that begins at `path`."""
    base = path.removesuffix("index.html").removesuffix(".html").rstrip("/")
    return f"{base}/{part or 'undated'}.html"

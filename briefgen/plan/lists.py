"""Long lists in order of date, cut by year and then by month, so that one more touches one part."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from itertools import groupby
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
UNDATED = ("", "")

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
    return divide(path, slugs, _day_of(context), context.words)


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
        (key, tuple(found)) for key, found in groupby(members, lambda each: _month(day_of(each))[0])
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
    made: list[Run[T]] = []
    for (_, month), found in groupby(members, lambda each: _month(day_of(each))):
        group = tuple(found)
        title = _title(day_of(group[0]), words)
        made.append(Run(title=title, anchor=month or "undated", members=group))
    return tuple(made)


def by_month(context: Context, slugs: tuple[str, ...]) -> tuple[Month, ...]:
    """The cards of articles that are in order of date, by month."""
    return tuple(
        Month(title=run.title, anchor=run.anchor, cards=context.parts.cards(run.members))
        for run in runs(slugs, _day_of(context), context.words)
    )


def part_title(title: str, suffix: str, words: Words) -> str:
    """The title of a part of a list: "Articles, 2021"."""
    return words.text("listed_part", title=title, part=suffix) if suffix else title


def _day_of(context: Context) -> DayOf[str]:
    def day(slug: str) -> datetime.date | None:
        date = context.site.articles[slug].keys.date
        return date.day if date else None

    return day


def _month(day: datetime.date | None) -> tuple[str, str]:
    return (f"{day.year:04}", f"{day.year:04}-{day.month:02}") if day else UNDATED


def _title(day: datetime.date | None, words: Words) -> str:
    return month_text(day.replace(day=1), words.language) if day else words.text("undated_list")


def year_title(year: str, words: Words) -> str:
    """The title of the part of a year; empty: of what has no date."""
    return in_digits(year, words.language) if year else words.text("undated_list")


def part_address(path: str, part: str) -> str:
    """The address of a part of the list that begins at `path`."""
    base = path.removesuffix("index.html").removesuffix(".html").rstrip("/")
    return f"{base}/{part or 'undated'}.html"

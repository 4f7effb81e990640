"""Long lists of articles, cut by year and then by month, so that one more touches one part."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from briefgen.model.base import Record
from briefgen.plan.context import Context
from briefgen.plan.dates import month_text
from briefgen.plan.views.pages import Month
from briefgen.plan.views.parts import Ref

# A list up to this length stands on one page; above it, it is cut. A hundred cards are about
# sixty kilobytes of HTML.
LONGEST = 100
UNDATED = ("", "")


class Part(Record):
    """A page of a list: where it is, what comes after its title, its articles, and the parts below
    it (none, if it holds all of its own articles itself).
    """

    path: str
    suffix: str
    slugs: tuple[str, ...]
    parts: tuple[Ref, ...] = ()


def cut(context: Context, path: str, slugs: tuple[str, ...]) -> Iterable[Part]:
    """Cut a list that begins at `path` ("topics/trade.html", "archive/index.html"). Its parts are
    beside it, named after year and month: "topics/trade/2021.html", "archive/2021-08.html".
    """
    if len(slugs) <= LONGEST:
        yield Part(path=path, suffix="", slugs=slugs)
        return
    base = path.removesuffix("index.html").removesuffix(".html").rstrip("/")
    years = [(key, tuple(found)) for key, found in groupby(slugs, lambda s: _month(context, s)[0])]
    links = tuple(Ref(title=year or "Undated", href=_path(base, year)) for year, _ in years)
    # The first page shows the newest few, and leads to all parts.
    yield Part(path=path, suffix="", slugs=slugs[: LONGEST // 5], parts=links)
    for year, in_year in years:
        if len(in_year) <= LONGEST or not year:
            yield Part(path=_path(base, year), suffix=year or "Undated", slugs=in_year)
            continue
        months = [
            (key[1], tuple(found)) for key, found in groupby(in_year, lambda s: _month(context, s))
        ]
        titles = {month: _title(context, found[0]) for month, found in months}
        links = tuple(Ref(title=titles[month], href=_path(base, month)) for month, _ in months)
        yield Part(path=_path(base, year), suffix=year, slugs=(), parts=links)
        for month, in_month in months:
            yield Part(path=_path(base, month), suffix=titles[month], slugs=in_month)


def by_month(context: Context, slugs: tuple[str, ...]) -> tuple[Month, ...]:
    """Group a list that is in order of date."""
    made: list[Month] = []
    for (_, month), found in groupby(slugs, lambda slug: _month(context, slug)):
        group = tuple(found)
        cards = context.parts.cards(group)
        made.append(Month(title=_title(context, group[0]), anchor=month or "undated", cards=cards))
    return tuple(made)


def _month(context: Context, slug: str) -> tuple[str, str]:
    date = context.site.articles[slug].keys.date
    return (f"{date.day.year:04}", f"{date.day:%Y-%m}") if date else UNDATED


def _title(context: Context, slug: str) -> str:
    date = context.site.articles[slug].keys.date
    return month_text(date.day.replace(day=1), context.parts.language) if date else "Undated"


def _path(base: str, part: str) -> str:
    return f"{base}/{part or 'undated'}.html"

"""How many articles there are month by month, for a small chart."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable

from briefgen.plan.axis import month_of
from briefgen.plan.context import Context
from briefgen.plan.dates import month_text, year_text
from briefgen.plan.views.terms import CoverageBar, CoverageView

# A bar for each month of two years at most; beyond that, for each year.
MONTHS = 24
YEARS = 40
# Fewer articles than this are seen at a glance.
LEAST = 3


def coverage_of(context: Context, slugs: Iterable[str]) -> CoverageView | None:
    """The chart of these articles; None where they are too few, or of one month."""
    days = [day for day in map(context.days.__getitem__, slugs) if day is not None]
    if len(days) < LEAST:
        return None
    first, last = month_of(min(days)), month_of(max(days))
    language = context.parts.language
    if first == last:
        return None
    if last - first < MONTHS:
        months = Counter(map(month_of, days))
        bars = tuple(
            CoverageBar(title=month_text(_month(each), language), count=months[each])
            for each in range(first, last + 1)
        )
        return CoverageView(unit="month", bars=bars, most=max(months.values()))
    years = Counter(day.year for day in days)
    begun = max(min(years), max(years) - YEARS + 1)
    bars = tuple(
        CoverageBar(title=year_text(datetime.date(year, 1, 1), language), count=years[year])
        for year in range(begun, max(years) + 1)
    )
    return CoverageView(unit="year", bars=bars, most=max(years.values()))


def _month(number: int) -> datetime.date:
    return datetime.date(number // 12, number % 12 + 1, 1)

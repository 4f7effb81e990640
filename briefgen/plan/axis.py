"""An axis of time: linear, but for a long time in which nothing is dated, which is left out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from briefgen.model.base import Record
from briefgen.plan.dates import month_name, month_text, year_text
from briefgen.plan.lettering import width_of

# Up to so many months are shown as such; beyond, years, or tens of years.
MONTHS = 14
BANDS = 14
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
# What a break takes of the width, and what stands before the title of a band.
BREAK = 18.0
INSET = 6.0

# A month, counted from that of the year 0.
Month = int
Run = tuple[Month, Month]


class Band(Record):
    """A stretch of the axis with a title: the days from `start` up to `end`, which is not in it."""

    start: datetime.date
    end: datetime.date
    x: float
    width: float
    title: str = ""


class Axis(Record):
    """Where each day lies. `breaks` are the middles of what is left out."""

    width: float
    bands: tuple[Band, ...]
    breaks: tuple[float, ...] = ()

    def at(self, day: datetime.date) -> float:
        """Where `day` begins; before and after the axis, its ends."""
        for band in self.bands:
            if day < band.end:
                into = max((day - band.start).days, 0)
                return band.x + band.width * into / (band.end - band.start).days
        return self.width


def axis_of(spans: Iterable[Run], width: float, size: float, language: str) -> Axis:
    """The axis for these spans of months, `width` wide, titles set at `size`."""
    runs, step = _in_bands(_without_gaps(spans))
    parts = [part for run in runs for part in _parts(run, step)]
    days = sum((_day(part[1] + 1) - _day(part[0])).days for part in parts)
    scale = (width - BREAK * (len(runs) - 1)) / days
    bands: list[Band] = []
    breaks: list[float] = []
    x = 0.0
    for number, part in enumerate(parts):
        if number and part[0] != parts[number - 1][1] + 1:
            breaks.append(x + BREAK / 2)
            x += BREAK
        start, end = _day(part[0]), _day(part[1] + 1)
        wide = (end - start).days * scale
        bands.append(Band(start=start, end=end, x=x, width=wide))
        x += wide
    return Axis(width=width, bands=_titled(bands, step, size, language), breaks=tuple(breaks))


def month_of(day: datetime.date) -> Month:
    """The number of a month."""
    return day.year * 12 + day.month - 1


def _day(month: Month) -> datetime.date:
    year, rest = divmod(month, 12)
    return datetime.date(year, rest + 1, 1) if year <= datetime.MAXYEAR else datetime.date.max


def _without_gaps(spans: Iterable[Run]) -> list[Run]:
    """One run of months, or several, with no gap in one that exceeds half of the axis."""
    merged: list[Run] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    gaps = {n: merged[n + 1][0] - merged[n][1] - 1 for n in range(len(merged) - 1)}
    broken: set[int] = set()
    length = merged[-1][1] - merged[0][0] + 1
    while left := {n: gap for n, gap in gaps.items() if n not in broken and gap * 2 > length}:
        widest = max(left, key=lambda n: left[n])
        broken.add(widest)
        length -= gaps[widest]
    runs: list[Run] = [merged[0]]
    for number, each in enumerate(merged[1:]):
        if number in broken:
            runs.append(each)
        else:
            runs[-1] = (runs[-1][0], each[1])
    return runs


def _in_bands(runs: Sequence[Run]) -> tuple[list[Run], int]:
    """The runs widened to whole bands, and how many months a band has."""
    if sum(last - first + 1 for first, last in runs) <= MONTHS:
        return list(runs), 1
    step = next((n for n in STEPS if sum(_bands(run, n * 12) for run in runs) <= BANDS), STEPS[-1])
    months = step * 12
    wide: list[Run] = []
    for first, last in runs:
        run = (first // months * months, (last // months + 1) * months - 1)
        if wide and run[0] <= wide[-1][1] + 1:
            wide[-1] = (wide[-1][0], run[1])
        else:
            wide.append(run)
    # The calendar has no year 0, and ends.
    return [
        (max(first, 12), min(last, month_of(datetime.date.max))) for first, last in wide
    ], months


def _bands(run: Run, months: int) -> int:
    return run[1] // months - run[0] // months + 1


def _parts(run: Run, step: int) -> Iterable[Run]:
    first = run[0]
    while first <= run[1]:
        last = min((first // step + 1) * step - 1, run[1])
        yield first, last
        first = last + 1


def _titled(bands: Sequence[Band], step: int, size: float, language: str) -> tuple[Band, ...]:
    """The bands with those titles that have room, all in the longer form, if that has room."""
    long = [_long(bands, number, step, language) for number in range(len(bands))]
    fits = all(
        INSET + width_of(title, size) <= band.width for title, band in zip(long, bands, strict=True)
    )
    titles = long if fits else [_short(bands, n, step, language) for n in range(len(bands))]
    made: list[Band] = []
    free = 0.0
    for band, title in zip(bands, titles, strict=True):
        end = band.x + INSET + width_of(title, size)
        # A title may run into a band that has none, and not over the edge.
        shown = band.x >= free and end <= bands[-1].x + bands[-1].width
        free = end if shown else free
        made.append(
            Band(
                start=band.start,
                end=band.end,
                x=band.x,
                width=band.width,
                title=title if shown else "",
            )
        )
    return tuple(made)


def _long(bands: Sequence[Band], number: int, step: int, language: str) -> str:
    start = bands[number].start
    if step > 1:
        return year_text(start, language)
    if number == 0 or start.month == 1 or start != bands[number - 1].end:
        return month_text(start, language)
    return month_name(start, language)


def _short(bands: Sequence[Band], number: int, step: int, language: str) -> str:
    start = bands[number].start
    if step > 1 or (number and start.month == 1):
        return year_text(start, language)
    if number and start != bands[number - 1].end:
        return month_text(start, language, short=True)
    return month_name(start, language, short=True)

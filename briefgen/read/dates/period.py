"""A subset of the Extended Date/Time Format (Library of Congress, 2019; ISO 8601-2, annex A):
levels 0 and 1, and X in the last digits of day or month.

Left out, and refused in plain words: years before 0001 or after 9999, which a calendar date cannot
hold, and level 2 (sets, exponents, qualifiers of single components).
"""

from __future__ import annotations

import calendar
import datetime
import re
from typing import NamedTuple

from briefgen.model.dates import Period
from briefgen.read.dates.moment import TIMED, parse_day, why_no_day
from briefgen.read.findings import Complaint, shorten

SIDE = re.compile(
    r"(\d{4}|\d{3}X|\d{2}XX|\dXXX)(?:-(\d\d|\dX|XX)(?:-(\d\d|\dX|XX))?)?([?~%]?)", re.ASCII
)
FAR_YEAR = re.compile(r"-\d{4}.*|Y-?\d+.*|[+-]?\d{5,}(-.*)?")
OPEN = ".."
SPRING, WINTER = 21, 24
FORM = (
    "Write 2021-07-08, 2021-07, 2021, 2021-07-2X (late in the month), 2021-07~ (about), 2021? "
    "(uncertain) or 2021-07-08/2021-07-09."
)


class Span(NamedTuple):
    """The days that one side of an interval may cover."""

    start: datetime.date
    end: datetime.date
    mark: str


def parse_period(text: str) -> Period | Complaint:
    """The days that `text` may cover. An unknown side of an interval is as open as an open one."""
    sides = text.split("/")
    if len(sides) == 1:
        span = _side(text)
        if isinstance(span, Complaint):
            return span
        return _period(text, span.start, span.end, span.mark)
    if len(sides) > 2 or all(side in ("", OPEN) for side in sides):  # noqa: PLR2004
        return _complaint(text)
    first, last = (None if side in ("", OPEN) else _side(side) for side in sides)
    if isinstance(first, Complaint):
        return first
    if isinstance(last, Complaint):
        return last
    if first and last and first.start > last.end:
        return Complaint(
            code="date-invalid",
            message=f"ends before it begins: “{shorten(text)}”.",
            hint="The earlier date stands before the stroke.",
        )
    marks = (first.mark if first else "") + (last.mark if last else "")
    return _period(text, first.start if first else None, last.end if last else None, marks)


def _period(
    text: str, start: datetime.date | None, end: datetime.date | None, marks: str
) -> Period:
    return Period(
        text=text,
        start=start,
        end=end,
        approximate="~" in marks or "%" in marks,
        uncertain="?" in marks or "%" in marks,
    )


def _side(text: str) -> Span | Complaint:
    found = SIDE.fullmatch(text)
    if found is None:
        return _timed(text)
    year, month, day, mark = found.groups()
    if "X" in year:
        return _decades(text, year, month, day, mark)
    number = int(year)
    if number == 0:
        return _complaint(text, why_no_day(0, 1, 1))
    if month is None:
        return Span(datetime.date(number, 1, 1), datetime.date(number, 12, 31), mark)
    if "X" in month:
        return _months(text, number, month, day, mark)
    if SPRING <= int(month) <= WINTER and day is None:
        return _season(number, int(month), mark)
    if not 1 <= int(month) <= 12:  # noqa: PLR2004
        return _complaint(text, why_no_day(number, int(month), 1))
    if day is None:
        return _days(text, number, int(month), "XX", mark)
    return _days(text, number, int(month), day, mark)


def _decades(
    text: str, year: str, month: str | None, day: str | None, mark: str
) -> Span | Complaint:
    """Years with unspecified digits. Month and day are then unspecified too, or left out."""
    if month not in (None, "XX") or day not in (None, "XX"):
        return _complaint(text, "Where the year is not known, month and day cannot be.")
    first = max(int(year.replace("X", "0")), 1)
    last = int(year.replace("X", "9"))
    return Span(datetime.date(first, 1, 1), datetime.date(last, 12, 31), mark)


def _months(text: str, year: int, month: str, day: str | None, mark: str) -> Span | Complaint:
    """Months with unspecified digits: XX, 0X (January to September), 1X (October to December)."""
    if day not in (None, "XX"):
        return _complaint(text, "Where the month is not known, the day cannot be.")
    fitting = [n for n in range(1, 13) if re.fullmatch(month.replace("X", "."), f"{n:02}")]
    if not fitting:
        return _complaint(text, f"No month begins with {month[0]}.")
    end = calendar.monthrange(year, fitting[-1])[1]
    return Span(datetime.date(year, fitting[0], 1), datetime.date(year, fitting[-1], end), mark)


def _days(text: str, year: int, month: int, day: str, mark: str) -> Span | Complaint:
    """Days of one month, with or without unspecified digits."""
    length = calendar.monthrange(year, month)[1]
    if "X" not in day:
        if not 1 <= int(day) <= length:
            return _complaint(text, why_no_day(year, month, int(day)))
        only = datetime.date(year, month, int(day))
        return Span(only, only, mark)
    pattern = day.replace("X", ".")
    fitting = [n for n in range(1, length + 1) if re.fullmatch(pattern, f"{n:02}")]
    if not fitting:
        return _complaint(text, f"The month {year:04}-{month:02} has no day that begins so.")
    return Span(
        datetime.date(year, month, fitting[0]), datetime.date(year, month, fitting[-1]), mark
    )


def _season(year: int, season: int, mark: str) -> Span:
    """Codes 21 to 24: spring, summer, autumn, winter. The standard gives them no months; these are
    the meteorological ones of the north, winter reaching into the next year."""
    month = (season - SPRING) * 3 + 3
    start = datetime.date(year, month, 1)
    if season != WINTER:
        last = month + 2
        return Span(start, datetime.date(year, last, calendar.monthrange(year, last)[1]), mark)
    if year == datetime.MAXYEAR:
        return Span(start, datetime.date.max, mark)
    return Span(start, datetime.date(year + 1, 2, calendar.monthrange(year + 1, 2)[1]), mark)


def _timed(text: str) -> Span | Complaint:
    """A date with a time (level 0), of which the day counts, as written."""
    found = TIMED.fullmatch(text)
    if not found:
        far = FAR_YEAR.fullmatch(text)
        return _complaint(text, "Years run from 0001 to 9999." if far else FORM)
    day = parse_day(found[1])
    return day if isinstance(day, Complaint) else Span(day, day, "")


def _complaint(text: str, hint: str = FORM) -> Complaint:
    return Complaint(code="date-invalid", message=f"is no date: “{shorten(text)}”.", hint=hint)

"""An instant: ISO date, ISO date-time, or the common `YYYY-MM-DD HH:MM:SS ±HHMM`."""

from __future__ import annotations

import datetime
import re

from briefgen.model.dates import Moment
from briefgen.read.dates.zone import zone_of
from briefgen.read.findings import Complaint, shorten

DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
TIMED = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,6})\d*)?)?"
    r"(?: ?(Z)| ?([+-])(\d{2}):?(\d{2})?)?",
    re.IGNORECASE | re.ASCII,
)
LOOSE = re.compile(r"(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})", re.ASCII)
DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
FORM = "Write the date as 2021-07-08, or with a time as 2021-07-08T14:30Z."


def parse_moment(text: str, timezone: str) -> Moment | Complaint:
    """The instant that `text` names; without a zone of its own it is in `timezone`."""
    zone: datetime.tzinfo = zone_of(timezone) or datetime.UTC
    if DATE.fullmatch(text):
        day = parse_day(text)
        if isinstance(day, Complaint):
            return day
        local = datetime.datetime.combine(day, datetime.time(), zone)
        return _moment(text, local, zone, whole_day=True)
    timed = TIMED.fullmatch(text)
    if not timed:
        return Complaint(
            code="date-invalid", message=f"is no date: “{shorten(text)}”.", hint=_hint(text)
        )
    day = parse_day(timed[1])
    if isinstance(day, Complaint):
        return day
    hour, minute, second = int(timed[2]), int(timed[3]), int(timed[4] or 0)
    micro = int((timed[5] or "0").ljust(6, "0"))
    offset = _offset(timed)
    try:
        local = datetime.datetime.combine(
            day, datetime.time(hour, minute, second, micro), zone if offset is None else offset
        )
    except ValueError:
        return _no_time(text)
    return _no_time(text) if offset == BAD_OFFSET else _moment(text, local, zone)


def parse_day(text: str) -> datetime.date | Complaint:
    """The calendar day of a text of the form YYYY-MM-DD."""
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:])
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return Complaint(
            code="date-invalid",
            message=f"is no date: “{shorten(text)}”.",
            hint=why_no_day(year, month, day),
        )


def why_no_day(year: int, month: int, day: int) -> str:
    """Why the calendar has no such day."""
    if not 1 <= year <= datetime.MAXYEAR:
        return f"Years run from 0001 to {datetime.MAXYEAR}."
    if not 1 <= month <= 12:  # noqa: PLR2004
        return f"There is no month {month:02}; the order is year, month, day."
    return f"The month {year:04}-{month:02} has no day {day:02}."


# An offset that `timezone` would refuse, or that exists nowhere (zones reach from -12 to +14).
BAD_OFFSET = datetime.timezone(datetime.timedelta(hours=23, minutes=59))


def _offset(timed: re.Match[str]) -> datetime.tzinfo | None:
    if timed[6]:
        return datetime.UTC
    if not timed[7]:
        return None
    hours, minutes = int(timed[8]), int(timed[9] or 0)
    if hours > 14 or minutes > 59:  # noqa: PLR2004
        return BAD_OFFSET
    delta = datetime.timedelta(hours=hours, minutes=minutes)
    return datetime.timezone(-delta if timed[7] == "-" else delta)


def _moment(
    text: str, local: datetime.datetime, zone: datetime.tzinfo, *, whole_day: bool = False
) -> Moment | Complaint:
    try:
        at = local.astimezone(datetime.UTC)
        day = local.date() if whole_day else at.astimezone(zone).date()
    except OverflowError:
        return Complaint(
            code="date-invalid",
            message=f"lies too near the end of the calendar: “{shorten(text)}”.",
            hint=f"Years run from 0001 to {datetime.MAXYEAR}.",
        )
    return Moment(text=text, at=at, day=day, whole_day=whole_day)


def _no_time(text: str) -> Complaint:
    return Complaint(
        code="date-invalid",
        message=f"has a time that does not exist: “{shorten(text)}”.",
        hint="Times run from 00:00 to 23:59:59, zones from -12:00 to +14:00.",
    )


def _hint(text: str) -> str:
    """The date as it should be written, where it can be told."""
    if found := LOOSE.fullmatch(text):
        year, month, day = found[1], int(found[2]), int(found[3])
    elif found := DOTTED.fullmatch(text):
        year, month, day = found[3], int(found[2]), int(found[1])
    else:
        return FORM
    written = f"{year}-{month:02}-{day:02}"
    return FORM if isinstance(parse_day(written), Complaint) else f"Write it so: {written}"

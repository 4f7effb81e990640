"""Dates: the forms that are read, and which days they mean."""

from __future__ import annotations

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.dates import Moment, Period
from briefgen.read.dates.moment import parse_moment
from briefgen.read.dates.period import parse_period
from briefgen.read.findings import Complaint

OPEN = None


@pytest.mark.parametrize(
    ("text", "zone", "at", "day"),
    [
        ("2021-08-27", "UTC", "2021-08-27T00:00", "2021-08-27"),
        ("2021-08-27", "Asia/Kabul", "2021-08-26T19:30", "2021-08-27"),
        ("2021-08-27T10:00Z", "UTC", "2021-08-27T10:00", "2021-08-27"),
        ("2021-08-27t10:00:30z", "UTC", "2021-08-27T10:00:30", "2021-08-27"),
        ("2021-08-27T23:00Z", "Asia/Kabul", "2021-08-27T23:00", "2021-08-28"),
        ("2021-08-27T10:00", "Europe/Berlin", "2021-08-27T08:00", "2021-08-27"),
        ("2021-08-27 10:00:00 +0300", "UTC", "2021-08-27T07:00", "2021-08-27"),
        ("2021-08-27 01:00:00 +0430", "UTC", "2021-08-26T20:30", "2021-08-26"),
        ("2021-08-27T10:00:00-03", "UTC", "2021-08-27T13:00", "2021-08-27"),
        ("2021-08-27T10:00:00.25Z", "UTC", "2021-08-27T10:00:00.250", "2021-08-27"),
        # Clocks in Berlin are set forward at 2 and back at 3: the earlier reading is taken.
        ("2021-03-28T02:30", "Europe/Berlin", "2021-03-28T01:30", "2021-03-28"),
        ("2021-10-31T02:30", "Europe/Berlin", "2021-10-31T00:30", "2021-10-31"),
    ],
)
def test_moment(text: str, zone: str, at: str, day: str) -> None:
    moment = parse_moment(text, zone)
    assert moment == Moment(
        text=text,
        at=datetime.datetime.fromisoformat(at).replace(tzinfo=datetime.UTC),
        day=datetime.date.fromisoformat(day),
        whole_day=len(text) == 10,
    )


@pytest.mark.parametrize(
    "text",
    [
        "2021",
        "2021-08",
        "2021-02-29",
        "2021-8-7",
        "21-08-27",
        "0000-01-01",
        "10:00",
        "2021-08-27T24:00",
        "2021-08-27T10:60",
        "2021-08-27T10:00+15:00",
        "2021-08-27T10:00+05:75",
        "0001-01-01T00:00+14:00",
        "9999-12-31T23:59-12:00",
        "2021-08-27T10:00 Europe/Berlin",
        "۲۰۲۱-۰۸-۲۷",
        "2021-08-27\n",
        "",
    ],
)
def test_no_moment(text: str) -> None:
    assert isinstance(parse_moment(text, "UTC"), Complaint)


# From the tables of the standard (Library of Congress, Extended Date/Time Format, 2019): level 0,
# level 1, and the last digits of level 1 where a calendar can hold them.
@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1985-04-12", "1985-04-12", "1985-04-12"),
        ("1985-04", "1985-04-01", "1985-04-30"),
        ("1985", "1985-01-01", "1985-12-31"),
        ("1985-04-12T23:20:30", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"),
        ("1964/2008", "1964-01-01", "2008-12-31"),
        ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
        ("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
        ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
        ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
        ("2005/2006-02", "2005-01-01", "2006-02-28"),
        ("2001-21", "2001-03-01", "2001-05-31"),
        ("2001-22", "2001-06-01", "2001-08-31"),
        ("2001-23", "2001-09-01", "2001-11-30"),
        ("2003-24", "2003-12-01", "2004-02-29"),
        ("1984?", "1984-01-01", "1984-12-31"),
        ("2004-06~", "2004-06-01", "2004-06-30"),
        ("2004-06-11%", "2004-06-11", "2004-06-11"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("1985-04-XX", "1985-04-01", "1985-04-30"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31"),
        ("1985-04-12/..", "1985-04-12", OPEN),
        ("1985-04/..", "1985-04-01", OPEN),
        ("1985/..", "1985-01-01", OPEN),
        ("../1985-04-12", OPEN, "1985-04-12"),
        ("../1985", OPEN, "1985-12-31"),
        ("1985-04-12/", "1985-04-12", OPEN),
        ("1985/", "1985-01-01", OPEN),
        ("/1985-04", OPEN, "1985-04-30"),
        ("1984~/2004-06", "1984-01-01", "2004-06-30"),
        ("1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-08"),
        ("1984-06-02?/", "1984-06-02", OPEN),
        # Ours: X in the last digit of day or month.
        ("2021-07-2X", "2021-07-20", "2021-07-29"),
        ("2021-02-2X", "2021-02-20", "2021-02-28"),
        ("2021-07-0X", "2021-07-01", "2021-07-09"),
        ("2021-07-3X", "2021-07-30", "2021-07-31"),
        ("2021-1X", "2021-10-01", "2021-12-31"),
        ("2021-0X", "2021-01-01", "2021-09-30"),
        ("000X", "0001-01-01", "0009-12-31"),
        ("9999-24", "9999-12-01", "9999-12-31"),
    ],
)
def test_period(text: str, start: str | None, end: str | None) -> None:
    period = parse_period(text)
    assert isinstance(period, Period), period
    assert period.text == text
    assert period.start == (datetime.date.fromisoformat(start) if start else None)
    assert period.end == (datetime.date.fromisoformat(end) if end else None)
    assert period.approximate is bool(re.search("[~%]", text))
    assert period.uncertain is bool(re.search("[?%]", text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "..",
        "../..",
        "a/b/c",
        "21",
        "2021-7",
        "2021-13",
        "2021-25",
        "2021-24-01",
        "2021-02-30",
        "2021-02-3X",
        "2021-2X",
        "2021-XX-05",
        "202X-05",
        "XXXX",
        "2X21",
        "2021-X7",
        "0000",
        "-0044",
        "Y170000002",
        "12345",
        "2022/2021",
        "2021-?07",
        "?2021",
        "2021-06-~11",
        "[1667,1668]",
        "{1960..1965}",
        "1950S2",
        "2021~?",
        "July 2021",
        "۲۰۲۱",
    ],
)
def test_no_period(text: str) -> None:
    complaint = parse_period(text)
    assert isinstance(complaint, Complaint)
    assert complaint.code == "date-invalid"
    assert complaint.hint


@given(st.dates(), st.dates(), st.sampled_from(["", "?", "~", "%"]))
def test_an_interval_of_days_is_those_days(
    one: datetime.date, other: datetime.date, mark: str
) -> None:
    first, last = sorted((one, other))
    period = parse_period(f"{first.isoformat()}/{last.isoformat()}{mark}")
    assert isinstance(period, Period)
    assert (period.start, period.end) == (first, last)


@given(st.from_regex(r"[0-9X]{2,5}(-[0-9X]{1,2}){0,2}[?~%]?(/([0-9]{4}(-[0-9X]{2})?)?)?"))
def test_whatever_it_is_a_period_does_not_end_before_it_begins(text: str) -> None:
    period = parse_period(text)
    if isinstance(period, Period) and period.start and period.end:
        assert period.start <= period.end


@given(st.text(max_size=30))
def test_never_raises(text: str) -> None:
    assert isinstance(parse_period(text), Period | Complaint)
    assert isinstance(parse_moment(text, "Europe/Berlin"), Moment | Complaint)

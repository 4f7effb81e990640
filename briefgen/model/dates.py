"""Dates as authors write them, kept with what they wrote."""

from __future__ import annotations

import datetime
import enum

from briefgen.model.base import Record


class Moment(Record):
    """An ISO date or date-time. `at` is the instant in UTC; a bare date is its midnight in the
    site's zone and has `whole_day` set. `day` is the calendar day in the site's zone.
    """

    text: str
    at: datetime.datetime
    day: datetime.date
    whole_day: bool = True


class Period(Record):
    """A date of a statement or event: EDTF levels 0 and 1 (Library of Congress, 2019), and X in
    the last digits. `start` and `end` are the first and last day that it may cover; `end` is None
    for an open or unknown end, `start` likewise.
    """

    text: str
    start: datetime.date | None
    end: datetime.date | None
    approximate: bool = False
    uncertain: bool = False


class Basis(enum.StrEnum):
    """Whether a date stands in the source or was inferred by the curator."""

    STATED = "stated"
    INFERRED = "inferred"

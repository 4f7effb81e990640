"""Dates in words, in the language of the site."""

from __future__ import annotations

import calendar
import datetime
import functools
import zoneinfo

from babel.dates import format_date, format_skeleton

from briefgen.model.dates import Basis, Moment, Period
from briefgen.plan.views.parts import DateView
from briefgen.words import Words, in_digits, locale_of


@functools.lru_cache(maxsize=4096)
def day_text(day: datetime.date, language: str) -> str:
    """Such as "16 August 2021"."""
    return in_digits(format_date(day, "long", locale=locale_of(language)), language)


@functools.lru_cache(maxsize=1024)
def month_text(day: datetime.date, language: str, *, short: bool = False) -> str:
    """Such as "August 2021" or "Aug 2021", standing alone."""
    text = format_skeleton("yMMM" if short else "yMMMM", day, locale=locale_of(language))
    return in_digits(text, language)


@functools.lru_cache(maxsize=256)
def month_name(day: datetime.date, language: str, *, short: bool = False) -> str:
    """Such as "August" or "Aug", standing alone."""
    return format_date(day, "LLL" if short else "LLLL", locale=locale_of(language))


@functools.lru_cache(maxsize=256)
def year_text(day: datetime.date, language: str) -> str:
    """Such as "2021"."""
    return in_digits(format_skeleton("y", day, locale=locale_of(language)), language)


@functools.lru_cache(maxsize=256)
def language_text(language: str, reader: str) -> str:
    """The name of a language in the reader's; the tag itself where it has none."""
    if not language:
        return ""
    name = locale_of(reader).languages.get(language.split("-", maxsplit=1)[0].lower())
    return name or language


def moment_view(moment: Moment | None, words: Words, zone: str = "") -> DateView | None:
    """A moment as its day; with `zone` also the time of day, if the author gave one."""
    if moment is None:
        return None
    text = day_text(moment.day, words.language)
    if zone and not moment.whole_day:
        local = moment.at.astimezone(zoneinfo.ZoneInfo(zone))
        time = in_digits(f"{local:%H:%M}", words.language)
        said = f"{text}{words.text('comma')}{time} {local:%Z}"
        return DateView(iso=_instant(moment.at), text=said)
    return DateView(iso=moment.day.isoformat(), text=text)


def period_view(
    period: Period | None, words: Words, basis: Basis = Basis.STATED
) -> DateView | None:
    """A date of EDTF in words; how sure it is stays with it."""
    if period is None:
        return None
    iso, text = _span(period, words)
    if period.approximate:
        text = words.text("date.about", date=text)
    if period.uncertain:
        text = words.text("date.uncertain", date=text)
    return DateView(
        iso=iso,
        text=text,
        inferred=basis is Basis.INFERRED,
        approximate=period.approximate or period.uncertain,
    )


def _span(period: Period, words: Words) -> tuple[str, str]:
    start, end, language = period.start, period.end, words.language
    if start is None and end is None:
        return "", period.text
    if start is None:
        return "", words.text("date.until", date=day_text(end, language)) if end else ""
    if end is None:
        return start.isoformat(), words.text("date.from", date=day_text(start, language))
    if start == end:
        return start.isoformat(), day_text(start, language)
    last = calendar.monthrange(end.year, end.month)[1]
    if start.day == 1 and end.day == last and start.year == end.year:
        if start.month == end.month:
            return start.isoformat()[:7], month_text(start, language)
        if (start.month, end.month) == (1, 12):
            return f"{start.year:04}", in_digits(str(start.year), language)
        months = (month_text(start, language), month_text(end, language))
        return start.isoformat()[:7], words.text("date.span", first=months[0], last=months[1])
    ending = day_text(end, language)
    same_month = (start.year, start.month) == (end.year, end.month)
    if same_month and ending.startswith(in_digits(f"{end.day} ", language)):
        return start.isoformat(), f"{in_digits(str(start.day), language)}–{ending}"
    beginning = day_text(start, language)
    return start.isoformat(), words.text("date.span", first=beginning, last=ending)


def _instant(at: datetime.datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")

"""Dates in words, in the language of the site."""

from __future__ import annotations

import calendar
import datetime
import functools
import zoneinfo

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

from briefgen.model.dates import Basis, Moment, Period
from briefgen.plan.views.parts import DateView

# "16 August 2021" is what briefs are written in; plain `en` would give the American order.
PREFERRED = {"en": "en_GB"}


@functools.lru_cache(maxsize=32)
def _locale(language: str) -> Locale:
    for name in (PREFERRED.get(language, language), language.split("-", maxsplit=1)[0]):
        try:
            return Locale.parse(name, sep="_" if "_" in name else "-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en_GB")


@functools.lru_cache(maxsize=4096)
def day_text(day: datetime.date, language: str) -> str:
    """Such as "16 August 2021"."""
    return format_date(day, "long", locale=_locale(language))


@functools.lru_cache(maxsize=1024)
def month_text(day: datetime.date, language: str, *, short: bool = False) -> str:
    """Such as "August 2021" or "Aug 2021", standing alone."""
    return format_skeleton("yMMM" if short else "yMMMM", day, locale=_locale(language))


@functools.lru_cache(maxsize=256)
def month_name(day: datetime.date, language: str, *, short: bool = False) -> str:
    """Such as "August" or "Aug", standing alone."""
    return format_date(day, "LLL" if short else "LLLL", locale=_locale(language))


@functools.lru_cache(maxsize=256)
def year_text(day: datetime.date, language: str) -> str:
    """Such as "2021"."""
    return format_skeleton("y", day, locale=_locale(language))


@functools.lru_cache(maxsize=256)
def language_text(language: str, reader: str) -> str:
    """The name of a language in the reader's; the tag itself where it has none."""
    if not language:
        return ""
    name = _locale(reader).languages.get(language.split("-", maxsplit=1)[0].lower())
    return name or language


def moment_view(moment: Moment | None, language: str, zone: str = "") -> DateView | None:
    """A moment as its day; with `zone` also the time of day, if the author gave one."""
    if moment is None:
        return None
    text = day_text(moment.day, language)
    if zone and not moment.whole_day:
        local = moment.at.astimezone(zoneinfo.ZoneInfo(zone))
        return DateView(iso=_instant(moment.at), text=f"{text}, {local:%H:%M %Z}")
    return DateView(iso=moment.day.isoformat(), text=text)


def period_view(
    period: Period | None, language: str, basis: Basis = Basis.STATED
) -> DateView | None:
    """A date of EDTF in words; how sure it is stays with it."""
    if period is None:
        return None
    iso, text = _span(period, language)
    if period.approximate:
        text = f"about {text}"
    if period.uncertain:
        text = f"{text} (uncertain)"
    return DateView(
        iso=iso,
        text=text,
        inferred=basis is Basis.INFERRED,
        approximate=period.approximate or period.uncertain,
    )


def _span(period: Period, language: str) -> tuple[str, str]:
    start, end = period.start, period.end
    if start is None and end is None:
        return "", period.text
    if start is None:
        return "", f"until {day_text(end, language)}" if end else ""
    if end is None:
        return start.isoformat(), f"from {day_text(start, language)}"
    if start == end:
        return start.isoformat(), day_text(start, language)
    last = calendar.monthrange(end.year, end.month)[1]
    if start.day == 1 and end.day == last and start.year == end.year:
        if start.month == end.month:
            return start.isoformat()[:7], month_text(start, language)
        if (start.month, end.month) == (1, 12):
            return f"{start.year:04}", str(start.year)
        return start.isoformat()[:7], f"{month_text(start, language)} – {month_text(end, language)}"
    ending = day_text(end, language)
    same_month = (start.year, start.month) == (end.year, end.month)
    if same_month and ending.startswith(f"{end.day} "):
        return start.isoformat(), f"{start.day}–{ending}"
    return start.isoformat(), f"{day_text(start, language)} – {ending}"


def _instant(at: datetime.datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")

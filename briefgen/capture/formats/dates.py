"""Dates as they stand at the head of an English text."""

from __future__ import annotations

import datetime
import re

_MONTHS = (
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may", "may"),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
_NAME = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_FORMS = (
    re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b", re.ASCII),
    re.compile(
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<n>{_NAME}),?\s+(?P<y>\d{{4}})\b", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?P<n>{_NAME})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b", re.IGNORECASE
    ),
)


def day_in(line: str) -> str:
    """The one day that `line` names, as YYYY-MM-DD; empty if none, for 8/7/2021 is two."""
    for form in _FORMS:
        if found := form.search(line):
            parts = found.groupdict()
            try:
                day = datetime.date(int(parts["y"]), _month(parts), int(parts["d"]))
            except ValueError:
                return ""
            return day.isoformat()
    return ""


def _month(parts: dict[str, str]) -> int:
    name = parts.get("n")
    if name is None:
        return int(parts["m"])
    word = name.rstrip(".").casefold()
    return next((n for n, (short, long) in enumerate(_MONTHS, 1) if _is(word, short, long)), 0)


def _is(word: str, short: str, long: str) -> bool:
    return word.startswith(short) and (long.startswith(word) or word == "sept")

"""Where the lists of an archive are cut, for peers that cannot do it by themselves: above a hundred
entries by year, and a year above a hundred by month, as briefgen does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from benchmarks.archive import Archive

LONGEST = 100
# The kinds of terms, and the field of the front matter that names them.
KINDS = {
    "topic": "topics",
    "place": "places",
    "person": "people",
    "organization": "organizations",
    "publisher": "x_publishers",
}


@dataclass(frozen=True)
class Part:
    """A page of a list that is cut: those of `term` (in `field`; both "" for all articles) in the
    year or month `when` ("2021", "2021-08")."""

    path: str
    title: str
    field: str
    term: str
    when: str


def parts_of(archive: Archive) -> Iterable[Part]:
    """All parts, of the archive of all articles and of each term."""
    days: dict[tuple[str, str], list[str]] = {}
    for path in archive.articles:
        front = (archive.root / path).read_text(encoding="utf-8").split("---\n", 2)[1]
        keys = yaml.load(front, yaml.CSafeLoader)
        day = str(keys["date"])
        days.setdefault(("", ""), []).append(day)
        for field in KINDS.values():
            for term in keys[field]:
                days.setdefault((field, term), []).append(day)
    for (field, term), found in days.items():
        if len(found) > LONGEST:
            yield from _cut(field, term, found)


def _cut(field: str, term: str, days: list[str]) -> Iterable[Part]:
    name = term.lower().replace(" ", "-")
    base = f"parts/{field}/{name}" if field else "archive"
    years: dict[str, list[str]] = {}
    for day in days:
        years.setdefault(day[:4], []).append(day)
    for year, in_year in years.items():
        title = term or "Archive"
        yield Part(f"{base}/{year}", title, field, term, year)
        if len(in_year) > LONGEST:
            for month in sorted({day[:7] for day in in_year}):
                yield Part(f"{base}/{month}", title, field, term, month)

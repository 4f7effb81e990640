"""Two articles that may be on one and the same report."""

from __future__ import annotations

import enum

from briefgen.model.base import Record


class Ground(enum.StrEnum):
    """Why two articles are taken to be on the same report."""

    ADDRESS = "address"
    TEXT = "text"
    TITLE = "title"
    ENTRY = "entry"


class Alike(Record):
    """`article` and the earlier `other` (slugs) may be on the same report; `share`, from 0 to 1, is
    how much of the shorter text stands in the longer (1 where texts were not compared).
    """

    article: str
    other: str
    ground: Ground
    share: float = 1.0

"""An address in an item, and what is known of it."""

from __future__ import annotations

import enum

from briefgen.model.base import Record
from briefgen.model.marks import Mark


class Verdict(enum.StrEnum):
    """What an address answered: a page; that there is none; or neither, because the server refused,
    failed or kept silent, which says nothing of what a reader's browser would see.
    """

    ALIVE = "alive"
    GONE = "gone"
    UNCLEAR = "unclear"


class Place(Record):
    """Where an item gives an address. `archived` is the copy that it names beside it."""

    item: str
    path: str
    field: str = ""
    mark: Mark | None = None
    archived: str = ""


class Answer(Record):
    """What became of a question. `reason` says why, in words that follow the address; `moved` is
    where it now stands, if the server says that this is for good. `met`: a server was there.
    `nameless`: nobody knows the name of the host, which may be the fault of our own connection.
    """

    verdict: Verdict
    reason: str = ""
    moved: str = ""
    met: bool = False
    nameless: bool = False


class Known(Record):
    """What is remembered of an address: the last answer, when it was given, and since when each
    answer has been that it is gone (both ISO 8601; empty: it is not).
    """

    answer: Answer
    asked: str
    gone_since: str = ""

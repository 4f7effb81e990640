"""Who reads, and what he may see: the rules of handling, written a second time on purpose."""

from __future__ import annotations

import datetime

import msgspec

from briefgen.model.base import Record
from briefgen.model.handling import Handled, Status, Tlp

# TLP 2.0 (first.org/tlp), from open to strict.
ORDER = (Tlp.NONE, Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED)


class Reader(Record):
    """An audience at one instant. `ceiling` is the strictest label that it sees, `usual` the label
    of an item that bears none. `tombstones`: what was
    withdrawn leaves a word behind.
    """

    name: str
    ceiling: Tlp
    internal: bool
    now: datetime.datetime
    usual: Tlp | None
    drafts: bool
    tombstones: bool


def may_see(reader: Reader, keys: Handled) -> bool:
    """Whether the reader may see an item with these keys."""
    label = keys.tlp if keys.tlp is not None else reader.usual
    return (
        label is not None
        and ORDER.index(label) <= ORDER.index(reader.ceiling)
        and (not keys.audience or reader.name in keys.audience)
        and (keys.status is Status.PUBLISHED or (keys.status is Status.DRAFT and reader.drafts))
        and (keys.embargo is None or keys.embargo.at <= reader.now)
        and (keys.expires is None or reader.now < keys.expires.at)
    )


def sees_tombstone(reader: Reader, keys: Handled) -> bool:
    """Whether the reader may know that there was such an item."""
    if not reader.tombstones or keys.status is not Status.WITHDRAWN:
        return False
    return may_see(reader, msgspec.structs.replace(keys, status=Status.PUBLISHED))

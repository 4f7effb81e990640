"""Tombstones: what is left at the address of an item that was withdrawn."""

from __future__ import annotations

import msgspec

from briefgen.model.article import ArticleFace, Correction, CorrectionKind
from briefgen.model.base import Record
from briefgen.model.handling import Handled, Status
from briefgen.model.item import AnyFace, Kind
from briefgen.model.packet import PacketFace
from briefgen.resolve.visibility import View, reason_withheld


class Tombstone(Record):
    """That there was an item, and why it is gone: its retractions, and nothing else that it said,
    not even its title. `handled` decides the label.
    """

    kind: Kind
    slug: str
    handled: Handled
    notes: tuple[Correction, ...]


def tombstone_of(face: AnyFace, view: View) -> Tombstone | None:
    """The tombstone of a withdrawn item, if the site sets them, and if this audience could see the
    item now were it not withdrawn: to all others it was never there.
    """
    keys = face.keys
    if not view.tombstones or keys.status is not Status.WITHDRAWN:
        return None
    if reason_withheld(msgspec.structs.replace(keys, status=Status.PUBLISHED), view) is not None:
        return None
    corrections = keys.corrections if isinstance(keys, ArticleFace | PacketFace) else ()
    return Tombstone(
        kind=face.kind,
        slug=face.slug,
        handled=Handled(tlp=keys.tlp, marking=keys.marking),
        notes=tuple(each for each in corrections if each.kind is CorrectionKind.RETRACTION),
    )

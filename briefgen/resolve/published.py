"""The published set: the items that this audience may see now."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable

from briefgen.model.base import Record
from briefgen.model.finding import Finding
from briefgen.model.item import AnyFace, Article, Kind, Packet, Page
from briefgen.resolve.tombstones import Tombstone, tombstone_of
from briefgen.resolve.visibility import Reason, View, due_after, reason_withheld


class Published(Record):
    """The set, each kind in the order of its slugs, and what only this stage may know: the ids of
    what is withheld with the reason, and the next instant at which the set may change.
    """

    articles: dict[str, Article]
    packets: dict[str, Packet]
    pages: dict[str, Page]
    withheld: dict[str, Reason]
    tombstones: dict[str, Tombstone]
    due: datetime.datetime | None


def publish_set(
    faces: Iterable[AnyFace], view: View, absent: Collection[str] = ()
) -> tuple[Published, tuple[Finding, ...]]:
    """Divide `faces` into published and withheld. Two items of one kind with one slug are found,
    whether they are published or not: an address may not change hands with the audience.
    """
    ordered = sorted(faces, key=lambda face: (face.kind, face.slug.casefold(), face.path))
    published: dict[Kind, dict[str, AnyFace]] = {kind: {} for kind in Kind}
    withheld: dict[str, Reason] = {}
    tombstones: dict[str, Tombstone] = {}
    findings: list[Finding] = []
    due: datetime.datetime | None = None
    before: AnyFace | None = None
    for face in ordered:
        if before is not None and _same_address(before, face):
            findings.append(
                Finding(
                    code="slug-taken",
                    message=f"The slug “{face.slug}” is already that of {before.path}.",
                    item=face.id,
                    path=face.path,
                    field="slug" if face.keys.slug else "",
                    hint="Give one of the two another `slug`, or rename its file.",
                )
            )
            continue
        before = face
        next_due = due_after(face.keys, view.now)
        due = min((each for each in (due, next_due) if each is not None), default=None)
        reason = Reason.BROKEN if face.id in absent else reason_withheld(face.keys, view)
        if reason is None:
            published[face.kind][face.slug] = face
        else:
            withheld[face.id] = reason
            tombstone = tombstone_of(face, view) if reason is Reason.WITHDRAWN else None
            if tombstone is not None:
                tombstones[face.id] = tombstone
    return (
        Published(
            articles=published[Kind.ARTICLE],  # type: ignore[arg-type]  # one kind, one type
            packets=published[Kind.PACKET],  # type: ignore[arg-type]
            pages=published[Kind.PAGE],  # type: ignore[arg-type]
            withheld=withheld,
            tombstones=tombstones,
            due=due,
        ),
        tuple(findings),
    )


def _same_address(one: AnyFace, other: AnyFace) -> bool:
    # Compared without case: some file systems know no other way.
    return one.kind is other.kind and one.slug.casefold() == other.slug.casefold()

"""Prove quotations: only those of items that changed, or whose snapshots did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefgen.build.bodies import Bodies
from briefgen.build.gather import Gathered
from briefgen.build.project import Project
from briefgen.model.article import ArticleFace
from briefgen.model.base import digest_value
from briefgen.model.entities import Entities
from briefgen.model.item import AnyFace
from briefgen.model.packet import PacketFace
from briefgen.model.proof import Proofs
from briefgen.resolve.terms import name_key
from briefgen.store.cache import Cache

if TYPE_CHECKING:
    from briefgen.quotation.source import Source

# The blob of the cache that keeps them.
NAME = "proofs"


def prove_quotations(project: Project, gathered: Gathered, bodies: Bodies, cache: Cache) -> Proofs:
    """The proofs of all articles that have a snapshot, and of all packets, by their ids. What was
    proven before from the same bytes is taken from the cache. A snapshot is read only when it is
    needed, and once for all articles that summarise it.
    """
    before = cache.load(NAME, Proofs) or {}
    names = _known_names(gathered.entities)
    proofs: Proofs = {}
    wanted: dict[str, list[tuple[AnyFace, str]]] = {}
    packets = [face for face in gathered.faces if isinstance(face.keys, PacketFace)]
    for face, snapshot in _with_snapshot(gathered):
        key = _key(face, gathered, snapshot, names)
        known = before.get(face.id)
        if known is not None and known.key == key:
            proofs[face.id] = known
        else:
            wanted.setdefault(snapshot, []).append((face, key))
    if not wanted and _stand(packets, gathered, before):
        return proofs | {packet.id: before[packet.id] for packet in packets}
    # What proves is loaded where there is something to prove.
    from briefgen.build.packet_proofs import PacketProofs  # noqa: PLC0415
    from briefgen.build.prove import prove, read_snapshot  # noqa: PLC0415

    bodies.load(face.id for each in wanted.values() for face, _ in each)
    for snapshot, asking in wanted.items():
        source = read_snapshot(project, snapshot, gathered.snapshots[snapshot])
        if source is None:
            continue
        for face, key in asking:
            proofs[face.id] = prove(project, gathered, bodies, face, source, key, _own(face, names))

    def read(snapshot: str) -> Source | None:
        return read_snapshot(project, snapshot, gathered.snapshots[snapshot])

    return proofs | PacketProofs(gathered, bodies, read).prove(before)


def _stand(packets: Iterable[AnyFace], gathered: Gathered, before: Proofs) -> bool:
    """Whether none of the packets need be looked at: they quote nothing, and were not edited."""
    read = gathered.known.read
    return all(each.id in before and before[each.id].key == read[each.path].key for each in packets)


def _with_snapshot(gathered: Gathered) -> Iterator[tuple[AnyFace, str]]:
    seen: set[str] = set()
    for face in gathered.faces:
        source = face.keys.source if isinstance(face.keys, ArticleFace) else None
        # Of two items with one slug the second is told to be wrong, and is not looked at.
        if source is not None and source.snapshot in gathered.snapshots and face.id not in seen:
            seen.add(face.id)
            yield face, source.snapshot


def _key(
    face: AnyFace, gathered: Gathered, snapshot: str, names: dict[str, tuple[str, ...]]
) -> str:
    """The bytes of the article and what reading them depends on, those of the snapshot, and the
    other names of those whom it names.
    """
    key = f"{gathered.known.read[face.path].key}.{gathered.snapshots[snapshot]}"
    own = _own(face, names)
    return f"{key}.{digest_value(list(own.values()))}" if own else key


def _own(face: AnyFace, names: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """All names of those whom an article names and who have several, by that which it uses."""
    if not names or not isinstance(face.keys, ArticleFace):
        return {}
    return {name: names[name_key(name)] for name in _named(face.keys) if name_key(name) in names}


def _named(keys: ArticleFace) -> tuple[str, ...]:
    """Whom the article names and who may speak."""
    speaking = (name for each in keys.statements for name in (each.speaker, each.via) if name)
    return tuple(dict.fromkeys((*keys.people, *speaking)))


def _known_names(entities: Entities) -> dict[str, tuple[str, ...]]:
    """All names of each who has several, by each of them."""
    names: dict[str, tuple[str, ...]] = {}
    for entity in (*entities.organizations, *entities.people):
        if entity.aliases:
            every = (entity.name, *entity.aliases)
            names |= {name_key(name): every for name in every}
    return names

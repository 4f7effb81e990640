"""Prove quotations: only those of items that changed, or whose snapshots did."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator

import msgspec

from briefgen import files
from briefgen.build.gather import Bodies, Gathered
from briefgen.build.packet_proofs import PacketProofs
from briefgen.build.project import Project
from briefgen.check.fair_use.measure import measure_article
from briefgen.check.quotations.given import Given
from briefgen.check.quotations.proof import prove_article
from briefgen.model.article import ArticleFace
from briefgen.model.base import digest_value
from briefgen.model.borrowed import Borrowed
from briefgen.model.entities import Entities
from briefgen.model.item import AnyFace
from briefgen.model.proof import Proof, Proofs
from briefgen.quotation.finding_words import mark_of_words
from briefgen.quotation.source import Source
from briefgen.resolve.terms import name_key
from briefgen.store.cache import Cache

# The blob of the cache that keeps them.
NAME = "proofs"
# A file that is no text: a picture or a program has such a byte, a PDF begins so.
NO_TEXT, PDF = b"\0", b"%PDF-"


def prove_quotations(project: Project, gathered: Gathered, bodies: Bodies, cache: Cache) -> Proofs:
    """The proofs of all articles that have a snapshot, and of all packets, by their ids. What was
    proven before from the same bytes is taken from the cache. A snapshot is read only when it is
    needed, and once for all articles that summarise it.
    """
    before = cache.load(NAME, Proofs) or {}
    names = _known_names(gathered.entities)
    proofs: Proofs = {}
    wanted: dict[str, list[tuple[AnyFace, str]]] = {}
    for face, snapshot in _with_snapshot(gathered):
        key = _key(face, gathered, snapshot, names)
        known = before.get(face.id)
        if known is not None and known.key == key:
            proofs[face.id] = known
        else:
            wanted.setdefault(snapshot, []).append((face, key))
    bodies.load(face.id for each in wanted.values() for face, _ in each)
    for snapshot, asking in wanted.items():
        source = _read(project, snapshot, gathered.snapshots[snapshot])
        if source is None:
            continue
        for face, key in asking:
            proofs[face.id] = _prove(project, gathered, bodies, face, source, key, names)

    def read(snapshot: str) -> Source | None:
        return _read(project, snapshot, gathered.snapshots[snapshot])

    return proofs | PacketProofs(gathered, bodies, read).prove(before)


def _prove(  # noqa: PLR0913  all that a proof is made from
    project: Project,
    gathered: Gathered,
    bodies: Bodies,
    face: AnyFace,
    source: Source,
    key: str,
    names: dict[str, tuple[str, ...]],
) -> Proof:
    assert isinstance(face.keys, ArticleFace)  # noqa: S101  only articles have snapshots
    assert face.keys.source is not None  # noqa: S101  in which it is named
    own = {name: names[name_key(name)] for name in _named(face.keys) if name_key(name) in names}
    given = Given(
        face=face.keys,
        body=bodies.of_item(face.id),  # type: ignore[arg-type]  # the body of an article
        language=project.settings.language,
        names=own,
    )
    proof = prove_article(given, source, key, gathered.snapshots[face.keys.source.snapshot])
    borrowed = measure_article(given, source)
    if borrowed.runs:
        borrowed = _with_places(borrowed, os.path.join(project.root, face.path))
    return msgspec.structs.replace(proof, borrowed=borrowed)


def _with_places(borrowed: Borrowed, path: str) -> Borrowed:
    """With the places of what is copied; the file is read only where there is any."""
    text = _decoded(files.read_bytes(path) or b"")
    runs = tuple(
        msgspec.structs.replace(run, mark=mark_of_words(text, run.text)) for run in borrowed.runs
    )
    return msgspec.structs.replace(borrowed, runs=runs)


def _decoded(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n")


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
    if names and isinstance(face.keys, ArticleFace):
        own = [names[name_key(name)] for name in _named(face.keys) if name_key(name) in names]
        if own:
            return f"{key}.{digest_value(own)}"
    return key


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


def _read(project: Project, snapshot: str, sha256: str) -> Source | None:
    """The text of a snapshot; None if it is none, or has changed since it was listed: the next
    build will see it.
    """
    data = files.read_bytes(os.path.join(project.sources, snapshot))
    if data is None or NO_TEXT in data or data.startswith(PDF):
        return None
    if hashlib.sha256(data).hexdigest() != sha256:
        return None
    return Source(data.decode("utf-8-sig", "replace"))

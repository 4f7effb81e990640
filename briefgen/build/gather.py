"""Scan and read: from files to records, reading only what changed."""

from __future__ import annotations

import hashlib
import os

from briefgen import files
from briefgen.build.media import KnownMedia, gather_media
from briefgen.build.project import Project
from briefgen.build.read_files import ReadFile, ToRead, read_files
from briefgen.check.levels import LEVELS
from briefgen.clock import wall_nanoseconds
from briefgen.diagnostics import Diagnostic
from briefgen.model.base import Record, digest_value
from briefgen.model.entities import Entities
from briefgen.model.item import AnyFace
from briefgen.model.marks import Marks
from briefgen.model.media import Media
from briefgen.read.entities import read_entities
from briefgen.read.reading import reading_of
from briefgen.read.sketch import Sketch
from briefgen.scan.listing import Listing, Scan, scan_files
from briefgen.scan.project import find_below, find_content, kind_of
from briefgen.scan.strays import find_strays
from briefgen.store.cache import Cache


class Known(Record):
    """What the cache keeps of earlier scans and reads."""

    listing: Listing = {}
    sources: Listing = {}
    theme: Listing = {}
    read: dict[str, ReadFile] = {}
    sha256: dict[str, str] = {}
    media: KnownMedia = KnownMedia()


class Gathered(Record):
    """The project as records. `broken` are the files that could not be read, with what could be
    made out of them. `diagnostics` were told in reading, `found` by the rules of one item. `known`
    is what to keep for the next time; `snapshots` are the SHA-256 of the snapshots by path from
    their folder; `media` are the files of the folder of media by path from the root.
    """

    faces: tuple[AnyFace, ...]
    broken: dict[str, Sketch | None]
    entities: Entities
    entities_path: str
    entities_marks: Marks
    diagnostics: tuple[Diagnostic, ...]
    found: tuple[Diagnostic, ...]
    snapshots: dict[str, str]
    media: dict[str, Media]
    known: Known


def gather(
    project: Project,
    known: Known,
    cache: Cache,
    theme: Listing,
    workers: int,
) -> Gathered:
    """List the project's files, and read those whose bytes or reading settings changed, in up to
    `workers` processes; their bodies go into the cache at once. `theme` is the listing of the
    theme, to be kept with the rest."""
    now = wall_nanoseconds()
    settings = project.settings
    skip = tuple(folder + os.sep for folder in (project.output, project.cache))
    passed_over: list[str] = []
    content = find_content(project.root, settings, skip, passed_over)
    scan = scan_files(content, known.listing, now)
    sources = scan_files(find_below(project.sources), known.sources, now)
    reading = reading_of(settings, sorted(LEVELS))
    reading_digest = digest_value(reading)
    read: dict[str, ReadFile] = {}
    stored = cache.body_keys()
    to_read: list[ToRead] = []
    entities = Entities()
    marks: Marks = {}
    entities_path = settings.content.entities
    told = find_strays(project.root, settings, passed_over)
    for path, entry in scan.listing.items():
        if path == entities_path:
            data = _bytes_of(project, scan, path)
            made, marks, found = read_entities(path, data, reading)
            entities = made or entities
            told.extend(found)
            continue
        key = f"{entry.digest}.{reading_digest}"
        before = known.read.get(path)
        if before is not None and before.key == key and _stored(before, path, stored):
            read[path] = before
            continue
        kind = kind_of(path, settings)
        assert kind is not None  # noqa: S101  the scan lists only what has a kind
        data = _bytes_of(project, scan, path)
        to_read.append(ToRead(kind=kind, path=path, data=data, key=key))
    for part in read_files(to_read, reading, workers):
        cache.keep_bodies((path, made.key, body) for path, made, body in part.files if body)
        read.update((path, made) for path, made, _ in part.files)
    # In the order of the listing, whatever was read now.
    read = {path: read[path] for path in scan.listing if path in read}
    told.extend(each for file in read.values() for each in file.diagnostics)
    faces = tuple(each.face for each in read.values() if each.face is not None)
    media = gather_media(project.root, faces, settings.limits, known.media, now)
    return Gathered(
        faces=faces,
        broken={path: each.sketch for path, each in read.items() if each.face is None},
        entities=entities,
        entities_path=entities_path,
        entities_marks=marks,
        diagnostics=tuple(told),
        found=tuple(each for file in read.values() for each in file.found),
        media=media.media,
        snapshots=(hashes := _hash_sources(project, sources, known)),
        known=Known(
            listing=scan.listing,
            sources=sources.listing,
            theme=theme,
            read=read,
            media=media.known,
            sha256={
                entry.digest: hashes[name]
                for name, entry in sources.listing.items()
                if name in hashes
            },
        ),
    )


def _stored(before: ReadFile, path: str, stored: dict[str, str]) -> bool:
    # A cache that lost a body, or has it of another reading, knows nothing of the item.
    return before.face is None or stored.get(path) == before.key


def _bytes_of(project: Project, scan: Scan, path: str) -> bytes:
    loaded = scan.loaded.get(path)
    if loaded is not None:
        return loaded
    return files.read_bytes(os.path.join(project.root, path)) or b""


def _hash_sources(project: Project, sources: Scan, known: Known) -> dict[str, str]:
    hashes: dict[str, str] = {}
    for name, entry in sources.listing.items():
        sha256 = known.sha256.get(entry.digest)
        if sha256 is None:
            data = sources.loaded.get(name)
            if data is None:
                data = files.read_bytes(os.path.join(project.sources, name)) or b""
            sha256 = hashlib.sha256(data).hexdigest()
        hashes[name] = sha256
    return hashes

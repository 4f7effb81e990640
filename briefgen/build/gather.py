"""Scan and read: from files to records, reading only what changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator

import msgspec

from briefgen import files
from briefgen.build.media import KnownMedia, gather_media
from briefgen.build.project import Project
from briefgen.check.levels import LEVELS
from briefgen.clock import wall_nanoseconds
from briefgen.diagnostics import Diagnostic
from briefgen.model.article import ArticleBody
from briefgen.model.base import Record, digest_value
from briefgen.model.entities import Entities
from briefgen.model.item import AnyBody, AnyFace, Article, Body, Kind, Packet, Page
from briefgen.model.marks import Marks
from briefgen.model.media import Media
from briefgen.model.packet import PacketBody
from briefgen.model.page import PageBody
from briefgen.read.entities import read_entities
from briefgen.read.reading import reading_of
from briefgen.read.sketch import Sketch
from briefgen.scan.listing import Listing, Scan, scan_files
from briefgen.scan.project import find_below, find_content, kind_of
from briefgen.scan.strays import find_strays
from briefgen.store.cache import Cache


class ReadFile(Record):
    """What reading one content file gave: a face of one kind, or only diagnostics. `key` is the
    digest of its bytes and of the settings that reading depends on. `found` is what the rules of
    one item found in it, `matter` the digest of what it is compared with others by, `joined` that
    of all that others can see of it: while it stays, so do the site and the plan. `placed` is that
    of what decides which pages there are.
    """

    key: str
    article: Article | None = None
    packet: Packet | None = None
    page: Page | None = None
    sketch: Sketch | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    matter: str = ""
    joined: str = ""
    placed: str = ""

    @property
    def face(self) -> AnyFace | None:
        """The face, of whatever kind."""
        return self.article or self.packet or self.page


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
    is what to keep for the next time; `bodies` are those just
    read, by file; `snapshots` are the SHA-256 of the snapshots by path from their folder;
    `media` are the files of the folder of media by path from the root.
    """

    faces: tuple[AnyFace, ...]
    broken: dict[str, Sketch | None]
    entities: Entities
    entities_path: str
    entities_marks: Marks
    diagnostics: tuple[Diagnostic, ...]
    found: tuple[Diagnostic, ...]
    bodies: dict[str, AnyBody]
    snapshots: dict[str, str]
    media: dict[str, Media]
    known: Known


BODY_TYPES = {
    Kind.ARTICLE: Body[ArticleBody],
    Kind.PACKET: Body[PacketBody],
    Kind.PAGE: Body[PageBody],
}


# How many bodies are held in memory when all are looked through.
GLANCE = 200


def gather(project: Project, known: Known, cache: Cache, theme: Listing) -> Gathered:
    """List the project's files, and read those whose bytes or reading settings changed. `theme` is
    the listing of the theme, to be kept with the rest."""
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
    bodies: dict[str, AnyBody] = {}
    stored = cache.body_paths()
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
        if before is None or before.key != key or not _stored(before, path, stored):
            kind = kind_of(path, settings)
            assert kind is not None  # noqa: S101  the scan lists only what has a kind
            # Markdown and the rules of one item are loaded where a file is read.
            from briefgen.build.read_file import read_file  # noqa: PLC0415

            before = read_file(kind, path, _bytes_of(project, scan, path), reading, key, bodies)
        read[path] = before
        told.extend(before.diagnostics)
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
        bodies=bodies,
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


def _stored(before: ReadFile, path: str, stored: frozenset[str]) -> bool:
    # A cache that lost a body knows nothing of the item.
    return before.face is None or path in stored


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


class Bodies:
    """The other halves of items by file, from this build's reading or from the cache."""

    def __init__(self, faces: Iterable[AnyFace], fresh: dict[str, AnyBody], cache: Cache) -> None:
        self._faces = {face.id: face for face in faces}
        self._kinds = {face.path: face.kind for face in self._faces.values()}
        self._loaded = dict(fresh)
        self._cache = cache

    def load(self, items: Iterable[str]) -> None:
        """Fetch the bodies of these items (by id) in one go, as far as they are not at hand."""
        paths = (self._faces[item].path for item in items)
        self._fetch(path for path in paths if path not in self._loaded)

    def file_of(self, item: str) -> str:
        """The file of the item with this id, from the project's root."""
        return self._faces[item].path

    def of_item(self, item: str) -> AnyBody:
        """The body of the item with this id."""
        return self.of_file(self._faces[item].path)

    def of_file(self, path: str) -> AnyBody:
        """The body of the item in this file."""
        if path not in self._loaded:
            self._fetch((path,))
        return self._loaded[path]

    def glance(self, faces: Iterable[AnyFace]) -> Iterator[tuple[AnyFace, AnyBody]]:
        """Each of these items with its body. Those that are not at hand are not kept, so that all
        of a large archive can be looked through in little memory.
        """
        wanted = list(faces)
        for start in range(0, len(wanted), GLANCE):
            part = wanted[start : start + GLANCE]
            missing = [face.path for face in part if face.path not in self._loaded]
            stored = self._cache.bodies(missing) if missing else {}
            for face in part:
                body = self._loaded.get(face.path)
                if body is None:
                    body = msgspec.msgpack.decode(stored[face.path], type=BODY_TYPES[face.kind])
                yield face, body

    def _fetch(self, paths: Iterable[str]) -> None:
        for path, data in self._cache.bodies(paths).items():
            body: AnyBody = msgspec.msgpack.decode(data, type=BODY_TYPES[self._kinds[path]])
            self._loaded[path] = body

"""The other halves of items, fetched where they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from briefgen.model.article import ArticleBody
from briefgen.model.item import AnyBody, AnyFace, Body, Kind
from briefgen.model.packet import PacketBody
from briefgen.model.page import PageBody
from briefgen.store.cache import Cache

BODY_TYPES = {
    Kind.ARTICLE: Body[ArticleBody],
    Kind.PACKET: Body[PacketBody],
    Kind.PAGE: Body[PageBody],
}
# How many bodies are held in memory when all are looked through.
GLANCE = 200


class Bodies:
    """Bodies by file, out of the cache. `fresh` are at hand already."""

    def __init__(self, faces: Iterable[AnyFace], fresh: dict[str, AnyBody], cache: Cache) -> None:
        self._faces = {face.id: face for face in faces}
        self._kinds = {face.path: face.kind for face in self._faces.values()}
        self._loaded = dict(fresh)
        self._cache = cache

    def apart(self) -> Bodies:
        """The same bodies, of which none is at hand, read through a connection of its own: what is
        fetched there is let go with it, and another process may fetch it."""
        other = Bodies((), {}, self._cache.again())
        other._faces, other._kinds = self._faces, self._kinds
        return other

    def close(self) -> None:
        """Let go of what `apart` opened."""
        if not self._cache.in_memory:
            self._cache.close()

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

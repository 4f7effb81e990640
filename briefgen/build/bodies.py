"""The other halves of items, fetched where they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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


def paths_of(faces: Iterable[AnyFace]) -> dict[str, str]:
    """The files of items, by id."""
    return {face.id: face.path for face in faces}


def kind_in(item: str) -> Kind:
    """The kind of an item, out of its id."""
    return Kind(item.partition(":")[0])


# How many bodies are held in memory when all are looked through.
GLANCE = 200


class Bodies:
    """Bodies out of the cache. `paths` are the files of items, by id; `fresh` are bodies, by file,
    that are at hand already."""

    def __init__(
        self, paths: Mapping[str, str], cache: Cache, fresh: Mapping[str, AnyBody] | None = None
    ) -> None:
        self._paths = paths
        self._items = {path: item for item, path in paths.items()}
        self._loaded = dict(fresh or {})
        self._cache = cache

    def load(self, items: Iterable[str]) -> None:
        """Fetch the bodies of these items (by id) in one go, as far as they are not at hand."""
        paths = (self._paths[item] for item in items)
        self._fetch(path for path in paths if path not in self._loaded)

    def file_of(self, item: str) -> str:
        """The file of the item with this id, from the project's root."""
        return self._paths[item]

    def of_item(self, item: str) -> AnyBody:
        """The body of the item with this id."""
        return self.of_file(self._paths[item])

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
            kind = kind_in(self._items[path])
            self._loaded[path] = msgspec.msgpack.decode(data, type=BODY_TYPES[kind])

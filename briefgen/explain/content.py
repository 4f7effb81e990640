"""Which content has changed since the cache was written, and what of it."""

from __future__ import annotations

import os

from briefgen import files
from briefgen.build.look import Look
from briefgen.build.read_files import ReadFile
from briefgen.model.item import AnyFace
from briefgen.plan.artifact import ALL_ITEMS, Artifact
from briefgen.scan.project import SETTINGS_FILE

Changes = tuple[tuple[str, str], ...]
# Stands for the file of an item that is withheld, where others may read what is told.
UNNAMED = "an item that is withheld now"


def changed_content(look: Look, artifact: Artifact, told: tuple[str, ...]) -> Changes:
    """The files of the items that the artifact tells of, or of which the file on disk `told`, with
    what changed in each."""
    before, now = look.known.read, look.site.gathered.known.read
    paths = sorted(before.keys() | now.keys())
    if ALL_ITEMS not in (artifact.items, told):
        ids = {*artifact.items, *told}
        paths = [path for path in paths if not ids.isdisjoint(_ids(before, now, path))]
    found = ((path, _what(before.get(path), now.get(path))) for path in paths)
    hidden = () if look.names else look.site.withheld
    return tuple(
        (path if _ids(before, now, path).isdisjoint(hidden) else UNNAMED, what)
        for path, what in found
        if what
    )


def changed_entities(look: Look) -> Changes:
    """The file of entities, if its bytes have changed."""
    path = look.site.gathered.entities_path
    before = look.known.listing.get(path)
    now = look.site.gathered.known.listing.get(path)
    same = (before and before.digest) == (now and now.digest)
    return () if same else ((path, "names or descriptions"),)


def younger_files(look: Look, artifact: Artifact) -> Changes:
    """The files of the artifact's items, the entities and the settings, as far as they were changed
    after the artifact was written: what can be told when the cache has seen the change already.
    """
    written = files.file_stat(os.path.join(look.project.output, artifact.path))
    if written is None:
        return ()
    ids = frozenset(artifact.items)
    every = artifact.items == ALL_ITEMS
    faces = look.site.gathered.faces
    paths = [face.path for face in faces if every or face.id in ids]
    younger = []
    for path in (*sorted(paths), look.site.gathered.entities_path, SETTINGS_FILE):
        stat = files.file_stat(os.path.join(look.project.root, path))
        if stat is not None and stat.mtime_ns > written.mtime_ns:
            younger.append((path, "changed after this file was written"))
    return tuple(younger)


def _ids(before: dict[str, ReadFile], now: dict[str, ReadFile], path: str) -> set[str]:
    reads = (table.get(path) for table in (before, now))
    return {read.face.id for read in reads if read is not None and read.face is not None}


def _what(before: ReadFile | None, now: ReadFile | None) -> str:
    if before is None:
        return "is new"
    if now is None:
        return "is gone"
    if before.face is None or now.face is None:
        return "" if before.face is now.face else "has errors" if now.face is None else "is mended"
    return _difference(before.face, now.face)


def _difference(before: AnyFace, now: AnyFace) -> str:
    if type(before.keys) is not type(now.keys):
        return "is another kind of item"
    names = [
        name
        for name in now.keys.__struct_fields__
        if getattr(before.keys, name) != getattr(now.keys, name)
    ]
    if before.slug != now.slug and "slug" not in names:
        names.append("slug")
    if before.body != now.body or _targets(before) != _targets(now):
        names.append("the text, or keys that its own page alone shows")
    return ", ".join(names)


def _targets(face: AnyFace) -> list[tuple[object, ...]]:
    """The links without their places, which a line more above them moves."""
    return [(each.target, each.is_path, each.fragment, each.bare) for each in face.links]

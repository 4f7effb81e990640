"""Which articles note no digest of their snapshot, or not the present one."""

from __future__ import annotations

import os

import msgspec

from briefgen import files
from briefgen.build.project import Project
from briefgen.build.survey import Site
from briefgen.mend.edit import Edited, set_digest
from briefgen.model.article import ArticleFace
from briefgen.model.base import Record
from briefgen.model.item import Kind
from briefgen.read.item import read_item
from briefgen.read.reading import reading_of


class Mend(Record):
    """A digest to be written: `path` is the article's file from the root, `line` that of the
    digest in it after the change. `old` is empty where none was noted. `before` and `after` are
    the bytes of the file; without `after` the file is written in a way that is left to its author.
    """

    path: str
    snapshot: str
    old: str
    new: str
    line: int = 0
    before: bytes = b""
    after: bytes | None = None


def find_mends(project: Project, site: Site) -> tuple[Mend, ...]:
    """The digests to be written, in the order of files. Every item counts, published or not."""
    return tuple(
        _mend(project, site, face.path, face.keys)
        for face in sorted(site.gathered.faces, key=lambda each: each.path)
        if isinstance(face.keys, ArticleFace) and _differs(face.keys, site.gathered.snapshots)
    )


def _differs(keys: ArticleFace, snapshots: dict[str, str]) -> bool:
    source = keys.source
    if source is None or source.snapshot not in snapshots:
        return False
    return source.sha256.lower() != snapshots[source.snapshot]


def _mend(project: Project, site: Site, path: str, keys: ArticleFace) -> Mend:
    source = keys.source
    assert source is not None  # noqa: S101  only articles with a source are asked
    new = site.gathered.snapshots[source.snapshot]
    before = files.read_bytes(os.path.join(project.root, *path.split("/"))) or b""
    edited = set_digest(before, source.sha256, new, site.bodies.of_file(path).marks)
    if edited is not None and not _only_the_digest(project, path, before, edited, new):
        edited = None
    return Mend(
        path=path,
        snapshot=source.snapshot,
        old=source.sha256,
        new=new,
        line=edited.line if edited is not None else 0,
        before=before,
        after=edited.data if edited is not None else None,
    )


def _only_the_digest(project: Project, path: str, before: bytes, edited: Edited, new: str) -> bool:
    """Whether the edited file reads as the same article with the new digest: the proof that the
    right place was met.
    """
    reading = reading_of(project.settings)
    was = read_item(Kind.ARTICLE, path, before, reading)
    now = read_item(Kind.ARTICLE, path, edited.data, reading)
    if was.face is None or now.face is None or was.body is None or now.body is None:
        return False
    old_keys, new_keys = was.face.keys, now.face.keys
    if not isinstance(old_keys, ArticleFace) or not isinstance(new_keys, ArticleFace):
        return False
    if old_keys.source is None or new_keys.source is None or new_keys.source.sha256 != new:
        return False
    replace = msgspec.structs.replace
    source = replace(new_keys.source, sha256=old_keys.source.sha256)
    return replace(new_keys, source=source) == old_keys and now.face.body == was.face.body


def write_mend(project_root: str, mend: Mend) -> bool:
    """Write one file, whole or not at all; False if it was changed since it was read."""
    assert mend.after is not None  # noqa: S101  what cannot be mended is not written
    path = os.path.join(project_root, *mend.path.split("/"))
    return files.rewrite(path, mend.before, mend.after)

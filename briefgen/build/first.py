"""Ahead of a build: the page of the item that was just edited.

A process that watches knows what the last build left and which file was edited. Where only the body
of an item moved, its page is made and put into place at once, in a time that does not grow with the
archive. The build that follows looks at everything as if this had not happened, and finds the page
there.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable

from msgspec.structs import replace

from briefgen import files
from briefgen.build.bodies import Bodies, paths_of
from briefgen.build.forms import Order, form_in, restored
from briefgen.build.lock import locked_if_free
from briefgen.build.make import render_all
from briefgen.build.read_file import read_file
from briefgen.build.read_files import ReadFile
from briefgen.build.standing import name_of
from briefgen.build.workbench import Last, Workbench
from briefgen.check.levels import LEVELS
from briefgen.model.base import Record
from briefgen.model.item import AnyBody, Kind
from briefgen.model.request import Request
from briefgen.plan.artifact import Artifact, ArtifactKind
from briefgen.progress import Progress
from briefgen.publish.manifest import NAME
from briefgen.publish.publish import STAGING
from briefgen.read.reading import reading_of
from briefgen.render.page import Rendered
from briefgen.scan.project import kind_of
from briefgen.store.cache import Cache

# More files than this are no edit of a person.
MOST = 8


def publish_first(bench: Workbench, request: Request, progress: Progress) -> tuple[str, ...]:
    """Make and write the pages of the items whose files are `request.changed`; returns their paths.
    Nothing is done unless it is sure that no more than their bodies has changed.
    """
    last = bench.last
    if last is None or not _is_simple(last, request):
        return ()
    bodies: dict[str, AnyBody] = {}
    read = [_read(last, path, bodies) for path in _inside(last, request.changed)]
    if not read or not all(read):
        return ()
    with locked_if_free(last.project.root) as free:
        if not free:
            return ()
        made = _publish(last, tuple(each for each in read if each), bodies)
    if made is None:
        return ()
    bench.last = made.last
    progress.stage("first", len(made.paths))
    return made.paths


class _Made(Record):
    """What was published, and what is known after it."""

    paths: tuple[str, ...]
    last: Last


def _is_simple(last: Last, request: Request) -> bool:
    due = last.plan.due
    return (
        0 < len(request.changed) <= MOST
        and not request.strict
        and name_of(request, last.project.root) == last.name
        and last.plan.since <= request.now
        and (due is None or request.now < due)
    )


def _inside(last: Last, paths: Iterable[str]) -> list[str]:
    return [
        os.path.relpath(files.real_path(path), last.project.root).replace(os.sep, "/")
        for path in paths
    ]


def _read(last: Last, path: str, bodies: dict[str, AnyBody]) -> ReadFile | None:
    """The file as it reads now, if it differs in what nobody else sees."""
    before = last.read.get(path)
    kind = kind_of(path, last.project.settings)
    data = files.read_bytes(os.path.join(last.project.root, path))
    if before is None or before.face is None or kind is None or data is None:
        return None
    # What a packet quotes is held against the captured texts of its articles before it is shown.
    if kind is Kind.PACKET:
        return None
    item = before.face.id
    if item in last.proven or item in last.plan.worded or path in last.plan.marked:
        return None
    reading = reading_of(last.project.settings, sorted(LEVELS))
    now = read_file(kind, path, data, reading, "", bodies)
    told = now.face is None or now.diagnostics or now.found
    return None if told or now.joined != before.joined else now


def _publish(last: Last, read: tuple[ReadFile, ...], bodies: dict[str, AnyBody]) -> _Made | None:
    output = last.project.output
    if files.read_bytes(os.path.join(output, NAME)) != last.manifest:
        return None
    faces = tuple(each.face for each in read if each.face is not None)
    cache = Cache(last.project.cache, last.version)
    try:
        texts = Bodies(paths_of(faces), cache, bodies)
        artifacts = _artifacts(last, {face.id: face.body for face in faces}, cache)
    finally:
        cache.close()
    kitchen = replace(last.kitchen, bodies=texts)
    made: dict[str, Rendered] = {}
    for artifact, page in render_all(artifacts, kitchen):
        if not isinstance(page, Rendered):
            return None
        made[artifact.path] = page
    if not made:
        return None
    manifest = last.manifest
    outputs = dict(last.built.outputs)
    for path, page in made.items():
        sha256 = hashlib.sha256(page.data).hexdigest()
        line = f"{outputs[path].sha256}  {path}\n".encode()
        if manifest.count(line) != 1:
            return None
        both = f"{sha256}  {path}\n".encode()
        manifest = manifest.replace(line, line + both if both != line else line)
        outputs[path] = replace(outputs[path], sha256=sha256)
    staging = os.path.join(output, STAGING)
    # Widened before the first file moves, as ever; the build that follows narrows it.
    files.write_whole(os.path.join(output, NAME), manifest, staging)
    for path, page in made.items():
        files.write_whole(os.path.join(output, path), page.data, staging)
    files.remove_tree(staging)
    built = replace(last.built, outputs=outputs)
    return _Made(paths=tuple(made), last=replace(last, manifest=manifest, built=built))


def _artifacts(last: Last, bodies: dict[str, str], cache: Cache) -> tuple[Artifact, ...]:
    paths = [path for item in bodies for path in last.shows.get(item, ())]
    forms = cache.forms(last.shelf, paths)
    made = (restored(_order(last, path, bodies), last.plan.site, forms.get(path)) for path in paths)
    return tuple(each for each in made if each is not None)


def _order(last: Last, path: str, bodies: dict[str, str]) -> Order:
    output = last.built.outputs[path]
    needs = tuple((item, bodies[item]) for item in last.built.needs(output))
    return Order(path=path, kind=ArtifactKind.PAGE, form=form_in(output.view), needs=needs)

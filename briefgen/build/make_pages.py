"""Make pages, lists, feeds and data, in several processes where they are many."""

from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Callable, Iterator, Sequence

import msgspec

from briefgen import files
from briefgen.build.bodies import Bodies
from briefgen.build.forms import UNASKED, Order, fetch, order_of
from briefgen.build.make import Kitchen, render_all
from briefgen.build.stale import Planned
from briefgen.diagnostics import Diagnostic
from briefgen.model.base import Record
from briefgen.plan.artifact import Artifact
from briefgen.plan.views.frame import SiteView
from briefgen.processes import in_parts
from briefgen.progress import Progress
from briefgen.render.lookups import Lookups
from briefgen.render.page import Rendered
from briefgen.store.cache import Cache

# Pages that one worker makes before it tells of them. Fewer are made here.
PART = 100


class Baked(Record):
    """A page that is done: the SHA-256 and the digest of its bytes, and these or the file where
    they were `staged`; neither where they are on disk already."""

    lookups: Lookups
    sha256: str
    digest: str
    data: bytes = b""
    staged: str = ""


class Made(Record):
    """What was rendered, by path, and what went wrong."""

    baked: dict[str, Baked]
    diagnostics: tuple[Diagnostic, ...]


class Tray(Record):
    """Where pages are put that are done: files in the folder `staging`, or in memory if that is
    empty. `on_disk` are the digests of the files that are in the output folder."""

    staging: str
    on_disk: dict[str, str]

    def put(self, path: str, page: Rendered) -> Baked:
        """Take one."""
        digest = files.digest_of(page.data)
        sha256 = hashlib.sha256(page.data).hexdigest()
        baked = Baked(lookups=page.lookups, sha256=sha256, digest=digest)
        if self.on_disk.get(path) == digest:
            return baked
        if not self.staging:
            return msgspec.structs.replace(baked, data=page.data)
        staged = os.path.join(self.staging, files.digest_of(path.encode()))
        files.write_aside(staged, page.data)
        return msgspec.structs.replace(baked, staged=staged)


class _Batch(Record):
    """Some pages, in order; most share their `lookups`."""

    tables: tuple[Lookups, ...]
    baked: tuple[tuple[str, int, Baked], ...]
    diagnostics: tuple[Diagnostic, ...]


class Pantry(Record):
    """Where the forms of artifacts are: the cache, and the name of the output folder in it; the
    view of the site that all pages have, and the artifacts, by path, that are held here."""

    cache: Cache
    folder: str
    site: SiteView | None
    held: dict[str, Artifact]


def take_out(planned: Sequence[Planned], pantry: Pantry) -> tuple[Artifact, ...]:
    """All of these artifacts, in their order."""
    orders = [order_of(each.artifact, each.view) for each in planned]
    found = fetch(orders, pantry.held, pantry.site, pantry.cache, pantry.folder)
    return tuple(
        msgspec.structs.replace(artifact, items=each.artifact.items)
        for artifact, each in zip(found, planned, strict=True)
    )


class _Part(Record):
    """What one worker is told: it need not look at what is in memory, which is shared only as long
    as nobody does. `paths` are the files of the items whose bodies are shown."""

    orders: tuple[Order, ...]
    paths: dict[str, str]


def held_of(planned: Sequence[Planned]) -> dict[str, Artifact]:
    """Those of which all is at hand."""
    return {e.artifact.path: e.artifact for e in planned if e.artifact.page != UNASKED}


def make_pages(  # noqa: PLR0913  all that the stage needs
    planned: Sequence[Planned],
    kitchen: Kitchen,
    pantry: Pantry,
    progress: Progress,
    tray: Tray,
    workers: int,
) -> Made:
    """Render pages, lists and feeds in up to `workers` processes, and put them on `tray`."""
    if not planned:
        return Made(baked={}, diagnostics=())

    def work(encoded: bytes) -> _Batch:
        part = msgspec.msgpack.decode(encoded, type=_Part)
        with pantry.cache.apart() as cache:
            artifacts = fetch(part.orders, pantry.held, pantry.site, cache, pantry.folder)
            bodies = Bodies(part.paths, cache)
            return _batch(artifacts, msgspec.structs.replace(kitchen, bodies=bodies), tray)

    batches = _shared_out(planned, kitchen.bodies, work, workers)
    shared: dict[Lookups, Lookups] = {}
    baked: dict[str, Baked] = {}
    told: list[Diagnostic] = []
    for batch in batches:
        tables = [shared.setdefault(table, table) for table in batch.tables]
        for path, table, page in batch.baked:
            baked[path] = msgspec.structs.replace(page, lookups=tables[table])
            progress.advance("render", path)
        told.extend(batch.diagnostics)
    return Made(baked=baked, diagnostics=_once(told))


def _shared_out(
    planned: Sequence[Planned], bodies: Bodies, work: Callable[[bytes], _Batch], workers: int
) -> Iterator[_Batch]:
    # What the first page of each template compiles serves the others, whoever makes them.
    first = {each.artifact.template: each for each in reversed(planned)}
    ahead = [each for each in planned if first[each.artifact.template] is each]
    rest = [each for each in planned if first[each.artifact.template] is not each]
    parts = [
        _told(part, bodies)
        for part in (ahead, *(rest[start : start + PART] for start in range(0, len(rest), PART)))
    ]
    return itertools.chain(map(work, parts[:1]), in_parts(work, parts[1:], workers, _Batch))


def _told(part: Sequence[Planned], bodies: Bodies) -> bytes:
    orders = tuple(order_of(each.artifact, each.view) for each in part)
    items = {item for order in orders for item, _ in order.needs}
    paths = {item: bodies.file_of(item) for item in sorted(items)}
    return msgspec.msgpack.encode(_Part(orders=orders, paths=paths))


def _batch(part: Sequence[Artifact], kitchen: Kitchen, tray: Tray) -> _Batch:
    numbers: dict[Lookups, int] = {}
    baked: list[tuple[str, int, Baked]] = []
    told: list[Diagnostic] = []
    for artifact, page in render_all(part, kitchen):
        if isinstance(page, Diagnostic):
            told.append(page)
        else:
            number = numbers.setdefault(page.lookups, len(numbers))
            done = msgspec.structs.replace(tray.put(artifact.path, page), lookups=())
            baked.append((artifact.path, number, done))
    return _Batch(tables=tuple(numbers), baked=tuple(baked), diagnostics=tuple(told))


def _once(told: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """One mistake in a template shows on every page: it is told for the first."""
    seen: dict[tuple[str, str, int], Diagnostic] = {}
    for each in told:
        seen.setdefault((each.code, each.path, each.mark.line), each)
    return tuple(seen.values())

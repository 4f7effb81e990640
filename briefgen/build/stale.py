"""Which artifacts are stale, found by comparing keys."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable

import msgspec

from briefgen import files
from briefgen.build.forms import bare, has_form
from briefgen.clock import wall_nanoseconds
from briefgen.model.base import Record, digest_value
from briefgen.plan.artifact import ALL_ITEMS, Artifact, ArtifactKind, Form, artifact_digest, form_of
from briefgen.plan.views.frame import SiteView
from briefgen.publish.manifest import Manifest
from briefgen.render.assets import ABSENT, href_of
from briefgen.render.lookups import ASSET, PLAINLY
from briefgen.scan.listing import Listing, scan_files
from briefgen.store.built import Built, Lookups, Output


class Moved(Record):
    """What stands now for the addresses of assets that were looked up with a table of lookups, and
    the table that it makes."""

    hrefs: dict[str, str]
    lookups: Lookups


class Planned(Record):
    """An artifact with the digest of its view, and whether what is on disk can stay. If it cannot,
    `moved` says what to put in the place of addresses in it, where that is all there is to do. It
    is `recalled` if the artifact tells of the items that the file on disk told of, and shows the
    bodies that it showed; then it need not name them."""

    artifact: Artifact
    view: str
    fresh: bool
    moved: Moved | None = None
    recalled: bool = False


class Sieve:
    """Compares each artifact with what was built. `current` tells what a recorded name stands for
    now; an artifact is fresh if its view and all its lookups are what they were, and the file
    still holds the bytes that were written. `keep` is given artifacts with their forms, and of
    such no more is held than what tells where they are. Those in `wanted` are held
    whole.
    """

    def __init__(
        self,
        built: Built,
        on_disk: Listing,
        current: Callable[[str], str],
        keep: Callable[[Artifact, Form], None] | None = None,
        wanted: Collection[str] = (),
    ) -> None:
        self._built = built
        self._on_disk = on_disk
        self._tables = fresh_tables(built, current)
        self._moves = moved_tables(built, current)
        self._keep = keep
        self._wanted = wanted
        self._site_digest = ""
        # The view of the site that all pages have.
        self.site: SiteView | None = None
        self.planned: list[Planned] = []

    def take(self, artifact: Artifact) -> Artifact:
        """One of them; returns what is to be held of it."""
        path, output = artifact.path, self._built.outputs.get(artifact.path)
        form = form_of(artifact, self._digest(artifact.site))
        view = artifact_digest(artifact, form.digest)
        held = artifact
        if self._keep is not None and has_form(artifact.kind):
            self._keep(artifact, form)
            held = artifact if path in self._wanted else bare(artifact)
        fresh = output is not None and is_fresh(path, output, view, self._tables, self._on_disk)
        moved = None if fresh else moved_by(path, output, view, self._moves, self._on_disk)
        self.planned.append(Planned(artifact=held, view=view, fresh=fresh, moved=moved))
        return held

    def _digest(self, site: SiteView | None) -> str:
        if site is None:
            return ""
        if self.site is None:
            self.site, self._site_digest = site, digest_value(site)
        # One serves all pages: it is digested once, and not kept with each.
        assert site is self.site  # noqa: S101  how the site is planned
        return self._site_digest


def media_of(built: Built) -> dict[str, str]:
    """The digests of media, as they were made. Their names tell what they are made from: under one
    name there is one content."""
    kind = ArtifactKind.MEDIA
    return {path: each.found.digest for path, each in built.outputs.items() if each.kind == kind}


def fresh_tables(built: Built, current: Callable[[str], str]) -> list[bool]:
    """Of each table of lookups, whether all in it stand for what they stood for."""
    return [all(current(name) == digest for name, digest in table) for table in built.tables]


def moved_tables(built: Built, current: Callable[[str], str]) -> list[Moved | None]:
    """Of each table of lookups, how what was made with it becomes what would be made now; None if
    more than assets that stand plainly in it stand for something else."""
    return [_moved(table, current) for table in built.tables]


def _moved(table: Lookups, current: Callable[[str], str]) -> Moved | None:
    if PLAINLY not in table:
        return None
    hrefs: dict[str, str] = {}
    lookups: list[tuple[str, str]] = []
    for name, digest in table:
        now = current(name)
        if now != digest:
            if not name.startswith(ASSET) or now == ABSENT:
                return None
            asset = name.removeprefix(ASSET)
            hrefs[href_of(asset, digest)] = href_of(asset, now)
        lookups.append((name, now))
    return Moved(hrefs=hrefs, lookups=tuple(lookups))


def moved_by(
    path: str, output: Output | None, view: str, moves: list[Moved | None], on_disk: Listing
) -> Moved | None:
    """How what was built of this view becomes what would be built now, if that can be said."""
    found = on_disk.get(path)
    if output is None or found is None or output.view != view:
        return None
    return moves[output.table] if found.digest == output.found.digest else None


def is_fresh(path: str, output: Output, view: str, tables: list[bool], on_disk: Listing) -> bool:
    """Whether what was built of this view can stay."""
    found = on_disk.get(path)
    return (
        output.view == view
        and tables[output.table]
        and found is not None
        and found.digest == output.found.digest
    )


def scan_output(output: str, manifest: Manifest, built: Built) -> Listing:
    """What is on disk of the files that `manifest` lists. A file whose stat is what it was when it
    was written is not read.
    """
    found = [
        (path, full, stat)
        for path in manifest.files
        if (stat := files.file_stat(full := os.path.join(output, path))) is not None
    ]
    known = {path: each.found for path, each in built.outputs.items()}
    return scan_files(found, known, wall_nanoseconds()).listing


def telling_of(
    withheld: Iterable[str],
    built: Built,
    manifest: Manifest,
    address_of: Callable[[str], str],
    tombstones: Collection[str] = (),
) -> frozenset[str]:
    """The paths in the output that tell of an item that is withheld now.

    Where the cache does not know what a file was made from, and an item that is withheld now has a
    page in the output, the file may tell of it, and is counted. What stands at its address may be a
    page that does not tell of it: the cache says so, or it is one of `tombstones`.
    """
    hidden = frozenset(withheld)
    if not hidden:
        return hidden

    def is_exposed(item: str) -> bool:
        path = address_of(item)
        output = built.outputs.get(path)
        if path not in manifest.files or path in tombstones:
            return False
        return output is None or item in built.items(output)

    exposed = any(map(is_exposed, hidden))
    telling: set[str] = set()
    for path in manifest.files:
        output = built.outputs.get(path)
        if output is None:
            doubtful = exposed and not path.startswith("assets/")
            if doubtful:
                telling.add(path)
        elif _tells(built.items(output), hidden, exposed=exposed):
            telling.add(path)
    return frozenset(telling)


def _tells(items: tuple[str, ...], hidden: frozenset[str], *, exposed: bool) -> bool:
    return (items == ALL_ITEMS and exposed) or not hidden.isdisjoint(items)


def keep_built(
    outputs: dict[str, tuple[Output, Lookups]], plan: str, ids: tuple[str, ...]
) -> Built:
    """Join outputs and their lookups into what the cache keeps, each set of lookups once. `plan` is
    the key of the plan that they are all of, or empty; `ids` are the items by their numbers."""
    numbers: dict[Lookups, int] = {}
    # Most share one and the same object: it is compared by its content once.
    seen: dict[int, int] = {}
    kept: dict[str, Output] = {}
    for path, (output, lookups) in outputs.items():
        number = seen.get(id(lookups))
        if number is None:
            number = seen[id(lookups)] = numbers.setdefault(lookups, len(numbers))
        same = output.table == number
        kept[path] = output if same else msgspec.structs.replace(output, table=number)
    return Built(outputs=kept, tables=tuple(numbers), plan=plan, ids=ids)

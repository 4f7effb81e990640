"""Which artifacts are stale, found by comparing keys."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable

import msgspec

from briefgen import files
from briefgen.clock import wall_nanoseconds
from briefgen.model.base import Record, digest_value
from briefgen.plan.artifact import ALL_ITEMS, Artifact, Form, artifact_digest, form_of
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
    `moved` says what to put in the place of addresses in it, where that is all there is to do."""

    artifact: Artifact
    view: str
    fresh: bool
    moved: Moved | None = None


def find_stale(
    artifacts: Iterable[Artifact],
    built: Built,
    on_disk: Listing,
    current: Callable[[str], str],
    keep: Callable[[Artifact, Form], None] = lambda _artifact, _form: None,
) -> tuple[Planned, ...]:
    """Compare each artifact with what was built. `current` tells what a recorded name stands for
    now; an artifact is fresh if its view and all its lookups are what they were, and the file
    still holds the bytes that were written. `keep` is given what shows a body and has a new form.
    """
    site_digests: dict[int, str] = {}
    tables = fresh_tables(built, current)
    moves = moved_tables(built, current)
    planned: list[Planned] = []
    for artifact in artifacts:
        # One site view serves all pages: it is digested once.
        key = id(artifact.site)
        if key not in site_digests:
            site_digests[key] = digest_value(artifact.site)
        form = form_of(artifact, site_digests[key])
        view = artifact_digest(artifact, form.digest)
        output = built.outputs.get(artifact.path)
        kept = artifact.needs and not artifact.attached
        if kept and (output is None or not output.view.startswith(form.digest)):
            keep(artifact, form)
        fresh = output is not None and is_fresh(artifact.path, output, view, tables, on_disk)
        moved = None if fresh else moved_by(artifact.path, output, view, moves, on_disk)
        planned.append(Planned(artifact=artifact, view=view, fresh=fresh, moved=moved))
    return tuple(planned)


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
        return output is None or item in output.items

    exposed = any(map(is_exposed, hidden))
    telling: set[str] = set()
    for path in manifest.files:
        output = built.outputs.get(path)
        if output is None:
            doubtful = exposed and not path.startswith("assets/")
            if doubtful:
                telling.add(path)
        elif (output.items == ALL_ITEMS and exposed) or not hidden.isdisjoint(output.items):
            telling.add(path)
    return frozenset(telling)


def keep_built(outputs: dict[str, tuple[Output, Lookups]], plan: str) -> Built:
    """Join outputs and their lookups into what the cache keeps, each set of lookups once. `plan` is
    the key of the plan that they are all of, or empty."""
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
    return Built(outputs=kept, tables=tuple(numbers), plan=plan)

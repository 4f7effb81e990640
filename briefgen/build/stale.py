"""Which artifacts are stale, found by comparing keys."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable

from briefgen import files
from briefgen.clock import wall_nanoseconds
from briefgen.model.base import Record, digest_value
from briefgen.plan.artifact import ALL_ITEMS, Artifact, artifact_digest
from briefgen.publish.manifest import Manifest
from briefgen.scan.listing import Listing, scan_files
from briefgen.store.built import Built, Lookups, Output


class Planned(Record):
    """An artifact with the digest of its view, and whether what is on disk can stay."""

    artifact: Artifact
    view: str
    fresh: bool


def find_stale(
    artifacts: Iterable[Artifact],
    built: Built,
    on_disk: Listing,
    current: Callable[[str], str],
) -> tuple[Planned, ...]:
    """Compare each artifact with what was built. `current` tells what a recorded name stands for
    now; an artifact is fresh if its view and all its lookups are what they were, and the file
    still holds the bytes that were written.
    """
    site_digests: dict[int, str] = {}
    tables = [all(current(name) == digest for name, digest in table) for table in built.tables]
    planned: list[Planned] = []
    for artifact in artifacts:
        # One site view serves all pages: it is digested once.
        key = id(artifact.site)
        if key not in site_digests:
            site_digests[key] = digest_value(artifact.site)
        view = artifact_digest(artifact, site_digests[key])
        output = built.outputs.get(artifact.path)
        found = on_disk.get(artifact.path)
        planned.append(
            Planned(
                artifact=artifact,
                view=view,
                fresh=output is not None
                and output.view == view
                and tables[output.table]
                and found is not None
                and found.digest == output.found.digest,
            )
        )
    return tuple(planned)


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


def keep_built(outputs: dict[str, tuple[Output, Lookups]]) -> Built:
    """Join outputs and their lookups into what the cache keeps, each set of lookups once."""
    numbers: dict[Lookups, int] = {}
    kept: dict[str, Output] = {}
    for path, (output, lookups) in outputs.items():
        number = numbers.setdefault(lookups, len(numbers))
        kept[path] = Output(
            view=output.view,
            table=number,
            sha256=output.sha256,
            found=output.found,
            items=output.items,
        )
    return Built(outputs=kept, tables=tuple(numbers))

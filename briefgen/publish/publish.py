"""Bring an output folder from one state to the next."""

from __future__ import annotations

import os

from briefgen import files
from briefgen.model.base import Record
from briefgen.publish.manifest import NAME, Manifest, format_manifest, widen

# Where new files are written before they are moved into place. It lies in the output folder so
# that the move stays on one file system; whatever a killed build left in it is removed by the next.
STAGING = ".briefgen-new"


class Write(Record):
    """A file to put into place: the SHA-256 of its bytes, and these, or where they were `staged`:
    in a file outside of the output folder that is moved there."""

    sha256: str
    data: bytes = b""
    staged: str = ""


class Change(Record):
    """What is to be done, in this order: remove what is withheld now, write, remove what is no
    longer planned. `kept` has the SHA-256 of every file that briefgen owns when all is done.
    """

    withhold: tuple[str, ...] = ()
    writes: dict[str, Write] = {}
    drop: tuple[str, ...] = ()
    kept: dict[str, str] = {}


def strangers(output: str, before: Manifest, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `paths` that are taken in the output folder by something that briefgen did not
    write.
    """
    return tuple(
        path
        for path in paths
        if path not in before.files and files.anything_at(os.path.join(output, path))
    )


def publish(output: str, before: Manifest, change: Change) -> Manifest:
    """Carry out `change` and return the manifest that holds then.

    The manifest is widened before the first file moves and narrowed after the last: whenever the
    process dies, every file that briefgen wrote is listed, and every listed file is whole.
    """
    after = Manifest(
        audience=before.audience, files={path: (digest,) for path, digest in change.kept.items()}
    )
    if not (change.withhold or change.writes or change.drop):
        _write_manifest(output, after)
        return after
    digests = {path: write.sha256 for path, write in change.writes.items()}
    staging = os.path.join(output, STAGING)
    _write_manifest(output, widen(before, digests))
    for path in change.withhold:
        files.remove_file(os.path.join(output, path))
    for path, write in change.writes.items():
        if write.staged:
            files.move_whole(write.staged, os.path.join(output, path), staging)
        else:
            files.write_whole(os.path.join(output, path), write.data, staging)
    for path in change.drop:
        files.remove_file(os.path.join(output, path))
    gone = {*change.withhold, *change.drop}.difference(digests)
    files.remove_empty_folders(output, gone)
    _write_manifest(output, after)
    files.remove_tree(staging)
    return after


def _write_manifest(output: str, manifest: Manifest) -> None:
    path = os.path.join(output, NAME)
    data = format_manifest(manifest)
    if files.read_bytes(path) != data:
        files.make_folder(output)
        files.write_whole(path, data, os.path.join(output, STAGING))
        files.remove_tree(os.path.join(output, STAGING))

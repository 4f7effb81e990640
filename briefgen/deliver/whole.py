"""Whether an output folder is whole: each file as its SHA256SUMS says, and no build cut short."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator

from briefgen import files
from briefgen.diagnostics import Diagnostic, error
from briefgen.publish.manifest import Manifest

REBUILD = "Run `briefgen build`, and ask again."


def cut_short(output: str, manifest: Manifest) -> Iterator[Diagnostic]:
    """Old and new files side by side."""
    if not manifest.whole:
        yield error(
            "output-mixed",
            f"A build into {output} was cut short: old and new files stand side by side.",
            hint=REBUILD,
        )


def changed_files(output: str, manifest: Manifest, paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Those of `paths`, which the manifest must list, that are gone or not what was built."""
    for path in paths:
        data = files.read_bytes(os.path.join(output, path))
        if data is None:
            yield error("output-changed", f"{path} is gone from {output}.", hint=REBUILD)
        elif hashlib.sha256(data).hexdigest() not in manifest.files[path]:
            yield error(
                "output-changed",
                f"{path} in {output} is not what was built: something has changed it.",
                hint=REBUILD,
            )

"""Remove what briefgen wrote, and nothing else."""

from __future__ import annotations

import os

from briefgen import files
from briefgen.publish.manifest import NAME, Manifest
from briefgen.publish.publish import STAGING


def clean_output(output: str, manifest: Manifest) -> tuple[str, ...]:
    """Remove the files that `manifest` lists, then the manifest, then folders left empty. Returns
    the paths that were there.
    """
    removed = tuple(
        path for path in sorted(manifest.files) if files.remove_file(os.path.join(output, path))
    )
    files.remove_tree(os.path.join(output, STAGING))
    files.remove_file(os.path.join(output, NAME))
    files.remove_empty_folders(output, set(manifest.files))
    files.remove_folder_if_empty(output)
    return removed

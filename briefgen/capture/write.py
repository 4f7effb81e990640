"""Puts a new file in its place, and never in that of another."""

from __future__ import annotations

import os
from pathlib import Path

from briefgen import files


def write_new(path: str, data: bytes) -> bool:
    """Write a file that is not there yet; False if it is. Should the writing fail, what was
    begun is taken away.
    """
    files.make_folder(os.path.dirname(path))
    try:
        file = Path(path).open("xb")  # noqa: SIM115  closed below
    except FileExistsError:
        return False
    try:
        with file:
            file.write(data)
    except OSError:
        files.remove_file(path)
        raise
    return True

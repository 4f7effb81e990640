"""Looks at a line of a file on disk, for a report."""

from __future__ import annotations

import re
from pathlib import Path

from briefgen import files

# Not `str.splitlines`: it also splits at characters that stand inside a line of Markdown or YAML.
_ENDS = re.compile(r"\r\n|\r|\n")


class Lines:
    """Lines of the files of one project. It keeps the last file, for a report goes file by file."""

    def __init__(self, root: str) -> None:
        self._root = Path(root)
        self._path = ""
        self._lines: list[str] = []

    def line_of(self, path: str, number: int) -> str | None:
        """Line `number`, from 1, of the file at `path` from the root; None if there is none."""
        if path != self._path:
            self._path, self._lines = path, _read(self._root / path)
        return self._lines[number - 1] if 0 < number <= len(self._lines) else None


def _read(path: Path) -> list[str]:
    try:
        data = files.read_bytes(str(path))
    except (OSError, ValueError):
        return []  # a report tells what it can
    return [] if data is None else _ENDS.split(data.decode("utf-8-sig", "replace"))

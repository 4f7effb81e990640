"""The output folder as browsers may see it: what briefgen wrote, and nothing else.

A file is served if SHA256SUMS lists it. What is asked for is looked up there and never joined to a
folder as it stands, so that no `..` in any disguise leads out, and no hidden file, nobody's own
file and no half-written one can be had.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from briefgen import files
from briefgen.files import FileStat
from briefgen.preview.server.fingerprint import Fingerprint, fingerprint_of
from briefgen.publish.manifest import NAME, Manifest, parse_manifest

INDEX = "index.html"
_EMPTY = Manifest(audience="")


class Output:
    """One output folder. `on_lost` is called if briefgen's own files are not there, until it says
    that it has taken care. Used from one thread."""

    def __init__(self, folder: str, on_lost: Callable[[], bool]) -> None:
        self._folder = folder
        self._on_lost = on_lost
        self._lost: set[str] = set()
        self._manifest: tuple[FileStat | None, Manifest] = (None, _EMPTY)
        self._seen: dict[str, tuple[FileStat, Fingerprint]] = {}

    def is_there(self) -> bool:
        """Whether anything was built."""
        return self._listed() is not _EMPTY

    def audience(self) -> str:
        """Whom it was built for; empty if nothing was."""
        return self._listed().audience

    def path_at(self, address: str) -> str:
        """The path of the file at an address, such as `/people/`; empty if there is none."""
        path = address.removeprefix("/")
        path = f"{path}{INDEX}" if not path or path.endswith("/") else path
        hidden = any(part.startswith(".") for part in path.split("/"))
        listed = path in self._listed().files or path == NAME
        return path if listed and not hidden else ""

    def folder_at(self, address: str) -> str:
        """The address of the folder that `address` means if it lacks the slash at its end; empty if
        there is none."""
        path = address.strip("/")
        return f"/{path}/" if f"{path}/{INDEX}" in self._listed().files else ""

    def file(self, path: str) -> str:
        """Where the file at `path` (of `path_at`) is on disk; empty if it is not there, or is but a
        link that leads out."""
        full = os.path.join(self._folder, path)
        real = files.real_path(full)
        if not real.startswith(files.real_path(self._folder) + os.sep):
            return ""
        return real if self._is_there(path, files.file_stat(real)) else ""

    def read(self, path: str) -> bytes | None:
        """The content of the file at `path`."""
        file = self.file(path)
        return files.read_bytes(file) if file else None

    def fingerprint(self, path: str) -> Fingerprint | None:
        """The fingerprint of the file at `path`; it is read only if it was written since."""
        file = self.file(path)
        stat = files.file_stat(file) if file else None
        if stat is None:
            return None
        known = self._seen.get(path)
        if known is not None and known[0] == stat:
            return known[1]
        data = files.read_bytes(file)
        if data is None:
            return None
        seen = fingerprint_of(path, data)
        self._seen[path] = (stat, seen)
        return seen

    def _listed(self) -> Manifest:
        path = os.path.join(self._folder, NAME)
        stat = files.file_stat(path)
        if not self._is_there(NAME, stat):
            self._manifest = (None, _EMPTY)
        elif self._manifest[0] != stat:
            self._manifest = (stat, parse_manifest(files.read_bytes(path) or b"") or _EMPTY)
        return self._manifest[1]

    def _is_there(self, path: str, stat: FileStat | None) -> bool:
        if stat is not None:
            self._lost.discard(path)
        elif path not in self._lost and self._on_lost():
            # Told once: as long as the content has errors it cannot be built again.
            self._lost.add(path)
        return stat is not None

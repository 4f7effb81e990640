"""Which releases of libraries are installed.

`importlib.metadata` tells the same, but it loads the standard library's parser of mail, and looks
through the folders once for each name: together a tenth of a build in which one text was edited.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from briefgen import files

# What an installer leaves beside a library, with the file in it that names the release; the second
# may be such a file itself.
_NOTES = {".dist-info": "METADATA", ".egg-info": "PKG-INFO"}
_FIELD = b"version:"


def releases_of(libraries: Iterable[str]) -> dict[str, str]:
    """The installed release of each of these; empty where there is none. Of two on the way of
    imports the first counts, as it does for an import."""
    found = dict.fromkeys(libraries, "")
    wanted = {_plain(name): name for name in found}
    packed = False
    for place in sys.path:
        folder = place or os.curdir
        packed = packed or files.file_stat(folder) is not None
        for plain, path in _notes_in(folder):
            name = wanted.get(plain)
            if name is not None and not found[name]:
                found[name] = _release_in(path)
    if packed:
        # A program in one file: its libraries are in no folder.
        found |= {name: _asked(name) for name, release in found.items() if not release}
    return found


def _notes_in(folder: str) -> Iterator[tuple[str, str]]:
    """The libraries of which there are notes in a folder, with where each lies."""
    try:
        names = files.list_folder(folder)
    except OSError:
        return  # not for us to read, so that nothing is imported from there either
    for name, _ in names:
        stem, kind = os.path.splitext(name)
        if kind in _NOTES:
            yield _plain(stem.partition("-")[0]), os.path.join(folder, name)


def _plain(name: str) -> str:
    """A name as it is compared: case and the kind of dash do not count."""
    return name.lower().replace("_", "-").replace(".", "-")


def _release_in(path: str) -> str:
    """The release that notes name. Their fields end at the first empty line."""
    note = os.path.join(path, _NOTES[os.path.splitext(path)[1]])
    data = files.read_bytes(note) or files.read_bytes(path) or b""
    for line in data.splitlines():
        if not line.strip():
            break
        if line.lower().startswith(_FIELD):
            return line[len(_FIELD) :].strip().decode("utf-8", "replace")
    return ""


def _asked(library: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  slow; see above

    try:
        return version(library)
    except PackageNotFoundError:
        return ""

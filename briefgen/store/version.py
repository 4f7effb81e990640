"""What made the cache, part of every key: briefgen's own source, and the libraries whose release
can change a record, a page or the index of the search."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from briefgen import files
from briefgen.model.base import digest_bytes
from briefgen.store.releases import releases_of

LIBRARIES = (
    *("Babel", "Jinja2", "markdown-it-py", "MarkupSafe", "mdit-py-plugins"),
    *("msgspec", "nh3", "pagefind-bin", "pagefind-bin-extended", "pillow", "PyYAML"),
)


def source_digest() -> str:
    """Digest of all Python files of the installed package, in order of their paths, and of the
    releases of Python and the libraries. It takes as long as a stage: a build asks once."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    parts = [f"{sys.version_info.major}.{sys.version_info.minor}".encode()]
    parts.extend(release.encode() for release in releases_of(LIBRARIES).values())
    for name in sorted(_sources(package)):
        parts.append(name.encode())
        parts.append(files.read_bytes(os.path.join(package, name)) or b"")
    return digest_bytes(*parts)


def _sources(folder: str, prefix: str = "") -> Iterator[str]:
    # Half of all files are compiled code: their folders are not looked into.
    for name, is_folder in files.list_folder(folder):
        if not is_folder and name.endswith(".py"):
            yield prefix + name
        elif is_folder and name != "__pycache__":
            yield from _sources(os.path.join(folder, name), f"{prefix}{name}/")

"""What made the cache, part of every key: briefgen's own source, and the libraries whose release
can change a record, a page or the index of the search."""

from __future__ import annotations

import os
import sys
from importlib.metadata import PackageNotFoundError, version

from briefgen import files
from briefgen.model.base import digest_bytes

LIBRARIES = (
    *("Babel", "Jinja2", "markdown-it-py", "MarkupSafe", "mdit-py-plugins"),
    *("msgspec", "nh3", "pagefind-bin", "pagefind-bin-extended", "pillow", "PyYAML"),
)


def source_digest() -> str:
    """Digest of all Python files of the installed package, in order of their paths, and of the
    releases of Python and the libraries."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    names = sorted(name for name, _ in files.walk(package) if name.endswith(".py"))
    parts = [f"{sys.version_info.major}.{sys.version_info.minor}".encode()]
    parts.extend(_release(library).encode() for library in LIBRARIES)
    for name in names:
        parts.append(name.encode())
        parts.append(files.read_bytes(os.path.join(package, name)) or b"")
    return digest_bytes(*parts)


def _release(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""

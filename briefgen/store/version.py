"""The digest of briefgen's own source, part of every key."""

from __future__ import annotations

import os

from briefgen import files
from briefgen.model.base import digest_bytes


def source_digest() -> str:
    """Digest of all Python files of the installed package, in order of their paths."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    names = sorted(name for name, _ in files.walk(package) if name.endswith(".py"))
    parts: list[bytes] = []
    for name in names:
        parts.append(name.encode())
        parts.append(files.read_bytes(os.path.join(package, name)) or b"")
    return digest_bytes(*parts)

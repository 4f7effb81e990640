"""A look at the cache that changes nothing in it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from urllib.parse import quote

from briefgen import files
from briefgen.store.cache import FILE_NAME


def kept_version(folder: str) -> str:
    """The version of briefgen that the cache in `folder` was kept by; empty if it cannot be told.
    To open the cache as another version would empty it.
    """
    return _read(folder, ("version",)).get("version", b"").decode("ascii", "replace")


def peek(folder: str, version: str, name: str) -> bytes | None:
    """The blob `name`, if this `version` kept it in `folder`."""
    found = _read(folder, ("version", name))
    return found.get(name) if found.get("version") == version.encode() else None


def _read(folder: str, names: tuple[str, ...]) -> dict[str, bytes]:
    path = os.path.join(folder, FILE_NAME)
    if files.file_stat(path) is None:
        return {}
    query = f"SELECT name, value FROM blob WHERE name IN ({','.join('?' * len(names))})"  # noqa: S608  only question marks enter the text
    try:
        with closing(sqlite3.connect(f"file:{quote(path)}?mode=ro", uri=True)) as database:
            found = database.execute(query, names).fetchall()
    except sqlite3.DatabaseError:
        return {}
    # Another version may have kept something else under these names.
    return {name: value for name, value in found if isinstance(value, bytes)}

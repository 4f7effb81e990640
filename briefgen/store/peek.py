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
    path = os.path.join(folder, FILE_NAME)
    if files.file_stat(path) is None:
        return ""
    try:
        with closing(sqlite3.connect(f"file:{quote(path)}?mode=ro", uri=True)) as database:
            row = database.execute("SELECT value FROM blob WHERE name='version'").fetchone()
    except sqlite3.DatabaseError:
        return ""
    return bytes(row[0]).decode("ascii", "replace") if row else ""

"""One SQLite file of named blobs.

A build loads the few blobs that it needs and writes those that changed in one transaction; there is
never a query an artifact. The cache holds nothing that cannot be made again, so whatever is wrong
with it, it is emptied and the build goes on.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar, cast

import msgspec

from briefgen import files

T = TypeVar("T")
CACHE_FOLDER = ".briefgen"
FILE_NAME = "cache.sqlite"
# What SQLite takes in one statement, with room to spare.
BATCH = 500
LAYOUT = (
    "DROP TABLE IF EXISTS blob",
    "DROP TABLE IF EXISTS body",
    "DROP TABLE IF EXISTS form",
    "CREATE TABLE blob (name TEXT PRIMARY KEY, value BLOB)",
    "CREATE TABLE body (path TEXT PRIMARY KEY, key TEXT, value BLOB)",
    """CREATE TABLE form (
        folder TEXT, path TEXT, digest TEXT, template TEXT, value BLOB, PRIMARY KEY (folder, path)
    )""",
)


# The digest of the bytes of a blob and its value, by its name.
Hot = dict[str, tuple[bytes, object]]


class StoredForm(msgspec.Struct, frozen=True):
    """The encoded form of an artifact, with its digest, and its template."""

    digest: str
    template: str
    value: bytes = b""


class Cache:
    """The open cache in `folder`, or in memory only. `version` is the digest of briefgen's own
    source: what another version wrote is not read. `hot` are the values of blobs that a process
    keeps in memory while it builds again and again; one counts if the cache holds its bytes, known
    by their digest, for the bytes of a large archive are not held beside what was made of them.
    What a `guest` keeps of bodies stays in memory: he looks, and leaves no trace.
    """

    def __init__(
        self, folder: str | None, version: str, hot: Hot | None = None, *, guest: bool = False
    ) -> None:
        self._hot = hot
        self._guest = guest
        # What a guest keeps, by file: the key and the body.
        self._aside: dict[str, tuple[str, bytes]] = {}
        self._folder = folder
        self.version = version
        self._path = os.path.join(folder, FILE_NAME) if folder else ":memory:"
        self._known: dict[str, bytes] = {}
        try:
            self._open()
        except sqlite3.DatabaseError:
            self.close()
            files.remove_file(self._path)
            self._open()

    def _open(self) -> None:
        if self._folder:
            files.make_folder(self._folder)
        self._db = sqlite3.connect(self._path, isolation_level=None)
        # The journal may be lost with the power: the worst is an empty cache.
        self._db.execute("PRAGMA synchronous=OFF")
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("CREATE TABLE IF NOT EXISTS blob (name TEXT PRIMARY KEY, value BLOB)")
        row = self._db.execute("SELECT value FROM blob WHERE name='version'").fetchone()
        if row is None or row[0] != self.version.encode():
            # Another version may have laid its tables out otherwise.
            for statement in LAYOUT:
                self._db.execute(statement)
            version = ("version", self.version.encode())
            self._db.execute("INSERT INTO blob VALUES (?, ?)", version)

    def close(self) -> None:
        """Let go of the file."""
        if hasattr(self, "_db"):
            self._db.close()

    def load(self, name: str, type_: type[T]) -> T | None:
        """The blob `name` as a value of `type_`; None if there is none, or none that fits."""
        try:
            row = self._db.execute("SELECT value FROM blob WHERE name=?", (name,)).fetchone()
        except sqlite3.DatabaseError:
            return None
        if row is None:
            return None
        known = self._known[name] = _digest(row[0])
        if self._hot is not None and name in self._hot and self._hot[name][0] == known:
            return cast("T", self._hot[name][1])
        value = self._decode(row[0], type_)
        if self._hot is not None and value is not None:
            self._hot[name] = (known, value)
        return value

    def _decode(self, data: bytes, type_: type[T]) -> T | None:
        # Decoding makes many small objects at once: the collector would look at each in vain.
        was_on = gc.isenabled()
        gc.disable()
        try:
            return msgspec.msgpack.decode(data, type=type_)
        except (msgspec.DecodeError, msgspec.ValidationError):
            return None
        finally:
            if was_on:
                gc.enable()

    @contextlib.contextmanager
    def apart(self) -> Iterator[Cache]:
        """The same cache, opened once more, as another process must; one in memory is shared."""
        if self.in_memory:
            yield self
            return
        other = Cache(self._folder, self.version)
        try:
            yield other
        finally:
            other.close()

    @property
    def in_memory(self) -> bool:
        """Whether it lies in this process alone."""
        return not self._folder

    def save(self, values: dict[str, object], live: Iterable[str]) -> None:
        """Write blobs, and forget the bodies of files that are not in `live`."""
        changed = False
        # One by one: together they may be as large as all else that is in memory.
        for name, value in values.items():
            if self._hot is not None and name in self._hot and self._hot[name][1] is value:
                continue
            data = msgspec.msgpack.encode(value)
            digest = _digest(data)
            if self._hot is not None:
                self._hot[name] = (digest, value)
            if self._known.get(name) == digest:
                continue
            if not changed:
                self._db.execute("BEGIN IMMEDIATE")
                changed = True
            self._db.execute("INSERT OR REPLACE INTO blob VALUES (?, ?)", (name, data))
            self._known[name] = digest
        if not changed:
            return
        gone = self.body_keys().keys() - set(live)
        self._db.executemany("DELETE FROM body WHERE path=?", ((each,) for each in gone))
        self._db.execute("COMMIT")

    def keep_bodies(self, bodies: Iterable[tuple[str, str, bytes]]) -> None:
        """Write bodies, encoded, by their files, with the keys of their readings. They are kept
        before it is known what becomes of the build, so who asks for one compares the key."""
        if self._guest:
            self._aside.update((path, (key, body)) for path, key, body in bodies)
            return
        self._db.execute("BEGIN IMMEDIATE")
        self._db.executemany("INSERT OR REPLACE INTO body VALUES (?, ?, ?)", bodies)
        self._db.execute("COMMIT")

    def keep(self, name: str, value: object) -> None:
        """Write one blob that is known only when all else is done."""
        data = msgspec.msgpack.encode(value)
        self._db.execute("INSERT OR REPLACE INTO blob VALUES (?, ?)", (name, data))

    def keep_forms(self, folder: str, forms: Iterable[tuple[str, StoredForm]]) -> None:
        """Write the forms of artifacts, by their paths, for one output folder."""
        rows = ((folder, path, form.digest, form.template, form.value) for path, form in forms)
        self._db.execute("BEGIN IMMEDIATE")
        self._db.executemany("INSERT OR REPLACE INTO form VALUES (?, ?, ?, ?, ?)", rows)
        self._db.execute("COMMIT")

    def forms(self, folder: str, paths: Iterable[str]) -> dict[str, StoredForm]:
        """The forms of these artifacts, as far as they are there."""
        rows = self._rows(
            "path, digest, template, value FROM form WHERE folder=? AND", folder, paths
        )
        return {path: StoredForm(digest, template, value) for path, digest, template, value in rows}

    def known_forms(self, folder: str) -> dict[str, StoredForm]:
        """All that are there, without their bytes."""
        found = self._db.execute(
            "SELECT path, digest, template FROM form WHERE folder=?", (folder,)
        )
        return {path: StoredForm(digest, template) for path, digest, template in found}

    def forget_forms(self, folder: str, live: Collection[str]) -> None:
        """Forget those of artifacts that are not in `live`."""
        found = self._db.execute("SELECT path FROM form WHERE folder=?", (folder,)).fetchall()
        gone = [(folder, row[0]) for row in found if row[0] not in live]
        self._db.executemany("DELETE FROM form WHERE folder=? AND path=?", gone)

    def body_keys(self) -> dict[str, str]:
        """The files whose bodies are there, with the keys of their readings."""
        kept = dict(self._db.execute("SELECT path, key FROM body").fetchall())
        return kept | {path: key for path, (key, _) in self._aside.items()}

    def bodies(self, paths: Iterable[str]) -> dict[str, bytes]:
        """The encoded bodies of these files, as far as they are there."""
        wanted = list(paths)
        aside = {path: self._aside[path][1] for path in wanted if path in self._aside}
        rest = (each for each in wanted if each not in aside)
        return dict(self._rows("path, value FROM body WHERE", "", rest)) | aside

    def _rows(self, what: str, folder: str, paths: Iterable[str]) -> Iterator[tuple[Any, ...]]:
        given = (folder,) if folder else ()
        wanted = list(dict.fromkeys(paths))
        for start in range(0, len(wanted), BATCH):
            part = wanted[start : start + BATCH]
            marks = ",".join("?" * len(part))
            yield from self._db.execute(
                f"SELECT {what} path IN ({marks})",
                (*given, *part),
            )


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()

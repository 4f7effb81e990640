"""Something that happened on disk."""

from __future__ import annotations

import enum

from briefgen.model.base import Record


class Kind(enum.Enum):
    """What the system says of a path. Not all systems tell when a writer is done."""

    CREATED = "created"
    WRITTEN = "written"  # and closed: nothing more comes
    RENAMED = "renamed"  # this is its new name
    GONE = "gone"  # removed, or renamed to something else
    OTHER = "other"  # still being written, its rights changed
    LOST = "lost"  # anything may have happened: the system could not keep up


class Change(Record):
    """One event. `path` is absolute, with links resolved; `at` is by the steady clock."""

    path: str
    kind: Kind
    at: float
    folder: bool = False

"""The answer about one file of the output."""

from __future__ import annotations

import enum

from briefgen.diagnostics import Diagnostic
from briefgen.model.base import Record
from briefgen.model.request import Exit


class State(enum.StrEnum):
    """How a file of the output stands to what it is made from."""

    FRESH = "fresh"
    STALE = "stale"
    ABSENT = "not there"
    OBSOLETE = "to be removed"


class Why(enum.StrEnum):
    """What of a file's key has changed. The names are stable: programs may ask for them."""

    NEW = "new"
    UNKNOWN = "unknown"
    LOST = "lost"
    EDITED = "edited"
    ITEMS = "items"
    CONTENT = "content"
    SETTINGS = "settings"
    TEMPLATE = "template"
    ASSET = "asset"
    OPTIONS = "options"
    WORDS = "words"
    PLATFORM = "platform"
    BRIEFGEN = "briefgen"
    WITHHELD = "withheld"
    UNPLANNED = "unplanned"


class Reason(Record):
    """One thing that has changed: a sentence, and the files in which, each with what changed."""

    why: Why
    sentence: str
    files: tuple[tuple[str, str], ...] = ()


class Part(Record):
    """Something that the file is made from: what it is called, and the file that holds it (from
    the project's root, or absolute where it lies outside).
    """

    name: str
    file: str


class Answer(Record):
    """`path` is from the output folder; `items` are the items of which the file tells, `every` if
    that is all there are. `errors` is the number of mistakes for which a build would publish
    nothing.
    """

    path: str
    kind: str
    state: State
    reasons: tuple[Reason, ...] = ()
    items: tuple[Part, ...] = ()
    every: bool = False
    templates: tuple[Part, ...] = ()
    assets: tuple[Part, ...] = ()
    errors: int = 0


class Explained(Record):
    """An answer, or why there is none."""

    answer: Answer | None = None
    exit: Exit = Exit.DONE
    diagnostics: tuple[Diagnostic, ...] = ()

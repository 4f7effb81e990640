"""What a browser is told, as JSON. No Record: as JSON those are lists, and a script reads names."""

from __future__ import annotations

import msgspec

from briefgen.preview.server.fingerprint import Fingerprint


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """A diagnostic. `place` is what an editor understands: file, line and column. Of the line
    itself `before`, `marked` and `after` are shown; `line` is 0 where there is none."""

    severity: str
    code: str
    message: str
    hint: str = ""
    place: str = ""
    line: int = 0
    before: str = ""
    marked: str = ""
    after: str = ""


class Withheld(msgspec.Struct, frozen=True, kw_only=True):
    """An item that the audience does not get. `kind` is article, packet or page."""

    kind: str
    name: str
    title: str
    path: str
    why: str


class WithheldList(msgspec.Struct, frozen=True, kw_only=True):
    """All of them."""

    audience: str
    items: tuple[Withheld, ...]


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """How things stand for one open page.

    `page` is the fingerprint of the file at its address, None if there is none, and `gone` then the
    reason, if it is withheld. `brief` is the path of its PDF. `known` is
    whether it is known what is `withheld`. `modes` are what makes this build
    another than that which is sent. `sum` counts the problems in words, of which
    `problems` are the foremost, `errors` and `warnings` in figures; `stale` is whether they kept
    back what is newer. `doing` is what goes on.
    """

    page: Fingerprint | None
    gone: str = ""
    brief: str = ""
    audience: str = ""
    known: bool = False
    withheld: int = 0
    modes: tuple[str, ...] = ()
    sum: str = ""
    problems: tuple[Problem, ...] = ()
    more: int = 0
    errors: int = 0
    warnings: int = 0
    stale: bool = False
    doing: str = ""

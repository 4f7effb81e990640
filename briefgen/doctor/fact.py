"""What was found out about the machine or the project."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic
from briefgen.model.base import Record
from briefgen.model.request import Exit


class Fact(Record):
    """One thing: `value` is in words; `ok` is False where something is missing or wrong."""

    group: str
    name: str
    value: str
    ok: bool = True


class Examined(Record):
    """All facts, in groups, and what must be done something about. `remedies` are the commands that
    install what is missing, by system; empty if nothing is.
    """

    facts: tuple[Fact, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    remedies: tuple[tuple[str, str], ...] = ()
    exit: Exit = Exit.DONE

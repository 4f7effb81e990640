"""The commands, one file each, named after the command.

A command's module has `GROUP` (one of `briefgen.cli.overview.GROUPS`), `SUMMARY` (one line of the
overview), `configure(parser)`, which adds its description, examples and flags, and
`run(options, console)`, which gives the exit code. That file is all that a new command needs. It
imports what it uses inside these functions.
"""

from __future__ import annotations

import os
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser

    class Command(Protocol):
        """What each module of this folder is."""

        GROUP: str
        SUMMARY: str

        def configure(self, parser: Parser) -> None:
            """Describe the command and add its flags."""

        def run(self, options: Options, console: Console) -> int:
            """Do it; the exit code."""


def names() -> tuple[str, ...]:
    """The names of all commands, in the order of the alphabet."""
    files = os.listdir(__path__[0])  # noqa: PTH208  pathlib alone would take longer than all the help
    stems = (file.removesuffix(".py") for file in files if file.endswith(".py"))
    return tuple(sorted(stem for stem in stems if not stem.startswith("_")))


def load(name: str) -> Command:
    """The command of that name, which must be one of `names()`."""
    command: Command = import_module(f"{__name__}.{name}")
    return command

"""argparse, taught to tell mistakes and to explain itself as the rest of briefgen does."""

from __future__ import annotations

import argparse
import re

from briefgen.cli.options import Options
from briefgen.cli.usage import UsageError, did_you_mean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

# Lines of help longer than this are hard to read, however wide the terminal.
WIDEST = 90
FLAG_COLUMN = 22


class _Layout(argparse.RawDescriptionHelpFormatter):
    """Help of a fixed width: argparse would load shutil, and with it five compressors, to ask for
    the terminal's.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=FLAG_COLUMN, width=WIDEST)


class Parser(argparse.ArgumentParser):
    """The flags of one command."""

    def __init__(self, command: str) -> None:
        super().__init__(
            prog=f"briefgen {command}",
            formatter_class=_Layout,
            add_help=False,
            allow_abbrev=False,
            # What is not said is left to the defaults of Options.
            argument_default=argparse.SUPPRESS,
        )
        self.command = command

    def explain(self, description: str, *examples: tuple[str, str]) -> None:
        """Give the help its text and its examples, each a command line and what it does."""
        self.description = description
        rows = "".join(f"  {line}\n      {meaning}\n" for line, meaning in examples)
        self.epilog = f"examples:\n{rows}"

    def read(self, argv: Sequence[str]) -> Options:
        """Read the flags. Raises UsageError."""
        options = Options()
        _, unknown = self.parse_known_args(argv, options)
        if unknown:
            self._refuse(unknown)
        return options

    def _refuse(self, unknown: list[str]) -> NoReturn:
        flag = next((word for word in unknown if word.startswith("-")), None)
        see = f"`briefgen {self.command} --help` lists what it takes."
        if flag is None:
            raise UsageError(f"`{self.command}` cannot do anything with `{unknown[0]}`.", see)
        name = flag.partition("=")[0]
        hint = did_you_mean(name, self._option_string_actions) or see
        raise UsageError(f"`{self.command}` has no flag `{name}`.", hint)

    def error(self, message: str) -> NoReturn:
        """A mistake that argparse found, in the words of the rest."""
        see = f"See `briefgen {self.command} --help`."
        found = re.fullmatch(r"argument (\S+?)(?:/\S+)*: (.*)", message, re.DOTALL)
        if found is None:
            raise UsageError(f"{message[:1].upper()}{message[1:]}.", see)
        flag, reason = found.groups()
        if reason.startswith("expected "):
            raise UsageError(f"`{flag}` needs a value after it.", see)
        if reason.startswith("ignored explicit argument"):
            raise UsageError(f"`{flag}` takes no value.", see)
        raise UsageError(f"`{flag}`: {reason}", see)

"""From a command line to a command and its options."""

from __future__ import annotations

from briefgen.cli import commands
from briefgen.cli.options import VALUE_FLAGS, Options, add_shared
from briefgen.cli.parser import Parser
from briefgen.cli.usage import UsageError, did_you_mean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.cli.commands import Command


def parse(argv: Sequence[str]) -> tuple[Command, Options]:
    """Find the command and read its flags; shared flags may stand before it too. Only the one
    command is loaded. Raises UsageError.
    """
    rest = list(argv)
    if rest[0] == "help":
        rest = [*rest[1:], "--help"]
    at = _command_at(rest)
    if at is None:
        raise UsageError(
            "The command is missing.", f"The commands are {', '.join(commands.names())}."
        )
    name = rest.pop(at)
    if name not in commands.names():
        listed = f"The commands are {', '.join(commands.names())}."
        hint = did_you_mean(name, commands.names()) or listed
        raise UsageError(f"There is no command `{name}`.", hint)
    command = commands.load(name)
    parser = Parser(name)
    command.configure(parser)
    add_shared(parser)
    return command, parser.read(rest)


def _command_at(argv: list[str]) -> int | None:
    """Where the first word stands that is neither a flag nor the value of a shared one."""
    skip = False
    for index, word in enumerate(argv):
        if skip:
            skip = False
        elif word in VALUE_FLAGS:
            skip = True
        elif not word.startswith("-"):
            return index
    return None

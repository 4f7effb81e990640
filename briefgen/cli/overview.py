"""What `briefgen --help`, `briefgen --version` and plain `briefgen` say.

Written without argparse, for it takes as long to load as Python itself takes to start.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

HELP = ("-h", "--help", "help")
VERSION = "--version"

# The order in which a curator meets them. A command names its group.
GROUPS = ("Start", "Build", "Look into", "Send", "Keep")

HEAD = """\
briefgen turns a folder of Markdown into a site and into PDF briefs.

Usage: briefgen COMMAND [FLAGS]
"""
FOOT = """\
`briefgen COMMAND --help` explains a command, with examples.
The commands work on the project around you: the nearest folder upwards that holds `briefgen.yaml`.
"""


def answers(argv: Sequence[str]) -> bool:
    """Whether the command line asks for nothing but the overview or the version."""
    return not argv or (len(argv) == 1 and (argv[0] in HELP or argv[0] == VERSION))


def answer(argv: Sequence[str]) -> int:
    """Print what was asked. Without a command that is a mistake, and the help is told on stderr."""
    if not argv:
        print(overview(), end="", file=sys.stderr)
        return 2
    if argv[0] == VERSION:
        from briefgen import __version__

        print(f"briefgen {__version__}")
        return 0
    print(overview(), end="")
    return 0


def overview() -> str:
    """Every command with its summary, in groups."""
    from briefgen.cli import commands

    known = {name: commands.load(name) for name in commands.names()}
    width = max(map(len, known))
    parts = [HEAD]
    for group in GROUPS:
        members = [name for name, command in known.items() if group == command.GROUP]
        if members:
            rows = (f"  {name:<{width}}  {known[name].SUMMARY}" for name in members)
            parts.append("\n".join((f"{group}:", *rows, "")))
    parts.append(FOOT)
    return "\n".join(parts)

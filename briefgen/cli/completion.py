"""What a shell must know to complete the commands and their flags."""

from __future__ import annotations

import argparse

import shtab

from briefgen.cli import commands
from briefgen.cli.options import add_shared
from briefgen.cli.parser import Parser
from briefgen.cli.values import OneOf

# What the values of flags are, by the word that stands for them in the help.
FOLDERS = frozenset({"DIR"})
FILES = frozenset({"FILE", "OUTPUT"})


class _Branch(Parser):
    """The parser of one command, made as argparse makes it: from "briefgen COMMAND"."""

    def __init__(self, *, prog: str, **_rest: object) -> None:
        super().__init__(prog.rpartition(" ")[2])


def script(shell: str) -> str:
    """The script that completes `briefgen` in this shell."""
    whole = Parser("")
    whole.prog = "briefgen"
    whole.description = "briefgen"
    add_shared(whole)
    branches = whole.add_subparsers(parser_class=_Branch)
    for name in commands.names():
        command = commands.load(name)
        parser = branches.add_parser(name, help=command.SUMMARY)
        command.configure(parser)
        add_shared(parser)
        parser.description = command.SUMMARY  # the whole text is too much for a menu
        _teach(parser)
    _teach(whole)
    return shtab.complete(whole, shell)


def _teach(parser: argparse.ArgumentParser) -> None:
    """Say of each value what it is. argparse is told otherwise, for the sake of its messages."""
    for action in parser._actions:  # noqa: SLF001  argparse has no public list of them
        if isinstance(action.type, OneOf):
            action.choices = action.type.choices
        elif action.metavar in FOLDERS:
            vars(action)["complete"] = shtab.DIRECTORY
        elif action.metavar in FILES:
            vars(action)["complete"] = shtab.FILE

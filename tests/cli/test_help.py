"""Help answers at once, and says enough."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen import __version__
from briefgen.cli import commands, overview
from briefgen.cli.main import main

Program = Callable[..., subprocess.CompletedProcess[str]]

# argparse alone takes as long to load as Python takes to start; typing and pathlib are no better.
HEAVY = frozenset(
    {"argparse", "babel", "filelock", "jinja2", "json", "markdown_it", "msgspec", "pathlib", "re"}
    | {"rapidfuzz", "sqlite3", "typing", "watchdog", "weasyprint", "yaml"}
)
LOADED = f"""\
import sys
before = set(sys.modules)  # a measurement of coverage loads half the library on its own
sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from briefgen.cli.main import main
main(sys.argv[1:])
print(*set(sys.modules) - before, file=sys.stderr)
"""
# The rest of argparse's company, which the help of one command may bring.
ALLOWED = {"argparse", "re"}


@pytest.mark.parametrize("flag", ["--help", "-h", "help", "--version"])
def test_the_overview_loads_nothing_heavy(flag: str) -> None:
    assert not HEAVY & _loaded_by(flag)


@pytest.mark.parametrize("command", commands.names())
def test_the_help_of_a_command_loads_nothing_that_builds(command: str) -> None:
    assert not (HEAVY - ALLOWED) & _loaded_by(command, "--help")


def _loaded_by(*argv: str) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-I", "-c", LOADED, *argv],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout
    return set(ran.stderr.split())


def test_the_overview_names_every_command_in_a_known_group(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    for name in commands.names():
        command = commands.load(name)
        assert command.GROUP in overview.GROUPS
        assert f"  {name} " in said
        assert command.SUMMARY in said


@pytest.mark.parametrize("command", commands.names())
def test_every_command_has_help_with_examples(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--help"]) == 0
    said = capsys.readouterr().out
    assert f"usage: briefgen {command} " in said
    assert f"examples:\n  briefgen {command}" in said
    assert max(map(len, said.splitlines())) <= 100
    assert main(["help", command]) == 0
    assert capsys.readouterr().out == said


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert main(["build", "--version"]) == 0
    assert capsys.readouterr().out == f"briefgen {__version__}\n" * 2


def test_without_a_command_the_help_is_told_as_a_mistake(program: Program, tmp_path: Path) -> None:
    ran = program(cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("briefgen turns a folder of Markdown")

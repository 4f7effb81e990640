"""Write the project of a case to disk, and ask the program about it."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from briefgen.cli.main import main
from tests.checks.case import BASE, Case

NOW = "2021-08-27T12:00Z"
# Where the project lies in what reports say.
HOME = "/home/ada/desk"


def write_files(root: Path, files: dict[str, str | None], encoding: str = "utf-8") -> None:
    """Write files, or take out those without a text."""
    for path, text in files.items():
        place = root / path
        if text is None:
            place.unlink()
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode(encoding))


def wrong_project(root: Path, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """The base with the files of the case that are wrong."""
    write_files(root, dict(BASE))
    before = case.headers.get("before", "")
    if before:
        run(root, before, monkeypatch)
    files: dict[str, str | None] = {
        path: _unsigned(text, case) for path, text in case.wrong.items()
    }
    write_files(root, files, case.headers.get("encoding", "utf-8"))


def run(root: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Run the very program, in this process."""
    name, *rest = shlex.split(command.removeprefix("briefgen "))
    monkeypatch.chdir(root)
    return main([name, "-q", "--color", "never", "--now", NOW, *rest])


def told(
    root: Path,
    command: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> str:
    """What a command line says."""
    capsys.readouterr()
    run(root, command, monkeypatch)
    said = "".join(capsys.readouterr())
    return said.replace(str(root), HOME)


def _unsigned(text: str, case: Case) -> str:
    """With the character for which the case has a sign, as an editor would not show it."""
    sign, _, number = case.headers.get("signs", "").partition(" ")
    return text.replace(sign, chr(int(number, 16))) if sign else text

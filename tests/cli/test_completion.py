"""A shell that has been taught completes commands, flags and their values."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from briefgen.cli import commands
from briefgen.cli.main import main

ASK = """\
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); COMPREPLY=()
_shtab_briefgen briefgen "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}" 2>/dev/null
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def script(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["completion", "bash"]) == 0
    file = tmp_path / "briefgen.bash"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["sch"], {"schema"}),
        (["schema", ""], {"article", "packet", "page", "entities", "site", "theme"}),
        (["build", "--no-"], {"--no-pdf", "--no-cache"}),
        (["check", "--format", ""], {"text", "json", "github"}),
        (["-C", ".", "doc"], {"doctor"}),
        (["init", "dir"], {"directory"}),
    ],
)
def test_bash_completes(script: Path, words: list[str], offered: set[str]) -> None:
    (script.parent / "directory").mkdir()
    ran = subprocess.run(
        ["bash", "-c", ASK, "bash", str(script), "briefgen", *words],
        cwd=script.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert offered <= set(ran.stdout.split())


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell_knows_every_command(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    said = capsys.readouterr().out
    assert said.endswith("\n")
    for name in commands.names():
        assert name in said
    assert "--keep-going" in said or "keep-going" in said


def test_another_shell_is_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "csh"]) == 2
    assert "none of bash, zsh, fish" in capsys.readouterr().err

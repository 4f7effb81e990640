"""What is said to a command line that cannot be understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.cli.main import main

TABLE = [
    ("buidl", "There is no command `buidl`.", "Did you mean `build`?"),
    ("zzz", "There is no command `zzz`.", "The commands are build, "),
    ("-q", "The command is missing.", "The commands are build, "),
    ("-C . chekc", "There is no command `chekc`.", "Did you mean `check`?"),
    ("build --audiense board", "`build` has no flag `--audiense`.", "Did you mean `--audience`?"),
    ("build --keepgoing", "`build` has no flag `--keepgoing`.", "Did you mean `--keep-going`?"),
    ("build --base-ulr=x", "`build` has no flag `--base-ulr`.", "Did you mean `--base-url`?"),
    ("check --no-pdf", "`check` has no flag `--no-pdf`.", "`briefgen check --help` lists"),
    ("check now", "`check` cannot do anything with `now`.", "`briefgen check --help` lists"),
    # No shortened flags: one day they would mean another.
    ("build --aud x", "`build` has no flag `--aud`.", ""),
    ("build --audience", "`--audience` needs a value after it.", "`briefgen build --help`"),
    ("build --strict=yes", "`--strict` takes no value.", "`briefgen build --help`"),
    ("build --jobs 0", "`--jobs`: `0` is no whole number from 1.", ""),
    ("build --jobs -1", "`--jobs`: `-1` is no whole number from 1.", ""),
    ("build --jobs two", "`--jobs`: `two` is no whole number from 1.", ""),
    ("build --format jsn", "`jsn` is none of text, json, github. Did you mean `json`?", ""),
    ("build --color red", "`--color`: `red` is none of auto, always, never.", ""),
    ("build --now today", "`today` is no date and time such as 2021-07-08T06:00+02:00", ""),
    ("build --now 2021-07-08", "says no zone; write `2021-07-08T00:00+00:00`", ""),
    ("build --base-url example.org", "is no address that begins with https://", ""),
    ("build --base-url https://", "is no address that begins with https://", ""),
]


@pytest.mark.parametrize(("line", "message", "hint"), TABLE)
def test_a_mistake_is_told_with_the_nearest_thing_that_is_known(
    line: str, message: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line.split()) == 2
    said = capsys.readouterr()
    assert said.out == ""
    first, *rest = said.err.splitlines()
    assert first.startswith("error[usage]: ")
    assert message in first
    assert hint in " ".join(rest)


@pytest.mark.parametrize("flag", ["--audience", "-o", "-C"])
def test_an_empty_value_is_a_mistake(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", flag, ""]) == 2
    assert "is needed here" in capsys.readouterr().err


def test_outside_a_project_that_is_said_with_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 2
    assert capsys.readouterr().err == (
        f"error[no-project]: There is no briefgen.yaml in {tmp_path} or in a folder above it.\n"
        "   = hint: Go into a project, name its folder with `-C DIR`, or begin one: "
        "`briefgen init`.\n"
    )


def test_a_folder_that_is_no_project_is_told_with_the_one_around_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    inner = tmp_path / "content"
    inner.mkdir()
    (tmp_path / "briefgen.yaml").touch()
    assert main(["check", "-C", "content"]) == 2
    assert f"Did you mean `-C {tmp_path}`?" in capsys.readouterr().err
    assert main(["check", "-C", "contents"]) == 2
    assert f"There is no folder {tmp_path / 'contents'}." in capsys.readouterr().err

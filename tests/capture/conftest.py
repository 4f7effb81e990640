"""A project to capture into, and the command as a user gives it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from briefgen.cli.main import main

NOW = "2021-08-17T23:30+00:00"
SETTINGS = """\
title: Amu Desk
timezone: Asia/Tashkent
default_tlp: CLEAR
"""


class Ran(NamedTuple):
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


# Takes the arguments of `briefgen capture`, and what is piped in.
Capture = Callable[..., Ran]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project, in which one stands."""
    root = tmp_path / "desk"
    root.mkdir()
    (root / "briefgen.yaml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def capture(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Capture:
    """`briefgen capture ...` in the project, at half past four in the morning of Tashkent."""

    def run(*argv: str, typed: bytes = b"") -> Ran:
        assert Path.cwd() == desk
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
        code = main(["capture", "--now", NOW, *argv])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run

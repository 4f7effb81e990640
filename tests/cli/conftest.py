"""The program, as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


# Takes the arguments, the folder to stand in (`cwd`), and variables of the environment.
Program = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def program() -> Program:
    """`python -m briefgen`, with nothing of the caller's environment that changes its manners."""

    def run(*argv: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "briefgen", *argv],
            cwd=cwd,
            env=surroundings() | environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    return run


def surroundings() -> dict[str, str]:
    """The environment without what the program listens to."""
    told = {"CI", "NO_COLOR", "TERM", "GITHUB_WORKSPACE", "COLUMNS"}
    kept = {name: value for name, value in os.environ.items() if name not in told}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}

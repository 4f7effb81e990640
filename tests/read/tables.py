"""Tables of cases: a title, an input and what is expected, each ended by a line with a full stop.

Set the environment variable UPDATE_CASES to write what is now the outcome into the tables; look at
the difference before it is kept.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

FOLDER = Path(__file__).with_name("cases")
END = "."
UPDATE = "UPDATE_CASES"


class Case(NamedTuple):
    title: str
    given: str
    expected: str


def load(name: str) -> list[Case]:
    """The cases of one table."""
    parts: list[list[str]] = [[]]
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line == END:
            parts.append([])
        else:
            parts[-1].append(line)
    texts = ["\n".join(part) for part in parts]
    return [
        Case(title.strip("\n"), given, expected)
        for title, given, expected in zip(texts[:-1:3], texts[1::3], texts[2::3], strict=True)
    ]


def cases(name: str) -> pytest.MarkDecorator:
    """Parametrise a test over a table."""
    table = load(name)
    assert len({case.title for case in table}) == len(table)
    return pytest.mark.parametrize("case", table, ids=[case.title for case in table])


def hold(name: str, case: Case, outcome: Callable[[str], str]) -> None:
    """Compare the outcome of a case with what its table expects."""
    found = outcome(case.given).strip("\n")
    if os.environ.get(UPDATE):
        table = [c if c.title != case.title else c._replace(expected=found) for c in load(name)]
        text = "\n\n".join(f"{c.title}\n.\n{c.given}\n.\n{c.expected}\n." for c in table)
        (FOLDER / name).write_text(text + "\n", encoding="utf-8")
    else:
        assert found == case.expected.strip("\n")

"""Cases: for each code one file that says what the check is for, shows a project in which it is
told, the report, and the project mended.

    topic: Front matter
    run: briefgen check

    What the check is for, in Markdown.

    === wrong: content/articles/talks.md
    ...
    === report
    ...
    === right: content/articles/talks.md
    ...

The files of `wrong` are laid over the base, those of `right` over both; `=== gone: PATH` takes a
file out again. `run` may be left out. `signs: ␇ 0007` puts the character U+0007 where ␇ stands,
`encoding: latin-1` writes the wrong files so.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).with_name("cases")
HEAD = re.compile(r"=== (?:(wrong|right|gone): (\S+)|(report))")
RUN = "briefgen check"
UPDATE = "BRIEFGEN_UPDATE"  # set it to write what is now the report into the cases

# Every case stands on these two files unless it brings its own.
BASE = {
    "briefgen.yaml": "title: Amu Desk\ndefault_tlp: CLEAR\n",
    "content/articles/drills.md": """\
---
title: Drills near the border
date: 2021-08-10
summary: The exercise is the largest of the year.
source:
  title: Troops train near the border
  publisher: The Gazette
---
The exercise lasts a week.
""",
}


class Case(NamedTuple):
    """One code. Files are texts by path from the project's root; a right one is None where the
    file is taken out.
    """

    code: str
    headers: dict[str, str]
    about: str
    wrong: dict[str, str]
    report: str
    right: dict[str, str | None]

    @property
    def topic(self) -> str:
        return self.headers["topic"]

    @property
    def run(self) -> str:
        return self.headers.get("run", RUN)

    @property
    def level(self) -> str:
        """How the code weighs in its report."""
        found = re.search(rf"^(\w+)\[{self.code}\]", self.report, re.MULTILINE)
        return found[1] if found else ""


def load_cases() -> list[Case]:
    """All cases, in the order of their codes."""
    return [
        parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.txt"))
    ]


def parse(code: str, text: str) -> Case:
    """The case that a file holds."""
    head, *parts = _divide(text)
    headers, about = _head(head[1])
    wrong: dict[str, str] = {}
    right: dict[str, str | None] = {}
    report = ""
    for line, part in parts:
        found = HEAD.fullmatch(line)
        assert found, line
        kind, path = found[1], found[2]
        if kind == "wrong":
            wrong[path] = part
        elif kind:
            right[path] = part if kind == "right" else None
        else:
            report = part
    return Case(code, headers, about, wrong, report, right)


def render(case: Case) -> str:
    """The file of a case."""
    parts = ["".join(f"{name}: {value}\n" for name, value in case.headers.items())]
    parts.append(f"\n{case.about}\n\n")
    parts.extend(f"=== wrong: {path}\n{text}" for path, text in case.wrong.items())
    parts.append(f"=== report\n{case.report}")
    parts.extend(
        f"=== gone: {path}\n" if text is None else f"=== right: {path}\n{text}"
        for path, text in case.right.items()
    )
    return "".join(parts)


def _divide(text: str) -> list[tuple[str, str]]:
    parts: list[tuple[str, list[str]]] = [("", [])]
    for line in text.splitlines(keepends=True):
        if line.startswith("=== "):
            parts.append((line.strip(), []))
        else:
            parts[-1][1].append(line)
    return [(head, "".join(lines)) for head, lines in parts]


def _head(text: str) -> tuple[dict[str, str], str]:
    headers, _, about = text.partition("\n\n")
    pairs = (line.partition(": ") for line in headers.splitlines())
    return {name: value for name, _, value in pairs}, about.strip()

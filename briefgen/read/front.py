"""Front matter: the YAML between two lines of hyphens with which an item begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefgen.model.marks import Mark
from briefgen.read.findings import Findings

OPEN = "---"
CLOSE = ("---", "...")


# Other signs that a word processor makes of hyphens, and rows of them that are too long.
DASHES = re.compile(r"(?!---$)[-\u2010-\u2015\u2212_=*+~][-\u2010-\u2015\u2212_=*+~ ]*")


class Parts(NamedTuple):
    """`keys` is YAML that begins in line 2; `body` is Markdown that begins in line `body_line`."""

    keys: str
    body: str
    body_line: int


def split_front(text: str, findings: Findings) -> Parts | None:
    """Cut a file into front matter and body."""
    lines = text.split("\n")
    if lines[0].rstrip() != OPEN:
        findings.error(
            "front-matter-missing",
            "The file does not begin with front matter.",
            Mark(line=1, column=1),
            _where_it_is(lines)
            or "Make the first line ---, write `title: ...` and other keys below, then --- again.",
        )
        return None
    for at, line in enumerate(lines[1:], 1):
        if line.rstrip() in CLOSE:
            return Parts("\n".join(lines[1:at]), "\n".join(lines[at + 1 :]), at + 2)
    findings.error(
        "front-matter-unclosed",
        "The front matter that begins here has no end.",
        Mark(line=1, column=1, length=len(OPEN)),
        _almost(lines) or "Write --- on a line of its own between the keys and the text.",
    )
    return None


def _where_it_is(lines: list[str]) -> str:
    """A hint for front matter that does not begin where it should."""
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    line = lines[first].strip()
    if first and line == OPEN:
        return f"Delete the empty line{'s' if first > 1 else ''} above ---."
    if DASHES.fullmatch(line):
        return f"Write three hyphens, ---, in place of {line[:9]}."
    return ""


def _almost(lines: list[str]) -> str:
    """A hint with the line that was probably meant to be the end."""
    for at, line in enumerate(lines[1:], 2):
        if DASHES.fullmatch(line.strip()) or (line[:1].isspace() and line.strip() == OPEN):
            return f"Write three hyphens, ---, at the beginning of line {at}."
    return ""

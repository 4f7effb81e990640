"""Front matter: the YAML between two lines of hyphens with which an item begins."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.model.marks import Mark
from briefgen.read.findings import Findings

OPEN = "---"
CLOSE = ("---", "...")


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
            "Make the first line ---, write `title: ...` and other keys below it, then --- again.",
        )
        return None
    for at, line in enumerate(lines[1:], 1):
        if line.rstrip() in CLOSE:
            return Parts("\n".join(lines[1:at]), "\n".join(lines[at + 1 :]), at + 2)
    findings.error(
        "front-matter-unclosed",
        "The front matter that begins here has no end.",
        Mark(line=1, column=1, length=len(OPEN)),
        "Write --- on a line of its own between the keys and the text.",
    )
    return None

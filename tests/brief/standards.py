"""What validators say of a brief, and its structure tree."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf


class Node:
    """A structure element with its parents."""

    def __init__(self, element: pikepdf.Object, parents: tuple[str, ...]) -> None:
        self.element = element
        self.role = str(element.S)
        self.parents = parents


def nodes(element: pikepdf.Object, parents: tuple[str, ...] = ()) -> Iterator[Node]:
    """An element and all below it."""
    if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
        return
    yield Node(element, parents)
    below = element.get("/K", pikepdf.Array())
    for kid in below if isinstance(below, pikepdf.Array) else [below]:
        yield from nodes(kid, (*parents, str(element.S)))


def find_no_error(file: Path) -> None:
    """Fail with the report of the first validator that finds an error."""
    for tool, passed in ((("outloud",), " 0 error(s)"), (("pdfua", "check"), "errors=0")):
        program = Path(sys.executable).parent / tool[0]
        report = subprocess.run(
            [program, *tool[1:], str(file)], capture_output=True, text=True, check=False
        )
        assert passed in report.stdout, report.stdout
    checked = subprocess.run(
        ["qpdf", "--check", str(file)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr

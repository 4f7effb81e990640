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


def find_no_error(*files: Path) -> None:
    """Fail with the report of the first validator that finds an error in one of the files."""
    beside = Path(sys.executable).parent
    report = _said(beside / "outloud", *files)
    assert report.count(" 0 error(s)") == len(files), report
    for file in files:
        assert "errors=0" in (report := _said(beside / "pdfua", "check", file)), report
        # A clean file ends with this, one with warnings does not.
        assert "No syntax or stream encoding errors found" in (
            report := _said(Path("qpdf"), "--check", file)
        ), report


def _said(program: Path, *arguments: object) -> str:
    done = subprocess.run(
        [program, *map(str, arguments)], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr

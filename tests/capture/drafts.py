"""Reads the drafts that a capture wrote, with briefgen's own reader."""

from __future__ import annotations

from pathlib import Path

from briefgen.diagnostics import has_errors
from briefgen.model.article import ArticleFace, Source, Statement
from briefgen.model.item import Kind
from briefgen.read.item import read_item
from briefgen.read.reading import Reading


def draft_path(desk: Path) -> Path:
    """The one draft of a project."""
    (path,) = (desk / "content" / "articles").iterdir()
    return path


def read_draft(path: Path) -> ArticleFace:
    """The article, which must have no mistakes."""
    read = read_item(Kind.ARTICLE, f"content/articles/{path.name}", path.read_bytes(), Reading())
    assert not has_errors(read.diagnostics), read.diagnostics
    assert read.face is not None
    assert isinstance(read.face.keys, ArticleFace)
    return read.face.keys


def source_of(path: Path) -> Source:
    """The source of a draft."""
    source = read_draft(path).source
    assert source is not None
    return source


def statements_of(path: Path) -> tuple[Statement, ...]:
    """The statements of a draft."""
    return read_draft(path).statements


def flags_of(path: Path) -> list[str]:
    """The comment above each statement, without its mark; empty where there is none."""
    flags: list[str] = []
    above = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("  - speaker:"):
            flags.append(above.removeprefix("  # ") if above.startswith("  # ") else "")
        above = line
    return flags

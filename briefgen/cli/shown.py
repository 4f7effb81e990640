"""A path as it is shown to a user, and can be given back to a program."""

from __future__ import annotations

from pathlib import Path


def shown(path: str) -> str:
    """`path` (absolute) from where the user stands, if it lies below."""
    try:
        return str(Path(path).relative_to(Path.cwd()))
    except ValueError:
        return path

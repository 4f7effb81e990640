"""How a build tells what it is doing, without knowing to whom."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """The listener of a build. `total` 0 means that the amount is not known."""

    def stage(self, name: str, total: int = 0) -> None:
        """A stage begins: scan, read, resolve, check, plan, render, publish, briefs."""

    def advance(self, name: str, path: str) -> None:
        """One unit of the stage is done."""


class Silent:
    """Tells nobody."""

    def stage(self, name: str, total: int = 0) -> None:
        """Nothing."""

    def advance(self, name: str, path: str) -> None:
        """Nothing."""

"""The time of each stage."""

from __future__ import annotations

from briefgen.clock import stopwatch
from briefgen.progress import Progress


class Stopwatch:
    """Tells a listener when a stage begins, and remembers how long each took."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self._laps: list[tuple[str, float]] = []

    def stage(self, name: str, total: int = 0) -> None:
        """A stage begins, and the one before it ends."""
        self._laps.append((name, stopwatch()))
        self.progress.stage(name, total)

    def finish(self) -> tuple[tuple[str, float], ...]:
        """Seconds of each stage."""
        ends = [*(at for _, at in self._laps[1:]), stopwatch()]
        return tuple((name, end - at) for (name, at), end in zip(self._laps, ends, strict=True))

"""The time of each stage, and of what workers do."""

from __future__ import annotations

from briefgen.clock import stopwatch
from briefgen.model.request import Span
from briefgen.progress import Progress

TRACK = "build"


class Stopwatch:
    """Tells a listener when a stage begins, and remembers how long each took."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self._laps: list[tuple[str, float]] = []
        self._noted: list[Span] = []

    def stage(self, name: str, total: int = 0) -> None:
        """A stage begins, and the one before it ends."""
        self._laps.append((name, stopwatch()))
        self.progress.stage(name, total)

    def lasted(self, track: str, name: str, start: float, end: float) -> None:
        """A worker did something."""
        self._noted.append(Span(track=track, name=name, start=start, seconds=end - start))

    def finish(self) -> tuple[Span, ...]:
        """What took time: the stages, then what workers did."""
        ends = [*(at for _, at in self._laps[1:]), stopwatch()]
        stages = (
            Span(track=TRACK, name=name, start=at, seconds=end - at)
            for (name, at), end in zip(self._laps, ends, strict=True)
        )
        return (*stages, *self._noted)


def seconds_of(spans: tuple[Span, ...]) -> tuple[tuple[str, float], ...]:
    """Seconds of each stage, which may have come more than once."""
    seconds: dict[str, float] = {}
    for each in spans:
        if each.track == TRACK:
            seconds[each.name] = seconds.get(each.name, 0.0) + each.seconds
    return tuple(seconds.items())

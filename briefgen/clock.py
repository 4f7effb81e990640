"""The one door to the clock."""

from __future__ import annotations

import datetime
import time


def utc_now() -> datetime.datetime:
    """The present instant, in UTC."""
    return datetime.datetime.now(tz=datetime.UTC)


def wall_nanoseconds() -> int:
    """The wall clock in nanoseconds since the epoch, comparable with a file's `st_mtime_ns`."""
    return time.time_ns()


def instant_of(text: str) -> datetime.datetime | None:
    """The instant that `isoformat` once wrote; None if it is none."""
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        return None


def pause(seconds: float) -> None:
    """Wait."""
    time.sleep(seconds)


def stopwatch() -> float:
    """A steady clock in seconds, for durations only."""
    return time.perf_counter()

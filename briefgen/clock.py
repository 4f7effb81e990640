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


def stopwatch() -> float:
    """A steady clock in seconds, for durations only."""
    return time.perf_counter()

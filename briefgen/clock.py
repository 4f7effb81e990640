"""The one door to the clock."""

from __future__ import annotations

import datetime
import os
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


def printed(now: datetime.datetime) -> datetime.datetime:
    """The instant to print: that of SOURCE_DATE_EPOCH where it is set (reproducible-builds.org),
    else `now`. What may be seen is never decided by it.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC)
    return now

"""One request to a host at a time, and a pause between two: nobody's server is to notice us."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from briefgen.clock import pause, stopwatch

PAUSE = 1.0


class Turns:
    """Whose turn it is, for each host. `seconds` lie between the end of a request and the next."""

    def __init__(self, seconds: float = PAUSE) -> None:
        self._seconds = seconds
        self._guard = threading.Lock()
        self._hosts: dict[str, threading.Lock] = {}
        self._free: dict[str, float] = {}

    @contextmanager
    def at(self, host: str) -> Iterator[None]:
        """Wait for the turn at this host, and hold it."""
        with self._guard:
            lock = self._hosts.setdefault(host.casefold(), threading.Lock())
        with lock:
            wait = self._free.get(host.casefold(), 0.0) - stopwatch()
            if wait > 0:
                pause(wait)
            try:
                yield
            finally:
                self._free[host.casefold()] = stopwatch() + self._seconds

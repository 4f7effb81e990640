"""When a build begins: events and the time in, a decision out. Nothing here waits or looks."""

from __future__ import annotations

from briefgen.preview.change import Change, Kind

# Seconds without an event after which a batch is taken to be complete.
QUIET = 0.015
# Seconds after its first event that a batch waits for quiet at most.
MOST = 0.5


class Batch:
    """The changes that the next build will take in."""

    def __init__(self) -> None:
        self._clear()

    def _clear(self) -> None:
        self._paths: dict[str, None] = {}
        self._created: set[str] = set()
        self._first = self._last = 0.0
        self._complete = False

    def add(self, change: Change) -> None:
        """Take in an event."""
        if change.kind is Kind.GONE and change.path in self._created:
            # Here for a moment, and nobody has seen it: an editor's.
            self._created.remove(change.path)
            del self._paths[change.path]
            if not self._paths:
                self._clear()
            return
        if not self._paths:
            self._first = change.at
        self._last = max(self._last, change.at)
        if change.kind is Kind.CREATED and change.path not in self._paths:
            self._created.add(change.path)
        self._paths[change.path] = None
        if change.kind is Kind.RENAMED:
            self._complete = True
        elif change.kind is Kind.WRITTEN and change.path not in self._created:
            # A file that has just been made is often an editor's, about to be renamed to the one
            # it means: a build for it alone would hold up the right one.
            self._complete = True

    def wait(self, now: float) -> float | None:
        """Seconds until the build should begin: 0 at once, None as long as there is no reason."""
        if not self._paths:
            return None
        if self._complete:
            return 0.0
        return max(min(self._last + QUIET, self._first + MOST) - now, 0.0)

    def take(self) -> tuple[str, ...]:
        """The changed paths, in the order in which they came; the batch is empty then."""
        paths = tuple(self._paths)
        self._clear()
        return paths

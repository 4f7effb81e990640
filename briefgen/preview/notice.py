"""From the events of watchdog to changes that concern the site."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable

from watchdog import events

from briefgen.clock import stopwatch
from briefgen.preview.change import Change, Kind
from briefgen.preview.scope import Scope

# Only these are asked for: opening and reading files, as every build does, would be told as well.
WANTED: list[type[events.FileSystemEvent]] = [
    events.FileClosedEvent,
    events.FileCreatedEvent,
    events.FileDeletedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
    events.DirCreatedEvent,
    events.DirDeletedEvent,
    events.DirMovedEvent,
]
# Changed rights are an event of their own only in newer versions of watchdog.
WANTED += [kind for name in ("FileAttribEvent",) if (kind := getattr(events, name, None))]

_KINDS = {
    events.FileClosedEvent: Kind.WRITTEN,
    events.FileCreatedEvent: Kind.CREATED,
    events.DirCreatedEvent: Kind.CREATED,
    events.FileDeletedEvent: Kind.GONE,
    events.DirDeletedEvent: Kind.GONE,
    events.FileMovedEvent: Kind.GONE,
    events.DirMovedEvent: Kind.GONE,
}


class Notice(events.FileSystemEventHandler):
    """Turns watchdog's events into changes; it runs in watchdog's thread."""

    def __init__(self, put: Callable[[Change], None]) -> None:
        self.scope = Scope()
        self._put = put

    def dispatch(self, event: events.FileSystemEvent) -> None:
        """Pass on what concerns the site."""
        source = os.fsdecode(event.src_path)
        target = os.fsdecode(event.dest_path)
        # Renamed to something of an editor's is as good as removed: it will soon be back.
        self._tell(source, _KINDS.get(type(event), Kind.OTHER), event)
        if target:
            self._tell(target, Kind.RENAMED, event)

    def _tell(self, path: str, kind: Kind, event: events.FileSystemEvent) -> None:
        if self.scope.concerns(path):
            folder = event.is_directory
            self._put(Change(path=path, kind=kind, at=stopwatch(), folder=folder))


class Losses(logging.Handler):
    """watchdog tells only its log when the system's queue ran over."""

    def __init__(self, put: Callable[[Change], None]) -> None:
        super().__init__(logging.WARNING)
        self._put = put

    def emit(self, record: logging.LogRecord) -> None:
        """Take a loss for a change of anything."""
        if "overflow" in record.getMessage():
            self._put(Change(path="", kind=Kind.LOST, at=stopwatch()))

"""Watches folders through the system's notifications, or by looking again and again where the
system has none left to give."""

from __future__ import annotations

import logging
import queue
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from briefgen.preview.change import Change, Kind
from briefgen.preview.notice import WANTED, Losses, Notice
from briefgen.preview.places import Place, places_for, resolved
from briefgen.preview.scope import Scope, inside

# Arming a folder can reveal another one below it; deeper than this no project is nested.
_ROUNDS = 50


Changes = queue.SimpleQueue[Change]


class Eyes:
    """Give it what to watch, and it gives changes, with those that others put into `changes`. Used
    in a `with` statement; all but the notice of events happens in the caller's thread."""

    def __init__(
        self,
        on_polling: Callable[[OSError], None],
        observer: Callable[[], BaseObserver] = Observer,
        changes: Changes | None = None,
    ) -> None:
        self._on_polling = on_polling
        self._changes: Changes = changes or queue.SimpleQueue()
        self._notice = Notice(self._changes.put)
        self._losses = Losses(self._changes.put)
        self._armed: dict[Place, ObservedWatch] = {}
        self._watched: tuple[str, ...] = ()
        self._new_folders = False
        self._polling = False
        self._observer = self._start(observer)

    def __enter__(self) -> Self:
        logging.getLogger("watchdog").addHandler(self._losses)
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _value: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        logging.getLogger("watchdog").removeHandler(self._losses)
        self._observer.stop()
        self._observer.join()

    def look_at(self, watched: tuple[str, ...], output: str) -> bool:
        """Watch these files and folders, and no others, and nothing in the folder `output`. True if
        one was not watched before: what happened there until now has not been seen."""
        self._watched = watched
        self._notice.scope = Scope(watched=resolved(watched), output=resolved((output,)))
        new = self._arm()
        if self._new_folders and not self._polling:
            self._new_folders = False
            self._guarded(self._probe)
            self._arm()
        return new

    def next(self, timeout: float | None) -> Change | None:
        """The next change, or None if there is none within `timeout` seconds."""
        try:
            change = self._changes.get(timeout=timeout)
        except queue.Empty:
            return None
        if change.kind is Kind.LOST:
            self._forget("")
            self._arm()
        elif self._notice.scope.is_structural(change.path):
            # The system watches the folder, not its name: one that takes its place is another.
            self._forget(change.path)
            self._arm()
        self._new_folders |= change.folder
        return change

    def is_news(self) -> bool:
        """Whether `next` would give a change at once."""
        return not self._changes.empty()

    def _start(self, observer: Callable[[], BaseObserver]) -> BaseObserver:
        try:
            started = observer()
        except OSError as refused:
            started = self._poll(refused)
        started.start()
        return started

    def _poll(self, refused: OSError) -> BaseObserver:
        self._polling = True
        self._on_polling(refused)
        return PollingObserver()

    def _forget(self, path: str) -> None:
        for place in [each for each in self._armed if not path or inside(each.folder, path)]:
            self._observer.unschedule(self._armed.pop(place))

    def _arm(self) -> bool:
        """Make the watched places what they should be; whether there are new ones."""
        new = False
        for _ in range(_ROUNDS):
            places = places_for(self._watched)
            if places == self._armed.keys():
                break
            for place in self._armed.keys() - places:
                self._observer.unschedule(self._armed.pop(place))
            armed = [place for place in places - self._armed.keys() if self._watch(place)]
            if not armed:
                break  # what is left may not be watched
            new = True
        return new

    def _watch(self, place: Place) -> bool:
        def watch() -> None:
            self._armed[place] = self._schedule(place)
            if place.deep and not self._polling:
                self._probe()

        return self._guarded(watch)

    def _guarded(self, action: Callable[[], None]) -> bool:
        """Do something with the observer; take to polling if the system refuses. False if there is
        nothing to watch, or nothing that may be."""
        try:
            action()
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            return False
        except OSError as refused:
            if self._polling:
                return False
            self._observer.stop()
            self._observer.join()
            self._armed.clear()
            self._observer = self._poll(refused)
            self._observer.start()
        return True

    def _schedule(self, place: Place) -> ObservedWatch:
        return self._observer.schedule(
            self._notice, place.folder, recursive=place.deep, event_filter=WANTED
        )

    def _probe(self) -> None:
        """Raise OSError if the system has no watches left. watchdog keeps silent when they run out
        below a folder, so one more is asked for, where none is yet."""
        nowhere = Place(folder=Path(Path.cwd().anchor).as_posix(), deep=False)
        if nowhere not in self._armed:
            self._observer.unschedule(self._schedule(nowhere))

"""Build at every edit, and when an embargo or expiry falls due, until interrupted."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import msgspec

from briefgen import files
from briefgen.clock import stopwatch, utc_now, wall_nanoseconds
from briefgen.diagnostics import Severity
from briefgen.model.request import Exit, Outcome, Request
from briefgen.preview.batch import Batch
from briefgen.preview.change import Change
from briefgen.preview.eyes import Changes, Eyes
from briefgen.preview.half_written import PAUSE, read_again
from briefgen.scan.project import SETTINGS_FILE

_FAILED = frozenset({Exit.USAGE, Exit.REFUSED, Exit.CONTENT})
# However far off the next instant is, the wall clock is looked at so often (seconds): it may have
# been set, or the machine have slept.
_LONGEST = 30.0
# Briefs are finished in spite of newer edits if none has been for so long (seconds).
_PATIENCE = 30.0
# After what was shown ahead of its build one waits for a pause in the editing as long as the last
# build took, but not longer than this; and not longer than that since the first of such edits
# (seconds).
_PAUSE, _LEFT = 3.0, 10.0
_OUTPUT = "output"

Result = Outcome | Exception


class Builder(Protocol):
    """Who builds."""

    def build(self, request: Request, wanted: Callable[[], bool]) -> Outcome:
        """Build; `wanted` tells whether its briefs are still worth waiting for."""

    def first(self, request: Request) -> bool:
        """Publish, ahead of the build, the pages of what `request.changed` tells; False if more may
        have changed."""


class Listener(Protocol):
    """Who is told what `watch` does."""

    def built(self, result: Result, changed: tuple[str, ...]) -> None:
        """A build is over, with an outcome or a fault. `changed` are the paths that led to it, from
        the project's root where they are in it; empty for the first build, for one that makes sure
        of it, and for an instant that fell due."""

    def waiting(self) -> None:
        """The first build is over, and the waiting begins."""

    def polling(self, refused: OSError) -> None:
        """The system reports no changes: the folders are looked at again and again."""


def watch(
    make_request: Callable[[], Request],
    builder: Builder,
    listener: Listener,
    *,
    moving: bool = True,
    changes: Changes | None = None,
) -> Exit:
    """Build now and at every change; what can be shown ahead of its build is, and that begins once
    there is a pause. `make_request` is called for each build, for its `now`; `moving` is whether
    that `now` moves on, so that embargoes and expiries fall due. Others may put into `changes` what
    nobody can see on disk. It returns only if the first build shows that no edit of the project can
    help, with its exit code; KeyboardInterrupt and SystemExit pass through, with everything
    stopped."""
    with Eyes(listener.polling, changes=changes) as eyes:
        return _Watch(make_request, builder, listener, eyes, moving=moving).run()


class _Watch:
    def __init__(
        self,
        make_request: Callable[[], Request],
        builder: Builder,
        listener: Listener,
        eyes: Eyes,
        *,
        moving: bool,
    ) -> None:
        self._make_request = make_request
        self._builder = builder
        self._listener = listener
        self._eyes = eyes
        # What was shown ahead of its build, since when, and when this is to begin.
        self._shown: tuple[str, ...] = ()
        self._shown_at = self._build_at = 0.0
        self._took = 0.0
        self._moving = moving
        self._batch = Batch()
        self._due: datetime.datetime | None = None
        self._begun = self._cut_short = False
        self._whole_at = stopwatch()
        self._request = request = make_request()
        self._root = request.root
        self._settings = str(Path(request.root) / SETTINGS_FILE)
        self._watched: tuple[str, ...] = (self._settings,)
        self._output = str(Path(request.root) / (request.output or _OUTPUT))

    def run(self) -> Exit:
        """All builds, one after the other."""
        # Before the first build: what is edited while it runs is the next batch.
        self._look()
        result = self._step(())
        self._begun = True
        if isinstance(result, Outcome) and _is_hopeless(result):
            return result.exit
        self._make_sure()
        self._listener.waiting()
        while True:
            changed = self._wait()
            if changed and self._is_shown(changed):
                continue
            self._step((*self._shown, *changed))
            self._make_sure()

    def _is_shown(self, changed: tuple[str, ...]) -> bool:
        """Whether these edits can be seen already, so that their build can wait for a pause."""
        now = stopwatch()
        if self._shown and now - self._shown_at > _LEFT:
            return False
        try:
            shown = self._builder.first(self._request_of(changed))
        except Exception:  # noqa: BLE001  the build meets what is wrong, and tells it
            shown = False
        if not shown:
            return False
        if not self._shown:
            self._shown_at = now
        self._shown += changed
        self._build_at = min(stopwatch() + min(self._took, _PAUSE), self._shown_at + _LEFT)
        return True

    def _request_of(self, changed: tuple[str, ...]) -> Request:
        # The last one: the next may ask for what is asked for once.
        now = utc_now() if self._moving else self._request.now
        return msgspec.structs.replace(self._request, changed=changed, now=now)

    def _make_sure(self) -> None:
        """Build again if folders were read that were not watched yet: they may have changed since.
        Watching them can come upon more, but not for ever."""
        while self._look():
            self._drain()
            self._step(self._batch.take())

    def _step(self, changed: tuple[str, ...]) -> Result:
        result, paths = self._settled(changed)
        self._listener.built(result, paths)
        return result

    def _settled(self, changed: tuple[str, ...]) -> tuple[Result, tuple[str, ...]]:
        """Build; if that fails, build again as long as files are still being written. Also gives
        what changed meanwhile."""
        paths = changed
        failing_since: float | None = None
        while True:
            result = self._attempt(paths)
            if isinstance(result, Outcome) and result.exit not in _FAILED:
                break
            failing_since = stopwatch() if failing_since is None else failing_since
            arrived = self._collect(PAUSE)
            if not read_again(
                changed=arrived, ages=self._ages(result), failing_for=stopwatch() - failing_since
            ):
                break
            paths += self._batch.take()
        return result, tuple(dict.fromkeys(self._named(path) for path in paths))

    def _attempt(self, changed: tuple[str, ...]) -> Result:
        self._request = request = msgspec.structs.replace(self._make_request(), changed=changed)
        try:
            if not self._cut_short:
                self._whole_at = stopwatch()
            self._cut_short = False
            self._shown = ()
            began = stopwatch()
            outcome = self._builder.build(request, self._is_wanted)
            self._took = stopwatch() - began
        except Exception as fault:  # noqa: BLE001  told by the listener; the next edit may mend it
            return fault
        # An instant that has passed already would call for a build without end.
        self._due = outcome.due if outcome.due and outcome.due > request.now else None
        self._output = outcome.output or self._output
        if outcome.exit in _FAILED:
            self._watched = tuple(dict.fromkeys((*self._watched, *outcome.watched)))
        else:
            self._watched = (self._settings, *outcome.watched)
        return outcome

    def _is_wanted(self) -> bool:
        """Whether the build in hand is of the newest; if not, its briefs are not worth waiting
        for. Nor are they in the first build, for until it is over hardly anything is watched."""
        patient = stopwatch() - self._whole_at < _PATIENCE
        self._cut_short |= not self._begun or (patient and self._eyes.is_news())
        return not self._cut_short

    def _look(self) -> bool:
        return self._eyes.look_at(self._watched, self._output)

    def _collect(self, seconds: float) -> bool:
        """Take in what happens in the next `seconds`; whether it was anything."""
        end = stopwatch() + seconds
        arrived = False
        while (left := end - stopwatch()) > 0:
            change = self._eyes.next(left)
            arrived |= self._take(change)
        return arrived

    def _wait(self) -> tuple[str, ...]:
        """Until there is a reason to build: what changed, or nothing if an instant fell due."""
        while True:
            self._drain()
            pause = self._batch.wait(stopwatch())
            # What cut the briefs short may have come to nothing: they are still to be made.
            if pause == 0 or (pause is None and self._cut_short):
                return self._batch.take()
            due = min(self._until_due(), self._until_pause())
            if due <= 0:
                return self._batch.take()
            self._take(self._eyes.next(min(due, _LONGEST if pause is None else pause)))

    def _drain(self) -> None:
        """What has been reported already belongs to this batch."""
        while self._take(self._eyes.next(0)):
            pass

    def _take(self, change: Change | None) -> bool:
        if change is not None:
            self._batch.add(change)
        return change is not None

    def _until_pause(self) -> float:
        return self._build_at - stopwatch() if self._shown else _LONGEST

    def _until_due(self) -> float:
        if self._due is None or not self._moving:
            return _LONGEST
        return (self._due - utc_now()).total_seconds()

    def _ages(self, result: Result) -> tuple[float, ...]:
        """Seconds since each file with errors changed."""
        if not isinstance(result, Outcome):
            return ()
        wrong = [each for each in result.diagnostics if each.severity is Severity.ERROR]
        # With --strict a warning is enough to fail.
        paths = {each.path for each in wrong or result.diagnostics if each.path}
        stats = (files.file_stat(str(Path(self._root) / path)) for path in paths)
        return tuple((wall_nanoseconds() - stat.mtime_ns) / 1e9 for stat in stats if stat)

    def _named(self, path: str) -> str:
        try:
            return Path(path).relative_to(Path(self._root).resolve()).as_posix()
        except ValueError:
            return path


def _is_hopeless(outcome: Outcome) -> bool:
    """Whether what is wrong is no matter of a file."""
    return outcome.exit in {Exit.USAGE, Exit.REFUSED} and not any(
        each.path for each in outcome.diagnostics if each.severity is Severity.ERROR
    )

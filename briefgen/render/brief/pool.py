"""Briefs in parallel: one thread here waits for one worker process there.

Workers are started as plain programs, not through `multiprocessing`: a script that uses briefgen's
interface then needs no `__main__` guard, and a worker inherits nothing but what it is given.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING

import msgspec

from briefgen.clock import stopwatch
from briefgen.render.brief.failures import died, out_of_time
from briefgen.render.brief.fonts import worker_environment
from briefgen.render.brief.frames import receive, send
from briefgen.render.brief.job import BriefJob, BriefResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

START = "import sys; sys.path[:] = {path!r}; from briefgen.render.brief.worker import main; main()"

# How much of a dead worker's stderr is read for its last words, and how much of it is told.
LAST_BYTES = 4096
LAST_WORDS = 200

# Seconds between two questions whether a brief is still wanted.
ASKED_EVERY = 0.05


def always() -> bool:
    """Briefs that nothing can make superfluous."""
    return True


def render_briefs(
    jobs: Sequence[BriefJob], workers: int, wanted: Callable[[], bool] = always
) -> Iterator[BriefResult]:
    """Make the briefs of `jobs` in up to `workers` processes; yields each as it is done. Once
    `wanted` says no, which is asked again and again, the rest is not made.

    A worker that dies or exceeds a limit gives a result without a PDF, and its place is taken by a
    fresh one. Closing the iterator early, or an interrupt, ends all workers at once.
    """
    if not jobs:
        return
    waiting: queue.SimpleQueue[BriefJob] = queue.SimpleQueue()
    for job in jobs:
        waiting.put(job)
    done: queue.SimpleQueue[BriefResult | BaseException] = queue.SimpleQueue()
    seats = [_Seat(n, waiting, done) for n in range(1, max(1, min(workers, len(jobs))) + 1)]
    try:
        for seat in seats:
            seat.start()
        for _ in jobs:
            result = _next(done, wanted)
            if result is None:
                return
            if isinstance(result, BaseException):
                raise result
            yield result
    finally:
        for seat in seats:
            seat.stop()
        for seat in seats:
            seat.join()


def _next(
    done: queue.SimpleQueue[BriefResult | BaseException], wanted: Callable[[], bool]
) -> BriefResult | BaseException | None:
    while wanted():
        with contextlib.suppress(queue.Empty):
            return done.get(timeout=ASKED_EVERY)
    return None


class _Seat(threading.Thread):
    """One place at the table: takes jobs until none waits, and keeps a worker while it lives."""

    def __init__(
        self,
        number: int,
        waiting: queue.SimpleQueue[BriefJob],
        done: queue.SimpleQueue[BriefResult | BaseException],
    ) -> None:
        super().__init__(daemon=True, name="brief")
        self._number = number
        self._waiting = waiting
        self._done = done
        self._lock = threading.Lock()
        self._stopped = False
        self._worker: _Worker | None = None

    def run(self) -> None:
        try:
            while not self._stopped:
                job = self._waiting.get_nowait()
                began = stopwatch()
                made = self._make(job)
                times = {"worker": self._number, "began": began, "ended": stopwatch()}
                self._done.put(msgspec.structs.replace(made, **times))
        except queue.Empty:
            pass
        except BaseException as problem:  # noqa: BLE001  raised again where the results are read
            self._done.put(problem)
        finally:
            self._end()

    def stop(self) -> None:
        """End the worker at once, whatever it is doing."""
        with self._lock:
            self._stopped = True
            if self._worker is not None:
                self._worker.kill()

    def _make(self, job: BriefJob) -> BriefResult:
        worker = self._worker_for(job)
        if worker is None:
            return BriefResult(path=job.path)
        expired = threading.Event()

        def expire() -> None:
            expired.set()
            worker.kill()

        timer = threading.Timer(job.limits.seconds, expire)
        timer.daemon = True
        timer.start()
        try:
            answer = worker.ask(msgspec.msgpack.encode(job))
        finally:
            timer.cancel()
        if answer is not None:
            return msgspec.msgpack.decode(answer, type=BriefResult)
        code, words = worker.obituary()
        self._end()
        problem = out_of_time(job) if expired.is_set() else died(job, code, words)
        return BriefResult(path=job.path, diagnostics=(problem,))

    def _worker_for(self, job: BriefJob) -> _Worker | None:
        if self._worker is not None and self._worker.system_fonts != job.system_fonts:
            self._end()
        with self._lock:
            if self._stopped:
                return None
            if self._worker is None:
                self._worker = _Worker(system_fonts=job.system_fonts)
            return self._worker

    def _end(self) -> None:
        with self._lock:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()


class _Worker:
    """A process of `briefgen.render.brief.worker`, with a folder for its temporary files."""

    def __init__(self, *, system_fonts: bool) -> None:
        self.system_fonts = system_fonts
        self._resources = contextlib.ExitStack()
        folder = tempfile.TemporaryDirectory(prefix="briefgen-", ignore_cleanup_errors=True)
        self._folder = Path(self._resources.enter_context(folder))
        self._errors = self._resources.enter_context((self._folder / "stderr").open("w+b"))
        self._process = subprocess.Popen(
            [sys.executable, "-c", START.format(path=[str(Path(p).absolute()) for p in sys.path])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=worker_environment(dict(os.environ), self._folder, system_fonts=system_fonts),
        )

    def ask(self, message: bytes) -> bytes | None:
        """The answer to `message`, or None if the worker died over it."""
        # A dead worker's pipe is not news: the missing answer says it.
        with contextlib.suppress(OSError):
            send(_opened(self._process.stdin), message)
            return receive(_opened(self._process.stdout))
        return None

    def obituary(self) -> tuple[int, str]:
        """Exit status and the last line of what the dead worker said."""
        self.kill()
        code = self._process.wait()
        size = self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, size - LAST_BYTES))
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return code, lines[-1][:LAST_WORDS] if lines else ""

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def close(self) -> None:
        """End the process and remove its folder."""
        self.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._resources.close()


def _opened(pipe: IO[bytes] | None) -> IO[bytes]:
    """The pipe, which was asked for."""
    if pipe is None:
        raise OSError("the worker has no pipe")
    return pipe

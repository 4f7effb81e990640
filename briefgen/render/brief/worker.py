"""The worker: a process that typesets one brief after another until its pool is gone."""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from typing import IO

import msgspec

from briefgen.render.brief.failures import failure, out_of_memory
from briefgen.render.brief.frames import receive, send
from briefgen.render.brief.job import BriefJob, BriefResult
from briefgen.render.brief.libraries import missing_libraries


def main() -> None:
    """Serve jobs from stdin, results to stdout."""
    # The terminal sends an interrupt to the whole group; the pool decides what becomes of us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Libraries that print must not break the talk with the pool.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    jobs: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    listener = threading.Thread(target=_listen, args=(sys.stdin.buffer, jobs), daemon=True)
    listener.start()
    while True:
        job = msgspec.msgpack.decode(jobs.get(), type=BriefJob)
        result = _make(job)
        send(answers, msgspec.msgpack.encode(result))


def _listen(stream: IO[bytes], jobs: queue.SimpleQueue[bytes]) -> None:
    """Pass jobs on. When the pool is gone nobody waits for the brief in hand: end at once."""
    while (message := receive(stream)) is not None:
        jobs.put(message)
    os._exit(0)


def _make(job: BriefJob) -> BriefResult:
    try:
        bound_memory(job.limits.memory_mb)
        from briefgen.render.brief.typeset import typeset  # noqa: PLC0415  costs half a second
    except OSError as problem:
        missing = missing_libraries() or (failure(job, "brief-library", str(problem)),)
        return BriefResult(path=job.path, diagnostics=missing)
    try:
        return typeset(job)
    except MemoryError:
        return BriefResult(path=job.path, diagnostics=(out_of_memory(job),))
    except Exception as problem:  # noqa: BLE001  whatever a layout engine throws is told, not shown
        return BriefResult(
            path=job.path, diagnostics=(failure(job, "brief-failed", _say(problem)),)
        )


def _say(problem: Exception) -> str:
    text = str(problem).strip().partition("\n")[0]
    return f"{type(problem).__name__}: {text}" if text else type(problem).__name__


def bound_memory(megabytes: int) -> None:
    """Let the system refuse this process more than `megabytes` of data. Where the system knows no
    such limit (macOS ignores it, Windows lacks it), only the limit of time holds."""
    try:
        import resource  # noqa: PLC0415  absent on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = megabytes * 1_000_000
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))

"""The one door to processes that share the work of this one.

A worker is a fork: it begins within milliseconds, knows all that this process has read so far, and
sends back bytes. Where a system has no forks that can be relied on (Windows, and macOS, whose
libraries may not be used after one), and in a process that has threads, whose locks a fork would
inherit in any state, everything is done here.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Self, TypeVar

import msgspec

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

P = TypeVar("P")
R = TypeVar("R")


def in_parts(
    work: Callable[[P], R], parts: Sequence[P], workers: int, type_: type[R]
) -> Iterator[R]:
    """What `work` makes of each part, in the order of the parts, by up to `workers` processes.

    `type_` is the type of an answer, which must survive MessagePack. `work` may change nothing that
    is looked at afterwards. A part whose worker died is done here, so that what `work` raises is
    raised here.
    """
    seats = min(workers, len(parts)) if may_fork() else 1
    if seats <= 1:
        yield from map(work, parts)
        return
    decode = msgspec.msgpack.Decoder(type_).decode
    with _Seats(work, parts, seats) as answers:
        for number, part in enumerate(parts):
            answer = answers.of(number)
            yield work(part) if answer is None else decode(answer)


def workers_of(jobs: int) -> int:
    """How many processes to work in: so many as were asked for, or as the machine has cores."""
    return jobs or os.cpu_count() or 1


def may_fork() -> bool:
    """Whether this process can be divided."""
    return sys.platform == "linux" and threading.active_count() == 1


class _Seats:
    """The workers; each takes every so-manieth part, and is ended when this is left."""

    def __init__(self, work: Callable[[P], R], parts: Sequence[P], seats: int) -> None:
        # It takes as long to import as a small site to build.
        import multiprocessing  # noqa: PLC0415

        context = multiprocessing.get_context("fork")
        self._count = seats
        self._made: dict[int, bytes] = {}
        # The number of the part that each worker sends next.
        self._next: dict[Connection, int] = {}
        self._processes = []
        for seat in range(seats):
            ours, theirs = context.Pipe(duplex=False)
            self._next[ours] = seat
            process = context.Process(
                target=_serve,
                args=(work, parts[seat::seats], theirs, tuple(self._next)),
                daemon=True,
            )
            try:
                process.start()
            except OSError:
                # No memory, or no more processes: what is left over is done here.
                del self._next[ours]
                ours.close()
                break
            finally:
                theirs.close()
            self._processes.append(process)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join()
        for pipe in self._next:
            pipe.close()

    def of(self, number: int) -> bytes | None:
        """The answer for a part, waited for; None if its worker died over it."""
        from multiprocessing.connection import wait  # noqa: PLC0415  as above

        while number not in self._made:
            if not self._will_send(number):
                return None
            for pipe in wait(list(self._next)):
                self._take(pipe)  # type: ignore[arg-type]  # what was given to it
        return self._made.pop(number)

    def _will_send(self, number: int) -> bool:
        return any((number - at) % self._count == 0 for at in self._next.values())

    def _take(self, pipe: Connection) -> None:
        try:
            answer = pipe.recv_bytes()
        except (EOFError, OSError):
            # It is done, or dead: what it has not sent is not to be had.
            pipe.close()
            del self._next[pipe]
            return
        self._made[self._next[pipe]] = answer
        self._next[pipe] += self._count


def _serve(
    work: Callable[[P], R],
    parts: Sequence[P],
    answers: Connection,
    others: tuple[Connection, ...],
) -> None:
    # Else nobody would be seen to have gone when the process that reads from them is killed.
    for pipe in others:
        pipe.close()
    # Who stops the build stops the process that waits, and that one ends this.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # What was there before is not looked at again: memory stays shared that is not written to.
    gc.freeze()
    encode = msgspec.msgpack.Encoder().encode
    try:
        for part in parts:
            answers.send_bytes(encode(work(part)))
    except BaseException:  # noqa: BLE001  who waits does the part again, and then it is raised there
        os._exit(1)

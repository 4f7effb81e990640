"""What costs the most to start, started once for all tests of a worker.

A build compiles the theme, which takes a third of its time where the site is small, and starts a
worker for its briefs, which loads the layout engine for a second. Neither depends on the site.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from jinja2.bccache import Bucket

from briefgen.render.brief import pool
from briefgen.render.compiled import CodeCache

Idle = dict[tuple[bool, tuple[tuple[str, str], ...]], list["KeptWorker"]]


class KeptWorker(pool._Worker):
    """A worker that waits for the next build where a build ends it. One that was killed is gone."""

    def __init__(self, idle: Idle, *, system_fonts: bool) -> None:
        super().__init__(system_fonts=system_fonts)
        self._idle = idle
        self._place = (system_fonts, _surroundings())
        self._killed = False

    def kill(self) -> None:
        self._killed = True
        super().kill()

    def close(self) -> None:
        if self._killed:
            super().close()
        else:
            self._idle.setdefault(self._place, []).append(self)


def _surroundings() -> tuple[tuple[str, str], ...]:
    """What a worker takes from its parent. pytest writes the test's name into it, too."""
    return tuple(sorted(item for item in os.environ.items() if item[0] != "PYTEST_CURRENT_TEST"))


@contextmanager
def kept_workers() -> Iterator[None]:
    """Workers for briefs go from one build to the next, as within a build from packet to packet."""
    idle: Idle = {}

    def start(*, system_fonts: bool) -> KeptWorker:
        waiting = idle.get((system_fonts, _surroundings()))
        return waiting.pop() if waiting else KeptWorker(idle, system_fonts=system_fonts)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pool, "_Worker", start)
        yield
    for worker in [each for waiting in idle.values() for each in waiting]:
        worker.kill()
        worker.close()


@contextmanager
def compiled_once() -> Iterator[None]:
    """What a build is given is what it would have compiled itself, and it keeps it as if it had."""
    load, dump = CodeCache.load_bytecode, CodeCache.dump_bytecode
    known: dict[tuple[str, str], bytes] = {}

    def load_or_take(self: CodeCache, bucket: Bucket) -> None:
        load(self, bucket)
        found = known.get((bucket.key, bucket.checksum))
        if bucket.code is None and found is not None:
            bucket.bytecode_from_string(found)
            dump(self, bucket)

    def dump_and_keep(self: CodeCache, bucket: Bucket) -> None:
        dump(self, bucket)
        known[bucket.key, bucket.checksum] = bucket.bytecode_to_string()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CodeCache, "load_bytecode", load_or_take)
        patch.setattr(CodeCache, "dump_bytecode", dump_and_keep)
        yield

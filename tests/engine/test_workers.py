"""The work of several processes is that of one: the same bytes, the same told, whatever dies."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
from multiprocessing.context import ForkProcess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from briefgen import processes
from briefgen.build import make_pages, read_files
from briefgen.processes import in_parts
from tests.engine.machine import Incremental
from tests.harness import SiteFolder

# Elsewhere nothing is divided: what users meet there is what all other tests assert.
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks are made on Linux alone")


@pytest.fixture(autouse=True)
def divided(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork though the test's own runner has threads, and for the smallest of sites."""
    monkeypatch.setattr(processes, "may_fork", lambda: True)
    monkeypatch.setattr(read_files, "PART", 1)
    monkeypatch.setattr(make_pages, "PART", 2)


def _where(part: int) -> tuple[int, int]:
    return part, os.getpid()


def test_parts_come_in_their_order_from_several_processes() -> None:
    answers = list(in_parts(_where, range(7), 3, tuple[int, int]))
    assert [part for part, _ in answers] == list(range(7))
    makers = {process for _, process in answers}
    assert len(makers) == 3
    assert os.getpid() not in makers


def test_the_part_of_a_worker_that_died_is_done_here() -> None:
    here = os.getpid()

    def work(part: int) -> tuple[int, int]:
        if part == 3 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return _where(part)

    answers = list(in_parts(work, range(6), 2, tuple[int, int]))
    assert [part for part, _ in answers] == list(range(6))
    # The second worker had done the first of its parts.
    assert [process == here for _, process in answers] == [False, False, False, True, False, True]


def test_a_machine_that_makes_no_more_processes_does_it_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[object] = []
    start = ForkProcess.start

    def second_fails(self: ForkProcess) -> None:
        begun.append(self)
        if len(begun) == 2:
            raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")
        start(self)

    monkeypatch.setattr(ForkProcess, "start", second_fails)
    answers = list(in_parts(_where, range(6), 3, tuple[int, int]))
    assert [part for part, _ in answers] == list(range(6))
    here = [part for part, process in answers if process == os.getpid()]
    assert here == [1, 2, 4, 5]


def test_what_a_worker_raises_is_raised_here(capfd: pytest.CaptureFixture[str]) -> None:
    def work(part: int) -> int:
        return 1 // part

    with pytest.raises(ZeroDivisionError):
        list(in_parts(work, [1, 0, 2], 2, int))
    assert capfd.readouterr().err == ""


_KILLED = """
import os, signal, sys
from briefgen.processes import in_parts

def work(part):
    print(os.getpid(), file=sys.stderr, flush=True)
    return b"x" * 1_000_000

for number, _ in enumerate(in_parts(work, range(1000), 2, bytes)):
    if number == 4:
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_no_worker_outlives_the_process_that_waits() -> None:
    """Its stderr ends when the last one that could write to it is gone."""
    ended = subprocess.run(
        [sys.executable, "-c", _KILLED], capture_output=True, timeout=60, check=False
    )
    assert ended.returncode == -signal.SIGKILL
    assert 0 < len(ended.stderr.splitlines()) < 100


def test_a_process_with_threads_is_not_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    done = threading.Event()
    beside = threading.Thread(target=done.wait)
    beside.start()
    try:
        made = list(in_parts(_where, range(3), 3, tuple[int, int]))
    finally:
        done.set()
        beside.join()
    assert {process for _, process in made} == {os.getpid()}


def test_a_build_in_workers_is_that_of_one_process(site: SiteFolder) -> None:
    one = site.build_well(jobs=1)
    alone = site.files()
    cold = site.build(output="other", jobs=3)
    assert cold.written == one.written
    assert site.files(site.root / "other") == alone
    assert cold.diagnostics == one.diagnostics


def test_a_mistake_in_a_template_is_told_alike(site: SiteFolder) -> None:
    site.build_well()
    before = site.files()
    site.edit("themes/tiny/templates/base.html", "<main>", "<main>{{ page.nonsense }}")
    told = [site.build(jobs=jobs).diagnostics for jobs in (1, 3)]
    assert told[0] == told[1]
    assert told[0]
    assert site.files() == before
    assert not (site.root / ".briefgen/pages").exists()


def test_the_command_line_divides_a_large_site(tmp_path: Path) -> None:
    """Nothing is patched: more files than one part has."""
    site = SiteFolder(tmp_path / "site")
    for number in range(120):
        site.article(f"item-{number}", topic=f"Topic {number % 7}", body=f"Text {number}.")
    made: list[dict[str, bytes]] = []
    for jobs in ("1", "2"):
        folder = tmp_path / jobs
        subprocess.run(
            [
                *(sys.executable, "-m", "briefgen", "build", "-C", str(site.root), "-o", folder),
                *("--jobs", jobs, "--no-pdf", "--no-search", "--now", "2021-08-27T12:00:00Z"),
            ],
            check=True,
            capture_output=True,
        )
        made.append(site.files(folder))
        (site.root / ".briefgen/cache.sqlite").unlink()
    assert made[0] == made[1]
    # Both stages had more than one part to do.
    assert len(made[0]) > 150


class Divided(Incremental):
    """The same machine where every file is read, and every two pages are made, by a worker."""

    def options(self) -> dict[str, object]:
        return {**super().options(), "jobs": 2}


SEQUENCES = int(os.environ.get("BRIEFGEN_SEQUENCES", "25"))

TestDivided = pytest.mark.timeout(0 if SEQUENCES > 25 else 600)(Divided.TestCase)
TestDivided.settings = settings(
    max_examples=max(SEQUENCES // 10, 1),
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)

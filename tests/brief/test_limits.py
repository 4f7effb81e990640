"""A brief that asks too much fails alone, says why, and takes nothing else with it."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefgen.model.request import Exit
from briefgen.render.brief.job import BriefLimits, BriefResult
from briefgen.render.brief.pool import render_briefs
from tests.brief.sample import codes, make, small_job
from tests.harness import SiteFolder

# Flex boxes within one another: each level doubles the time (nine take most of a minute).
SLOW = '<div style="display:flex">' * 14 + "word " * 50 + "</div>" * 14


def test_a_brief_over_its_time_fails_and_the_next_is_made() -> None:
    hasty = BriefLimits(seconds=3)
    results = make(
        small_job(SLOW, path="slow", limits=hasty, source="content/packets/slow.md"),
        small_job("<p>Text</p>", path="quick"),
        workers=1,
    )
    assert codes(results["slow"]) == ["brief-time"]
    told = results["slow"].diagnostics[0]
    assert told.message == "No brief slow: it took longer than its limit of 3 seconds."
    assert told.path == "content/packets/slow.md"
    assert results["slow"].pdf == b""
    assert results["quick"].pdf


def test_a_brief_over_its_memory_fails_and_the_next_is_made() -> None:
    results = make(
        small_job("<p>Text</p>" * 20_000, path="huge", limits=BriefLimits(memory_mb=120)),
        small_job("<p>Text</p>", path="small"),
        workers=1,
    )
    assert codes(results["huge"]) == ["brief-memory"]
    assert "120 MB" in results["huge"].diagnostics[0].message
    assert results["small"].pdf


def test_limits_are_settings_and_the_pages_stand(site: SiteFolder) -> None:
    site.article("drills", body="Text\n\n" * 20_000)
    site.edit("briefgen.yaml", "default_tlp", "limits: {brief_memory: 120}\ndefault_tlp")
    outcome = site.build(pdf=True)
    assert outcome.exit is Exit.CONTENT
    (told,) = outcome.diagnostics
    assert (told.code, told.path) == ("brief-memory", "content/packets/first.md")
    assert told.message.startswith(
        "No brief packets/first.pdf: it needed more than its limit of 120 MB"
    )
    assert "limits.brief_memory" in told.hint
    assert "The note." in site.page("packets/first.html")
    assert not (site.built / "packets/first.pdf").exists()
    site.edit("briefgen.yaml", "{brief_memory: 120}", "{brief_seconds: 0}")
    assert site.build(pdf=True).exit is Exit.USAGE
    site.edit("briefgen.yaml", "{brief_seconds: 0}", "{brief_seconds: 500}")
    site.article("drills")
    site.build_well(pdf=True)
    assert (site.built / "packets/first.pdf").exists(), "nothing is kept of a brief that failed"


def test_nesting_is_bounded_before_layout(small: dict[str, BriefResult]) -> None:
    assert codes(small["nested"]) == ["brief-nesting"]
    assert "deeper than 100" in small["nested"].diagnostics[0].message


def test_closing_early_ends_the_workers_at_once() -> None:
    jobs = [small_job("<p>Text</p>", path="quick"), small_job(SLOW, path="slow")]
    briefs = render_briefs(jobs, 2)
    assert next(iter(briefs)).path == "quick"
    started = time.monotonic()
    with contextlib.closing(briefs):  # type: ignore[type-var]  # a generator can be closed
        pass
    assert time.monotonic() - started < 2


def test_no_jobs_no_workers() -> None:
    assert make() == {}


def test_each_job_has_one_result(small: dict[str, BriefResult]) -> None:
    assert {f"p:{each.path}" for each in small.values()} == {f"p:{name}" for name in small}
    assert len(small) == 16


def test_messages_of_the_layout_become_warnings(small: dict[str, BriefResult]) -> None:
    result = small["odd"]
    assert result.pdf
    assert codes(result) == ["brief-layout", "brief-layout"]
    assert any("#gone" in each.message for each in result.diagnostics)


# Started in the background, a program is deaf to interrupts: the script hears them in any case.
SCRIPT = f"""
import signal
import sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from tests.brief.sample import make, small_job
from tests.brief.test_limits import SLOW
print("begun", flush=True)
try:
    make(small_job(SLOW, path="a"), small_job(SLOW, path="b"))
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def workers_of(pid: int) -> list[int]:
    """The processes that a process has started."""
    # Each thread has a list of its own.
    threads = list(Path(f"/proc/{pid}/task").glob("*/children"))
    if not threads:
        pytest.skip("this system does not tell a process's children")
    return [int(child) for thread in threads for child in thread.read_text().split()]


def gone(pids: list[int], seconds: float = 10) -> bool:
    """Whether all these processes end within some seconds."""
    end = time.monotonic() + seconds
    while any(Path(f"/proc/{pid}").exists() for pid in pids) and time.monotonic() < end:
        time.sleep(0.05)
    return not any(Path(f"/proc/{pid}").exists() for pid in pids)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_no_worker_outlives_its_pool(how: signal.Signals) -> None:
    pool = subprocess.Popen([sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, text=True)
    try:
        assert pool.stdout is not None
        assert pool.stdout.readline() == "begun\n"
        end = time.monotonic() + 20
        while len(started := workers_of(pool.pid)) < 2 and time.monotonic() < end:
            time.sleep(0.05)
        assert len(started) == 2
        pool.send_signal(how)
        said = pool.communicate(timeout=10)[0]
    finally:
        pool.kill()
        pool.communicate()
    assert gone(started)
    assert said == ("interrupted\n" if how is signal.SIGINT else "")

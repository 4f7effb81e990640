"""A brief that asks too much fails alone, says why, and takes nothing else with it."""

from __future__ import annotations

import contextlib
import time

from briefgen.render.brief.job import BriefLimits, BriefResult
from briefgen.render.brief.pool import render_briefs
from tests.brief.sample import codes, make, small_job

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
    assert told.message == "No brief slow: it took longer than its limit of 3 seconds"
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
    assert len(small) == 12


def test_messages_of_the_layout_become_warnings(small: dict[str, BriefResult]) -> None:
    result = small["odd"]
    assert result.pdf
    assert codes(result) == ["brief-layout", "brief-layout"]
    assert any("#gone" in each.message for each in result.diagnostics)

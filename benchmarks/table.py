"""A run as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.edits import scenarios
from benchmarks.figures import figures
from benchmarks.results import Results


def table(results: Results) -> str:
    """All that was measured, the figures first."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: Results) -> Iterable[str]:
    yield f"Machine: {results.machine}; load before the run {results.load:.1f}; "
    yield f"medians of {results.rounds} rounds, with the least and the greatest (one above 10,000)."
    yield ""
    for name, version in results.versions.items():
        pages = results.pages.get(name)
        yield f"- {name} {version}".rstrip() + (f", {pages:,} HTML pages" if pages else "")
    yield ""
    yield from ("| figure | to reach | measured | |", "|---|---:|---:|---|")
    for figure in figures(results):
        ratio = "" if figure.ratio is None else f"{figure.ratio:.3g}"
        yield f"| {figure.name} | {figure.limit:g} | {ratio} | {figure.verdict} |"
    for size in sorted({row.size for row in results.rows}):
        yield from _of_size(results, size)
    if results.live:
        yield from ("", "| edit to page on disk | articles | seconds |", "|---|---:|---:|")
        for row in results.live:
            times = f"{row.latency.median:.3f} ({row.latency.low:.3f}–{row.latency.high:.3f})"
            yield f"| {row.contender} | {row.size:,} | {times} |"


def _of_size(results: Results, size: int) -> Iterable[str]:
    names = list(dict.fromkeys(row.contender for row in results.rows if row.size == size))
    yield ""
    yield f"### {size:,} articles: CPU seconds (wall; peak memory)"
    yield ""
    yield f"| | {' | '.join(names)} |"
    yield f"|---|{'---:|' * len(names)}"
    for scenario in scenarios():
        cells = []
        for name in names:
            spread = results.of(name, scenario.name, size)
            cells.append(
                f"{spread.cpu:.2f} [{spread.cpu_low:.2f}–{spread.cpu_high:.2f}] "
                f"({spread.wall:.2f}; {spread.memory / 1e6:.0f} MB)"
                if spread
                else ""
            )
        if any(cells):
            yield f"| {scenario.name} | {' | '.join(cells)} |"

"""The figures that the design sets, each as a ratio of two measurements of one run."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.results import Results

HUGO, OURS = "Hugo", "briefgen"


@dataclass(frozen=True)
class Figure:
    """What was to be reached, and what was: `ratio` is None where a part was not measured."""

    name: str
    limit: float
    ratio: float | None

    @property
    def verdict(self) -> str:
        """In words."""
        if self.ratio is None:
            return "not measured"
        return "reached" if self.ratio <= self.limit else "**not reached**"


def figures(results: Results) -> list[Figure]:
    """All figures, for the sizes that were measured."""
    found: list[Figure] = []
    for size in sorted({row.size for row in results.rows}):
        at = f"{size:,} articles"
        found += [
            Figure(f"cold, CPU, {at}, to Hugo's", 1.0, _cpu(results, "cold", size)),
            Figure(f"cold, wall, {at}, to Hugo's", 1.0, _wall(results, "cold", size)),
            Figure(f"cold, peak memory, {at}, to Hugo's", 0.35, _memory(results, size)),
            Figure(
                f"nothing changed, CPU, {at}, to Hugo's",
                0.02,
                _cpu(results, "nothing changed", size),
            ),
            Figure(
                f"one body edited, CPU, {at}, to Hugo's",
                0.03,
                _cpu(results, "one body edited", size),
            ),
            Figure(f"one title edited to one body edited, CPU, {at}", 5.0, _title(results, size)),
            Figure(
                f"edit to page, {at}, to Hugo's server",
                0.2 if size <= 1000 else 0.03,  # noqa: PLR2004  the design's two sizes
                _live(results, size),
            ),
        ]
    small, great = results.live_of(OURS, 1000), results.live_of(OURS, 10_000)
    growth = great.median / small.median if small and great else None
    found.append(Figure("edit to page, 10,000 articles to 1,000", 1.5, growth))
    return found


def _cpu(results: Results, scenario: str, size: int) -> float | None:
    ours, hugo = results.of(OURS, scenario, size), results.of(HUGO, scenario, size)
    return ours.cpu / hugo.cpu if ours and hugo else None


def _wall(results: Results, scenario: str, size: int) -> float | None:
    ours, hugo = results.of(OURS, scenario, size), results.of(HUGO, scenario, size)
    return ours.wall / hugo.wall if ours and hugo else None


def _memory(results: Results, size: int) -> float | None:
    ours, hugo = results.of(OURS, "cold", size), results.of(HUGO, "cold", size)
    return ours.memory / hugo.memory if ours and hugo else None


def _title(results: Results, size: int) -> float | None:
    title = results.of(OURS, "one title edited", size)
    body = results.of(OURS, "one body edited", size)
    return title.cpu / body.cpu if title and body else None


def _live(results: Results, size: int) -> float | None:
    ours, hugo = results.live_of(OURS, size), results.live_of(HUGO, size)
    return ours.median / hugo.median if ours and hugo else None

"""Cost against size as an SVG: logarithmic axes, a line for each contender and scenario."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from html import escape

from benchmarks.results import Results, Row

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 760, 460, 64, 190, 24, 48
_COLOURS = ("#8c2f1b", "#1f4e79", "#4b6b2f", "#7a5c00", "#5b3a73", "#3c3c3c", "#b4622d", "#2b7a78")
# Lines that end closer to each other than this get their names apart (pixels).
_LEADING = 14

# From a value to pixels.
Scale = Callable[[float], float]


def plot(results: Results) -> str:
    """CPU seconds over articles, for each contender cold, and for briefgen after each edit."""
    lines = _chosen(results)
    if not lines:
        return ""
    points = [point for line in lines.values() for point in line]
    sizes = sorted({size for size, _ in points})
    low = math.floor(math.log10(min(cost for _, cost in points)))
    high = math.ceil(math.log10(max(cost for _, cost in points)))

    def x_of(size: float) -> float:
        span = math.log10(sizes[-1] / sizes[0]) or 1
        return _LEFT + math.log10(size / sizes[0]) / span * (_WIDTH - _LEFT - _RIGHT)

    def y_of(cost: float) -> float:
        return _TOP + (high - math.log10(cost)) / (high - low) * (_HEIGHT - _TOP - _BOTTOM)

    drawn = [*_axes(sizes, low, high, x_of, y_of), *_lines(lines, x_of, y_of)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        'font-family="sans-serif" font-size="12" role="img" '
        'aria-label="CPU seconds of a build against the number of articles">\n'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>\n'
        + "\n".join(drawn)
        + "\n</svg>\n"
    )


def _chosen(results: Results) -> dict[str, list[tuple[int, float]]]:
    chosen: dict[str, list[tuple[int, float]]] = {}
    for row in sorted(results.rows, key=lambda row: row.size):
        name = _name(row)
        if name:
            chosen.setdefault(name, []).append((row.size, row.spread.cpu))
    return chosen


def _name(row: Row) -> str:
    if row.contender == "briefgen":
        return f"briefgen, {row.scenario}"
    return f"{row.contender}, cold" if row.scenario == "cold" else ""


def _axes(sizes: list[int], low: int, high: int, x_of: Scale, y_of: Scale) -> Iterable[str]:
    for power in range(low, high + 1):
        y = y_of(10**power)
        yield f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" stroke="#ddd"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g} s</text>'
    for size in sizes:
        yield (
            f'<text x="{x_of(size):.1f}" y="{_HEIGHT - _BOTTOM + 20}" text-anchor="middle">'
            f"{size:,}</text>"
        )
    axes = "articles; CPU seconds, both axes logarithmic"
    yield f'<text x="{_LEFT}" y="{_HEIGHT - 10}">{axes}</text>'


def _lines(lines: dict[str, list[tuple[int, float]]], x_of: Scale, y_of: Scale) -> Iterable[str]:
    ends = sorted((y_of(line[-1][1]), name) for name, line in lines.items())
    placed: dict[str, float] = {}
    last = -math.inf
    for y, name in ends:
        last = max(y, last + _LEADING)
        placed[name] = last
    for number, (name, line) in enumerate(lines.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        path = "L".join(f"{x_of(size):.1f} {y_of(cost):.1f}" for size, cost in line)
        dash = "" if name.startswith("briefgen") else ' stroke-dasharray="5 3"'
        yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>'
        for size, cost in line:
            yield f'<circle cx="{x_of(size):.1f}" cy="{y_of(cost):.1f}" r="3" fill="{colour}"/>'
        end = x_of(line[-1][0]) + 10
        y = placed[name] + 4
        yield f'<text x="{end:.1f}" y="{y:.1f}" fill="{colour}">{escape(name)}</text>'

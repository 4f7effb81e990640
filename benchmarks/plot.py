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
# What follows the names of others; those of briefgen's own lines are what was edited.
_PEER = ", cold"

# From a value to pixels.
Scale = Callable[[float], float]


def plot(results: Results) -> str:
    """CPU seconds over articles: briefgen cold and after each edit, the others cold."""
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
        return row.scenario
    return f"{row.contender}{_PEER}" if row.scenario == "cold" else ""


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
    placed = _placed(lines, y_of)
    names: list[str] = []
    for number, (name, line) in enumerate(lines.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        path = "L".join(f"{x_of(size):.1f} {y_of(cost):.1f}" for size, cost in line)
        dash = ' stroke-dasharray="5 3"' if name in _peers(lines) else ""
        yield f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"{dash}/>'
        for size, cost in line:
            yield f'<circle cx="{x_of(size):.1f}" cy="{y_of(cost):.1f}" r="3" fill="{colour}"/>'
        # A rim, for some lines end where others go on.
        rim = 'stroke="#fff" stroke-width="4" paint-order="stroke"'
        end, y = x_of(line[-1][0]) + 10, placed[name] + 4
        text = f'<text x="{end:.1f}" y="{y:.1f}" fill="{colour}" {rim}>{escape(name)}</text>'
        names.append(text)
    yield from names


def _peers(lines: Iterable[str]) -> set[str]:
    return {name for name in lines if name.endswith(_PEER)}


def _placed(lines: dict[str, list[tuple[int, float]]], y_of: Scale) -> dict[str, float]:
    """The height of each name, apart from the others beside which it stands."""
    placed: dict[str, float] = {}
    for size in {line[-1][0] for line in lines.values()}:
        ends = sorted((y_of(line[-1][1]), n) for n, line in lines.items() if line[-1][0] == size)
        last = -math.inf
        for y, name in ends:
            last = placed[name] = max(y, last + _LEADING)
    return placed

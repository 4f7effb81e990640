"""Diagnostics for people.

error[statement-quote]: The quotation does not stand in the snapshot.
  --> content/articles/harbour.md:12:10
   |
12 |   quote: "We shall not wait"
   |          ^^^^^^^^^^^^^^^^^^^
   = hint: The snapshot says “We will not wait”.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefgen.cli.report.cells import plain
from briefgen.cli.report.discreet import names_any
from briefgen.cli.report.excerpt import excerpt
from briefgen.cli.report.summing import sentence, sum_of
from briefgen.diagnostics import Diagnostic, Severity, in_order
from briefgen.model.base import Record

LineOf = Callable[[str, int], str | None]

# More than this nobody reads; one wrong setting can give ten thousand.
MOST = 100

_RESET = "\x1b[0m"
_BLUE = "\x1b[1;34m"
_BOLD = "\x1b[1m"
_COLOURS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.NOTE: "\x1b[1;36m",
}


class Look(Record):
    """How a report looks. `width` in columns; `most` is the number of diagnostics that are shown in
    full, 0 for all; lines of items in `withheld` are not shown.
    """

    width: int = 100
    colour: bool = False
    most: int = MOST
    withheld: frozenset[str] = frozenset()


def report(diagnostics: Iterable[Diagnostic], line_of: LineOf, look: Look) -> str:
    """The whole report by file and place, summed up at the end; empty if there is nothing."""
    told = in_order(list(diagnostics))
    if not told:
        return ""
    shown = _foremost(told, look.most)
    blocks = [_block(each, line_of, look) for each in shown]
    end = sentence(sum_of(told))
    if len(shown) < len(told):
        end += f" ({len(told) - len(shown):,} not shown; `-v` shows all)"
    return "\n".join((*blocks, _paint(end, _BOLD, look), ""))


def _foremost(told: tuple[Diagnostic, ...], most: int) -> tuple[Diagnostic, ...]:
    if not most or len(told) <= most:
        return told
    weights = {severity: weight for weight, severity in enumerate(Severity)}
    return in_order(sorted(told, key=lambda each: weights[each.severity])[:most])


def _block(told: Diagnostic, line_of: LineOf, look: Look) -> str:
    colour = _COLOURS[told.severity]
    head = _paint(f"{told.severity}[{told.code}]", colour, look)
    rows = [f"{head}: {plain(told.message)}"]
    number = str(told.mark.line) if told.mark.line else ""
    gutter = max(len(number), 2)
    if told.path:
        arrow = _paint(f"{'-->':>{gutter + 2}}", _BLUE, look)
        rows.append(f"{arrow} {_place(told)}")
    bar = _paint(f"{'':{gutter}} |", _BLUE, look)
    if told.path and number:
        line = line_of(told.path, told.mark.line)
        if told.item in look.withheld or names_any(line or "", look.withheld):
            rows.append(f"{bar} (not shown: it is withheld from this audience)")
        else:
            rows.extend(_quoted(told, line, gutter, look))
    if told.hint:
        sign = _paint(f"{'':{gutter}} =", _BLUE, look)
        first, *more = told.hint.split("\n")
        rows.append(f"{sign} hint: {plain(first)}")
        rows.extend(f"{'':{gutter}}         {plain(each)}" for each in more)
    return "\n".join((*rows, ""))


def _quoted(told: Diagnostic, line: str | None, gutter: int, look: Look) -> list[str]:
    if line is None:
        return []
    seen = excerpt(line, told.mark, look.width - gutter - 3)
    bar = _paint(f"{'':{gutter}} |", _BLUE, look)
    number = _paint(f"{told.mark.line:>{gutter}} |", _BLUE, look)
    under = _paint("^" * seen.length, _COLOURS[told.severity], look)
    words = f" {seen.words}" if seen.words else ""
    return [bar, f"{number} {seen.line}".rstrip(), f"{bar} {' ' * seen.indent}{under}{words}"]


def _place(told: Diagnostic) -> str:
    path = plain(told.path)
    return f"{path}:{told.mark.line}:{told.mark.column}" if told.mark.line else path


def _paint(text: str, colour: str, look: Look) -> str:
    return f"{colour}{text}{_RESET}" if look.colour else text

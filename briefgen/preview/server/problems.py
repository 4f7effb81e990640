"""From diagnostics to what the overlay shows."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.marks import Mark
from briefgen.preview.server.message import Problem

LineOf = Callable[[str, int], str | None]

# More than this nobody reads on a page; the terminal tells all.
MOST = 40
# Characters of the line that are shown on each side of what is marked.
AROUND = 90
_CUT = "…"
_WEIGHTS = {severity: weight for weight, severity in enumerate(Severity)}


def problems_of(diagnostics: tuple[Diagnostic, ...], line_of: LineOf) -> tuple[Problem, ...]:
    """The foremost diagnostics, errors first. `line_of` gives a line of a file, or None."""
    told = sorted(diagnostics, key=lambda each: _WEIGHTS[each.severity])[:MOST]
    return tuple(_problem(each, line_of) for each in told)


def fault_problem(fault: Exception) -> Problem:
    """A build that ended in an exception."""
    if isinstance(fault, OSError):
        about = f" ({fault.filename})" if fault.filename else ""
        message = f"The system refused: {fault.strerror or fault}{about}."
        return Problem(severity=Severity.ERROR, code="system", message=message)
    return Problem(
        severity=Severity.ERROR,
        code="fault",
        message="This is a fault in briefgen, not in your files.",
        hint=f"The terminal has what to report ({type(fault).__name__}). The next edit is built"
        " all the same.",
    )


def _problem(told: Diagnostic, line_of: LineOf) -> Problem:
    mark = told.mark
    line = line_of(told.path, mark.line) if told.path and mark.line else None
    before, marked, after = _parts(line or "", mark)
    return Problem(
        severity=told.severity,
        code=told.code,
        message=told.message,
        hint=told.hint,
        place=f"{told.path}:{mark.line}:{mark.column}" if mark.line else told.path,
        line=0 if line is None else mark.line,
        before=before,
        marked=marked,
        after=after,
    )


def _parts(line: str, mark: Mark) -> tuple[str, str, str]:
    first = min(max(mark.column - 1, 0), len(line))
    last = min(first + max(mark.length, 1), len(line))
    before, after = line[:first].lstrip(), line[last:].rstrip()
    if len(before) > AROUND:
        before = _CUT + before[-AROUND:]
    if len(after) > AROUND:
        after = after[:AROUND] + _CUT
    return before, line[first:last], after

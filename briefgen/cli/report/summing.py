"""How many diagnostics there are of each severity, and in how many files."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.base import Record


class Sum(Record):
    """Counts of a report. `files` are those that any diagnostic names."""

    errors: int
    warnings: int
    notes: int
    files: int


def sum_of(diagnostics: Iterable[Diagnostic]) -> Sum:
    """Count."""
    told = list(diagnostics)

    def count(severity: Severity) -> int:
        return sum(each.severity is severity for each in told)

    return Sum(
        errors=count(Severity.ERROR),
        warnings=count(Severity.WARNING),
        notes=count(Severity.NOTE),
        files=len({each.path for each in told if each.path}),
    )


def counted(number: int, noun: str) -> str:
    """`1 error`, `2 errors`, `1,000 errors`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def sentence(total: Sum) -> str:
    """`2 errors, 1 warning in 2 files`; nothing where there is nothing."""
    kinds = ((total.errors, "error"), (total.warnings, "warning"), (total.notes, "note"))
    parts = ", ".join(counted(number, noun) for number, noun in kinds if number)
    return f"{parts} in {counted(total.files, 'file')}" if parts and total.files else parts

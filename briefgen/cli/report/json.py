"""Diagnostics for programs: JSON, one object a line, in the order of file and place.

Each diagnostic has

- `type`: "diagnostic"
- `severity`: "error", "warning" or "note"
- `code`: the stable name of what is wrong
- `message`: one sentence; `hint`: what to do, or ""
- `path`: the file, from the project's root with forward slashes, or "" where there is none
- `line`, `column`: from 1, in characters; 0 where the whole file is meant
- `length`: characters on that line that are meant
- `item`: what it is about, such as "article:harbour", or ""

The last line has `type` "summary", the counts `errors`, `warnings`, `notes`, `files`, and `exit`,
the exit code. Fields may be added; none changes its meaning. All is ASCII: other characters are
escaped as JSON has it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from briefgen.cli.report.summing import sum_of
from briefgen.diagnostics import Diagnostic, in_order


def report(diagnostics: Iterable[Diagnostic], code: int) -> str:
    """One line for each diagnostic, and one for the sum; `code` is the exit code."""
    told = in_order(list(diagnostics))
    total = sum_of(told)
    end = {
        "type": "summary",
        "errors": total.errors,
        "warnings": total.warnings,
        "notes": total.notes,
        "files": total.files,
        "exit": code,
    }
    return "".join(f"{json.dumps(each)}\n" for each in (*map(_object, told), end))


def _object(told: Diagnostic) -> dict[str, str | int]:
    return {
        "type": "diagnostic",
        "severity": told.severity.value,
        "code": told.code,
        "message": told.message,
        "hint": told.hint,
        "path": told.path,
        "line": told.mark.line,
        "column": told.mark.column,
        "length": told.mark.length,
        "item": told.item,
    }

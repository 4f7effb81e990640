"""Diagnostics that only inform."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.marks import WHOLE_FILE, Mark


def note(
    code: str, message: str, path: str = "", mark: Mark = WHOLE_FILE, *, hint: str = ""
) -> Diagnostic:
    """Something that the curator should look at, and that stops nothing."""
    return Diagnostic(
        code=code, severity=Severity.NOTE, message=message, path=path, mark=mark, hint=hint
    )

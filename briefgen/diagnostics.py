"""The one type in which briefgen tells a user something about his files."""

from __future__ import annotations

import enum

from briefgen.model.base import Record
from briefgen.model.marks import WHOLE_FILE, Mark


class Severity(enum.StrEnum):
    """How much a diagnostic weighs: an error stops publication, a warning does not (unless
    `--strict`), a note only informs.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Diagnostic(Record):
    """One thing to tell the user.

    `path` is relative to the project's root, with forward slashes, or empty where no file is
    concerned. `message` is one plain sentence; `hint` says what to do, or names the nearest valid
    name, on one line or several; a `private` hint quotes what is never published, such as a
    snapshot. `item` is the record ("article:slug") that the diagnostic is about, if any: what
    concerns a withheld item is not quoted in public logs.
    """

    code: str
    severity: Severity
    message: str
    path: str = ""
    mark: Mark = WHOLE_FILE
    hint: str = ""
    item: str = ""
    private: bool = False


def error(  # noqa: PLR0913  the fields of a diagnostic, spelled out where it is raised
    code: str,
    message: str,
    path: str = "",
    mark: Mark = WHOLE_FILE,
    *,
    hint: str = "",
    item: str = "",
) -> Diagnostic:
    """A diagnostic that stops publication."""
    return Diagnostic(
        code=code,
        severity=Severity.ERROR,
        message=message,
        path=path,
        mark=mark,
        hint=hint,
        item=item,
    )


def warning(  # noqa: PLR0913  as above
    code: str,
    message: str,
    path: str = "",
    mark: Mark = WHOLE_FILE,
    *,
    hint: str = "",
    item: str = "",
) -> Diagnostic:
    """A diagnostic that is told and does not stop publication."""
    return Diagnostic(
        code=code,
        severity=Severity.WARNING,
        message=message,
        path=path,
        mark=mark,
        hint=hint,
        item=item,
    )


def has_errors(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Whether any of them stops publication."""
    return any(each.severity is Severity.ERROR for each in diagnostics)


def in_order(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Without repeats, by file, then place, then code: the order of a report."""
    unique = dict.fromkeys(diagnostics)
    return tuple(
        sorted(unique, key=lambda d: (d.path, d.mark.line, d.mark.column, d.code, d.message))
    )

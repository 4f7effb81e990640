"""What the reading of one file gathers on its way: diagnostics, and the place of each field."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic, error, in_order, warning
from briefgen.model.base import Record
from briefgen.model.marks import Mark, Marks


class Complaint(Record):
    """What is wrong with a value, before it is known where the value stands. `message` completes
    the sentence that begins with the name of the field."""

    code: str
    message: str
    hint: str = ""


class Findings:
    """Collects while one file is read, and lives no longer than that."""

    __slots__ = ("diagnostics", "marks", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.diagnostics: list[Diagnostic] = []
        self.marks: Marks = {}

    def error(self, code: str, message: str, mark: Mark, hint: str = "") -> None:
        self.diagnostics.append(error(code, message, self.path, mark, hint=hint))

    def warning(self, code: str, message: str, mark: Mark, hint: str = "") -> None:
        self.diagnostics.append(warning(code, message, self.path, mark, hint=hint))

    def complain(self, field: str, complaint: Complaint, mark: Mark) -> None:
        """Report what is wrong with the value of `field`."""
        message = f"`{field}` {complaint.message}"
        self.error(complaint.code, message, mark, complaint.hint)

    def report(self) -> tuple[Diagnostic, ...]:
        return in_order(self.diagnostics)


def shorten(text: str, longest: int = 60) -> str:
    """`text` on one line, fit for a message."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"

"""Diagnostics as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.cli.report.cells import plain
from briefgen.cli.report.summing import sentence, sum_of
from briefgen.diagnostics import Diagnostic, Severity, in_order

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def report(diagnostics: Iterable[Diagnostic], folder: str = "") -> str:
    """One command a line, then the sum. `folder` is where the project lies in the repository, with
    forward slashes; paths of annotations begin there.
    """
    told = in_order(list(diagnostics))
    if not told:
        return ""
    return "".join(
        f"{each}\n" for each in (*(_command(d, folder) for d in told), sentence(sum_of(told)))
    )


def _command(told: Diagnostic, folder: str) -> str:
    properties: list[tuple[str, str | int]] = []
    if told.path:
        properties.append(("file", f"{folder}/{told.path}" if folder else told.path))
        if told.mark.line:
            end = told.mark.column + max(told.mark.length, 1) - 1
            properties += [("line", told.mark.line), ("col", told.mark.column), ("endColumn", end)]
    properties.append(("title", told.code))
    listed = ",".join(f"{name}={_escaped_property(str(value))}" for name, value in properties)
    text = f"{plain(told.message)}\n{plain(told.hint)}" if told.hint else plain(told.message)
    return f"::{_COMMANDS[told.severity]} {listed}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")

"""From findings to diagnostics: levels, silences, and the place in the author's file."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from briefgen.check.levels import LEVELS
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.finding import Finding
from briefgen.model.marks import WHOLE_FILE, Marks, find_mark
from briefgen.model.settings import Level

Silences = Callable[[str], dict[str, str]]


def locate(
    findings: Iterable[Finding],
    levels: dict[str, Level],
    marks_of: Callable[[str], Marks],
    silences_of: Silences,
) -> tuple[Diagnostic, ...]:
    """Turn findings into diagnostics. `marks_of` takes a file, `silences_of` an item's id; both are
    asked only for files and items with something to tell.
    """
    told: list[Diagnostic] = []
    for finding in findings:
        severity = _weight(finding, levels, silences_of)
        if severity is None:
            continue
        mark = finding.mark
        if mark is None:
            mark = find_mark(marks_of(finding.path), finding.field) if finding.field else WHOLE_FILE
        told.append(
            Diagnostic(
                code=finding.code,
                severity=severity,
                message=finding.message,
                path=finding.path,
                mark=mark,
                hint=finding.hint,
                item=finding.item,
                private=finding.private,
            )
        )
    return tuple(told)


def weigh(
    diagnostics: Iterable[Diagnostic], levels: dict[str, Level], silences_of: Silences
) -> tuple[Diagnostic, ...]:
    """What was told while files were read, with the level that the site gives it, and without what
    an item silences.
    """
    weighed = ((each, _weight(each, levels, silences_of)) for each in diagnostics)
    return tuple(
        each if each.severity is severity else msgspec.structs.replace(each, severity=severity)
        for each, severity in weighed
        if severity is not None
    )


def _weight(
    told: Finding | Diagnostic, levels: dict[str, Level], silences_of: Silences
) -> Severity | None:
    """How much it weighs; None if it is not to be told. What has no level of its own, such as what
    makes a site impossible to build, cannot be switched off.
    """
    if told.code not in LEVELS:
        return told.severity
    level = levels.get(told.code, LEVELS[told.code])
    if level is Level.OFF or told.code in silences_of(told.item):
        return None
    return Severity(level.value)

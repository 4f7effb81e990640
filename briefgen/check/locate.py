"""From findings to diagnostics: levels, silences, and the place in the author's file."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefgen.check.rules import all_rules
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.finding import Finding
from briefgen.model.marks import WHOLE_FILE, Marks, find_mark
from briefgen.model.settings import Level


def locate(
    findings: Iterable[Finding],
    levels: dict[str, Level],
    marks_of: Callable[[str], Marks],
    silences_of: Callable[[str], dict[str, str]],
) -> tuple[Diagnostic, ...]:
    """Turn findings into diagnostics. `marks_of` takes a file, `silences_of` an item's id; both are
    asked only for files and items with something to tell. Only the codes of rules have levels and
    can be silenced: what makes a site impossible to build cannot.
    """
    rules = {rule.code: rule.level for rule in all_rules()}
    told: list[Diagnostic] = []
    for finding in findings:
        severity = finding.severity
        if finding.code in rules:
            level = levels.get(finding.code, rules[finding.code])
            if level is Level.OFF or finding.code in silences_of(finding.item):
                continue
            severity = Severity(level.value)
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
            )
        )
    return tuple(told)

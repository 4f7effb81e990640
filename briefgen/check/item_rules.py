"""All rules of one item, in the order of their codes.

Their larger patterns are compiled where a text first calls for them: together they take 20 ms, and
the edit of one text mostly calls for none.
"""

from __future__ import annotations

from briefgen.check import (
    judgment_hedged,
    judgment_unsupported,
    likelihood_confidence,
    likelihood_differs,
    likelihood_rows,
    placeholder,
    relative_date,
)
from briefgen.check.item_rule import ItemRule, ItemSubject
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.finding import Finding
from briefgen.model.marks import WHOLE_FILE, Mark, find_mark


def all_item_rules() -> tuple[ItemRule, ...]:
    """Every rule of one item."""
    modules = (
        judgment_hedged,
        judgment_unsupported,
        likelihood_confidence,
        likelihood_differs,
        likelihood_rows,
        placeholder,
        relative_date,
    )
    return tuple(sorted((module.RULE for module in modules), key=lambda rule: rule.code))


def check_item(subject: ItemSubject) -> tuple[Diagnostic, ...]:
    """What the rules find in one item, at its place, but for what the item silences. The site's
    levels are given to it later: a change of them is no change of the item.
    """
    silenced = subject.body.keys.silence
    return tuple(
        Diagnostic(
            code=finding.code,
            severity=Severity.WARNING,
            message=finding.message,
            path=subject.face.path,
            mark=_place(subject, finding),
            hint=finding.hint,
            item=subject.face.id,
        )
        for rule in all_item_rules()
        if rule.code not in silenced
        for finding in rule.run(subject)
    )


def _place(subject: ItemSubject, finding: Finding) -> Mark:
    if finding.mark is not None:
        return finding.mark
    return find_mark(subject.body.marks, finding.field) if finding.field else WHOLE_FILE

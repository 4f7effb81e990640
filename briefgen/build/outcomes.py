"""Outcomes made of others, or of nothing but what is wrong."""

from __future__ import annotations

import os

from briefgen import files
from briefgen.diagnostics import Diagnostic, in_order
from briefgen.model.request import Exit, Outcome, Request
from briefgen.scan.project import SETTINGS_FILE


def refused(request: Request, diagnostics: tuple[Diagnostic, ...]) -> Outcome:
    """Nothing was done."""
    root = files.real_path(request.root)
    return Outcome(
        exit=Exit.USAGE,
        diagnostics=in_order(list(diagnostics)),
        watched=(os.path.join(root, SETTINGS_FILE), os.path.join(root, "themes")),
    )


def with_more(outcome: Outcome, more: tuple[Diagnostic, ...]) -> Outcome:
    """The same with more to tell."""
    return copied(outcome, diagnostics=in_order([*more, *outcome.diagnostics]))


def copied(outcome: Outcome, **changes: object) -> Outcome:
    """The same but for some fields."""
    fields = {name: getattr(outcome, name) for name in outcome.__struct_fields__}
    return Outcome(**{**fields, **changes})

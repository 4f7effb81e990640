"""What the diagnostics of a run mean: whether it may publish, and with which code it ends."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic, has_errors
from briefgen.model.request import Exit, Request

LEAK = "leak"
LIBRARY = "library-missing"
# Errors that no `--keep-going` passes over: another's file would be lost.
FATAL = frozenset({"output-stranger"})


def stopped(told: list[Diagnostic], request: Request) -> bool:
    """Whether nothing may be published. A missing library is no fault of the content: the pages
    are built without it."""
    content = tuple(each for each in told if each.code != LIBRARY)
    strict = request.strict and any(each.severity != "note" for each in content)
    refused = any(each.code in FATAL for each in content)
    return refused or ((has_errors(content) or strict) and not request.keep_going)


def exit_code(diagnostics: tuple[Diagnostic, ...], request: Request) -> Exit:
    """The exit code that the diagnostics call for."""
    library = [each for each in diagnostics if each.code == LIBRARY]
    rest = [each for each in diagnostics if each.code != LIBRARY]
    if any(each.code == LEAK for each in rest):
        return Exit.REFUSED
    if has_errors(tuple(rest)) or (request.strict and any(d.severity != "note" for d in rest)):
        return Exit.CONTENT
    return Exit.LIBRARY if library else Exit.DONE

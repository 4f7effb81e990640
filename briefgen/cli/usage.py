"""A mistake in the command line itself."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class UsageError(Exception):
    """Raised while a command line is understood, told as a diagnostic, never as a traceback.
    `code` is the diagnostic's.
    """

    def __init__(self, message: str, hint: str = "", code: str = "usage") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """A hint with the name most like `word`, or nothing."""
    from briefgen.read.suggest import nearest

    found = nearest(word, names)
    return f"Did you mean `{found}`?" if found else ""

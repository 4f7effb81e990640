"""What is told when something happens that nobody meant to."""

from __future__ import annotations

import traceback


def fault_text(fault: BaseException) -> str:
    """An honest message about a fault in briefgen, after its traceback."""
    lines = "".join(traceback.format_exception(fault))
    return (
        f"{lines}\n"
        "error[fault]: This is a fault in briefgen, not in your files.\n"
        "   = hint: Please report it with the lines above, and say what you did. Read them first,\n"
        "     for they may name your files.\n"
    )


def system_text(refused: OSError) -> str:
    """A message about a refusal of the system. The reason alone ("Permission denied") says nothing
    without the file it is about."""
    about = f" ({refused.filename})" if refused.filename else ""
    return f"error[system]: The system refused: {refused.strerror or refused}{about}.\n"

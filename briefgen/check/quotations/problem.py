"""What is kept of a quotation that is not proven."""

from __future__ import annotations

from briefgen.model.proof import Problem
from briefgen.model.quoted import Quoted
from briefgen.quotation.verdict import Judgment


def problem_of(
    quoted: Quoted, judgment: Judgment, *, speaker: str = "", article: str = ""
) -> Problem:
    """The problem at the place of a quotation."""
    return Problem(
        verdict=judgment.verdict.value,
        field=quoted.field,
        mark=quoted.mark,
        line=judgment.line,
        passage=judgment.passage,
        difference=judgment.difference,
        heard=judgment.heard,
        speaker=speaker,
        interruption=judgment.interruption,
        article=article,
    )

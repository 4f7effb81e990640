"""Bounds on what would take the parser too long."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

# For each opening bracket the library looks for its partner up to the end of the paragraph, so the
# time grows with the square of their number.
MOST_BRACKETS = 1000
TOO_COMPLEX = "too-complex"  # in the meta of a block that was left out for it


def bounds_plugin(md: MarkdownIt) -> None:
    """Leave out paragraphs that pass the bound; `check_depth` reports them as errors."""
    md.core.ruler.before("inline", "bounds", bound_brackets)


def bound_brackets(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and token.content.count("[") > MOST_BRACKETS:
            token.meta[TOO_COMPLEX] = True
            token.content = ""

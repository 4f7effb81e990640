"""Whether a line ends the paragraph above it, answered by its first sign in most cases.

For each line of each paragraph the library asks a dozen rules, twice, whether their block begins
there. Most lines begin with a letter, with which only a table can begin, and only if the next line
looks like the rule below its head.
"""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

Rule = Callable[[StateBlock, int, int, bool], bool]

ENDS = "paragraph"  # the name of the chain of rules that end a paragraph
BEGINNINGS = frozenset("`~>*+-_#0123456789:<[|")
TABLE_RULE = frozenset("|-:")


def endings_plugin(md: MarkdownIt) -> None:
    """Put one rule in the place of all that may end a paragraph. To be added last."""
    ruler = md.block.ruler
    ending: list[Rule] = []
    for rule in tuple(ruler.__rules__):
        if ENDS in rule.alt:
            if rule.enabled:
                ending.append(rule.fn)
            ruler.at(rule.name, rule.fn, {"alt": [chain for chain in rule.alt if chain != ENDS]})
    ruler.before("paragraph", "ending", _ends(tuple(ending)), {"alt": [ENDS]})


def _ends(rules: tuple[Rule, ...]) -> Rule:
    def ends(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
        if not silent:
            return False
        sign = state.src[state.bMarks[start_line] + state.tShift[start_line]]
        if sign not in BEGINNINGS:
            below = start_line + 1
            if below >= end_line:
                return False
            at = state.bMarks[below] + state.tShift[below]
            if at >= state.eMarks[below] or state.src[at] not in TABLE_RULE:
                return False
        return any(rule(state, start_line, end_line, silent) for rule in rules)

    return ends

"""Remembers where links, pictures and notes begin: the library keeps no places inside a line."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

Rule = Callable[[StateInline, bool], bool]

AT = "at"  # in a token's meta: where it begins in the content of its block
RULES = ("link", "image", "autolink", "footnote_ref", "footnote_inline")
TYPES = ("link_open", "image", "footnote_ref")


def marked_plugin(md: MarkdownIt) -> None:
    """Wrap the rules whose tokens may need a place in a message."""
    for rule in md.inline.ruler.__rules__:
        if rule.name in RULES:
            rule.fn = _marked(rule.fn)


def _marked(rule: Rule) -> Rule:
    def wrapped(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        at = state.pos
        count = len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            for token in state.tokens[count : count + 2]:  # text that was pending comes first
                if token.type in TYPES:
                    token.meta[AT] = at
                    break
        return True

    return wrapped

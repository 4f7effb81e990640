"""Links to items by slug: `[[slug]]`, `[[slug|text]]`, `[[slug#anchor|text]]`."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from briefgen.read.markdown.marked import AT

WIKI = re.compile(r"\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]\n]*))?\]\](?![(\[])")


def wiki_plugin(md: MarkdownIt) -> None:
    """Add the rule, ahead of ordinary links."""
    md.inline.ruler.before("link", "wiki", wiki)


def wiki(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """`[[a]](address)` is an ordinary link whose text is `[a]`."""
    at = state.pos
    if not state.src.startswith("[[", at):
        return False
    found = WIKI.match(state.src, at, state.posMax)
    if not found or not found[1].strip():
        return False
    if not silent:
        target, _, fragment = found[1].strip().partition("#")
        token = state.push("wiki_open", "", 1)
        token.meta = {AT: at, "target": target.strip(), "fragment": fragment.strip()}
        if found[2] and found[2].strip():
            end = state.posMax
            state.pos, state.posMax = found.span(2)
            state.linkLevel += 1
            state.md.inline.tokenize(state)
            state.linkLevel -= 1
            state.posMax = end
        state.push("wiki_close", "", -1)
    state.pos = found.end()
    return True

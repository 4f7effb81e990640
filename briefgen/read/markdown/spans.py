"""Words with attributes of their own, such as another language: `[سلام]{lang=fa dir=rtl}`."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline

from briefgen.read.markdown.attributes import BRACES, add, parse


def spans_plugin(md: MarkdownIt) -> None:
    """Add the rule, behind ordinary links."""
    md.inline.ruler.after("link", "span", span)


def span(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    at = state.pos
    if state.src[at] != "[":
        return False
    label_end = parseLinkLabel(state, at)
    if label_end < 0:
        return False
    found = BRACES.match(state.src, label_end + 1, state.posMax)
    attributes = parse(found[1]) if found else None
    if not found or attributes is None:
        return False
    if not silent:
        end = state.posMax
        state.pos, state.posMax = at + 1, label_end
        add(state.push("span_open", "span", 1), attributes)
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
        state.posMax = end
    state.pos = found.end()
    return True

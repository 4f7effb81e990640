"""Remembers where links, pictures and notes begin: the library keeps no places inside a line."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, image, link
from mdit_py_plugins.footnote.index import footnote_inline, footnote_ref

Rule = Callable[[StateInline, bool], bool]

AT = "at"  # in a token's meta: where it begins in the content of its block
TYPES = ("link_open", "image", "footnote_ref")


def marked_plugin(md: MarkdownIt, *, footnotes: bool) -> None:
    """Wrap the rules whose tokens may need a place in a message."""
    md.inline.ruler.at("link", _marked(link, "["))
    md.inline.ruler.at("image", _marked(image, "!"))
    md.inline.ruler.at("autolink", _marked(autolink, "<"))
    if footnotes:
        md.inline.ruler.at("footnote_ref", _marked(footnote_ref, "["))
        md.inline.ruler.at("footnote_inline", _marked(footnote_inline, "^"))


def _marked(rule: Rule, sign: str) -> Rule:
    """The rule, which begins at `sign`, with a place in the token that it makes."""

    def wrapped(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        at = state.pos
        if state.src[at] != sign:
            return False
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

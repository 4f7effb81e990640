"""Attributes in braces: `{.class #id lang=fa dir=rtl}` on a line above a block, behind a heading's
text, or directly behind a link, code, picture or `[words]`. No others are known, but for the
`credit` of a picture: styles and scripts are the theme's."""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

BRACES = re.compile(r"\{([^{}\n]{1,300})\}")
TRAILING = re.compile(r"[ \t]\{([^{}\n]{1,300})\}$")
PART = re.compile(
    r"\s*(?:\.(?P<class>[\w-]+)|#(?P<id>[\w-]+)|"
    r"(?P<key>[A-Za-z][\w:-]*)=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^\s\"]+)))(?=\s|$)\s*"
)
CREDIT = "credit"
ALLOWED = ("class", "id", "lang", "dir", CREDIT)
ABOVE = "above"  # in a token's meta: the line of attributes that stands above its block
REFUSED = "refused"  # in a token's meta: names of attributes that are not known
AFTER = ("code_inline", "image", "link_close", "span_close")


class Attributes(NamedTuple):
    """What stands in one pair of braces."""

    given: dict[str, str]
    refused: list[str]


def attributes_plugin(md: MarkdownIt) -> None:
    """Add the rules for lines, headings and inline elements."""
    md.block.ruler.before("fence", "attributes", attributes_line)
    md.core.ruler.after("block", "attributes", attach)
    md.inline.ruler.push("attributes", attributes_inline)


def parse(inside: str) -> Attributes | None:
    """The attributes, or None if the braces hold something else."""
    given: dict[str, str] = {}
    refused: list[str] = []
    at = 0
    while at < len(inside):
        part = PART.match(inside, at)
        if not part:
            return None
        at = part.end()
        name = "class" if part["class"] else "id" if part["id"] else part["key"]
        value = part["class"] or part["id"] or part["quoted"] or part["bare"] or ""
        if name not in ALLOWED:
            refused.append(name)
        elif name == "class" and "class" in given:
            given[name] = f"{given[name]} {value}"
        else:
            given[name] = value
    return Attributes(given, refused) if given or refused else None


def attributes_line(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: ARG001, FBT001
    """A line of nothing but attributes, which belong to the block below."""
    if state.is_code_block(start_line):
        return False
    at = state.bMarks[start_line] + state.tShift[start_line]
    if at >= state.eMarks[start_line] or state.src[at] != "{":
        return False
    found = BRACES.fullmatch(state.src[at : state.eMarks[start_line]].rstrip())
    attributes = parse(found[1]) if found else None
    if attributes is None:
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.meta["attributes"] = attributes
        token.map = [start_line, start_line + 1]
        state.line = start_line + 1
    return True


def attributes_inline(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Attributes directly behind an inline element."""
    if silent or state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    last = state.tokens[-1]
    if last.type not in AFTER:
        return False
    found = BRACES.match(state.src, state.pos, state.posMax)
    attributes = parse(found[1]) if found else None
    if not found or attributes is None:
        return False
    add(_opening(state.tokens), attributes)
    state.pos = found.end()
    return True


def _opening(tokens: list[Token]) -> Token:
    """The token that opens the element which the last one closes."""
    depth = 0
    for token in reversed(tokens):
        depth += token.nesting
        if depth == 0:
            return token
    return tokens[-1]


def attach(state: StateCore) -> None:
    """Give the attributes of lines to the blocks below them, and those behind the text of a heading
    to the heading."""
    waiting: list[Token] = []
    kept: list[Token] = []
    for token in state.tokens:
        if token.type == "attributes":
            waiting.append(token)
            continue
        if waiting and token.nesting >= 0:
            for line in waiting:
                add(token, line.meta["attributes"])
                token.meta[ABOVE] = line
        waiting = []
        if token.type == "inline" and kept and kept[-1].type == "heading_open":
            _behind(kept[-1], token)
        kept.append(token)
    state.tokens = kept


def _behind(heading: Token, inline: Token) -> None:
    if not inline.content.endswith("}"):
        return
    found = TRAILING.search(inline.content)
    attributes = parse(found[1]) if found else None
    if found and attributes:
        inline.content = inline.content[: found.start()].rstrip()
        add(heading, attributes)


def add(token: Token, attributes: Attributes) -> None:
    """Give attributes to a token; classes join those it has, others take their place."""
    for name, value in attributes.given.items():
        if name == "class" and "class" in token.attrs:
            token.attrs["class"] = f"{token.attrs['class']} {value}"
        else:
            token.attrs[name] = value
    if attributes.refused:
        token.meta.setdefault(REFUSED, []).extend(attributes.refused)

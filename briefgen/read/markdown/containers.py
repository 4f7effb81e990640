"""Containers: `::: note`, `::: warning` and `::: internal`, each ended by `:::`.

The opening and the closing line become a token each, and are paired when all blocks are known
(`pairing.py`). So containers nest whatever the number of their colons, and a `:::` in a code block
or a list ends nothing outside of it: an internal block never ends earlier than its author meant.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

LINE = re.compile(r":{3,}[ \t]*([^\s:]*)[ \t]*(.*?)[ \t]*")
FENCE = ":::"
INTERNAL = "internal"
NAMES = ("note", "warning", INTERNAL)


def container_plugin(md: MarkdownIt) -> None:
    """Add the rule."""
    md.block.ruler.before(
        "fence", "container", container, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def container(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: ARG001, FBT001
    """One line of colons, with a name (token `container_open`) or without (`container_close`)."""
    at = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith(FENCE, at) or state.is_code_block(start_line):
        return False
    found = LINE.fullmatch(state.src, at, state.eMarks[start_line])
    if not found:
        return False
    if silent:
        return True
    name = found[1].lower()
    token = state.push("container_open" if name else "container_close", "div", 0)
    token.info = name
    token.content = found[2]
    token.map = [start_line, start_line + 1]
    token.block = True
    state.line = start_line + 1
    return True

"""Blocks of HTML, which begin with a tag at the beginning of a line. CommonMark 0.31, section 4.6,
kinds 1, 6 and 7; comments have a rule of their own (`raw.py`), and what else it knows is text here.

A line of colons ends a block of any kind, or an internal block could begin inside it unseen. What
is not HTML begins none, and what should be closed by an end tag that never comes is a paragraph: it
would swallow all that follows.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.html_blocks import block_names
from markdown_it.rules_block import StateBlock

from briefgen.read.markdown.containers import FENCE
from briefgen.read.markdown.tags import tag_at

HTML = "html_block"  # the type of its token
VERBATIM = re.compile(r"<(script|pre|style|textarea)(?=[ \t>]|$)", re.IGNORECASE)
BLOCK = re.compile(rf"</?(?:{'|'.join(block_names)})(?=[ \t]|/?>|$)", re.IGNORECASE)


def html_plugin(md: MarkdownIt) -> None:
    """Add the rule."""
    md.block.ruler.at(HTML, html_block, {"alt": ["paragraph", "reference", "blockquote"]})
    md.enable(HTML)


def html_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
    """A block of HTML (token `html_block`, with its lines as content)."""
    at = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith("<", at) or state.is_code_block(start_line):
        return False
    line_end = state.eMarks[start_line]
    verbatim = VERBATIM.match(state.src, at, line_end)
    if verbatim:
        end = _end_of_verbatim(state, start_line, end_line, verbatim[1])
    elif BLOCK.match(state.src, at, line_end) or (
        not silent and _alone(state.src, at, line_end)  # this kind ends no paragraph
    ):
        end = _end_of_lines(state, start_line, end_line)
    else:
        return False
    if not end:
        return False
    if not silent:
        state.line = end
        token = state.push(HTML, "", 0)
        token.map = [start_line, end]
        token.content = state.getLines(start_line, end, state.blkIndent, keepLastLF=True)
    return True


def _alone(source: str, at: int, line_end: int) -> bool:
    """Whether one tag is all that stands in the line."""
    tag = tag_at(source, at, line_end)
    return tag is not None and tag.known and not source[at + len(tag.source) : line_end].strip()


def _ends(state: StateBlock, line: int) -> bool:
    """Whether the line is none of the block, whatever its kind."""
    at = state.bMarks[line] + state.tShift[line]
    return state.src.startswith(FENCE, at) or (
        state.sCount[line] < state.blkIndent and not state.isEmpty(line)
    )


def _end_of_lines(state: StateBlock, line: int, end_line: int) -> int:
    """The line after the block: one that is empty ends it."""
    line += 1
    while line < end_line and not state.isEmpty(line) and not _ends(state, line):
        line += 1
    return line


def _end_of_verbatim(state: StateBlock, line: int, end_line: int, name: str) -> int:
    """The line after the one with the end tag, or 0 if there is none. Where one was looked for in
    vain is kept, so that a row of beginnings does not look through the same lines for each."""
    close = f"</{name.lower()}>"
    vain: dict[str, range] = state.env.setdefault("html-vain", {})
    if line in vain.get(close, ()):
        return 0
    begin = line
    while line < end_line and (line == begin or not _ends(state, line)):
        start = state.bMarks[line] + state.tShift[line]
        if close in state.src[start : state.eMarks[line]].lower():
            return line + 1
        line += 1
    vain[close] = range(begin, line)
    return 0

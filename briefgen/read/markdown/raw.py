"""HTML inside a paragraph, and comments, which are the author's own and are left out, also those
that go over several paragraphs."""

from __future__ import annotations

import functools

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from briefgen.read.markdown.marked import AT
from briefgen.read.markdown.tags import tag_at

TAG = "tag"  # type of a token that stands for a tag, and in its meta: the tag
OPEN, CLOSE = "<!--", "-->"
SHORTEST = 2  # the hyphens of `<!-->` open the comment and close it


def raw_plugin(md: MarkdownIt, *, html: bool) -> None:
    """Add both rules. Without `html` tags are text."""
    md.inline.ruler.after("autolink", "raw", functools.partial(raw_inline, html))
    md.block.ruler.before(
        "fence", "comment", comment_block, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def raw_inline(html: bool, state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """A tag (token `tag`), one that is shown as text (`raw`) or a comment (no token) inside a
    paragraph."""
    at = state.pos
    if state.src[at] != "<":
        return False
    if state.src.startswith(OPEN, at):
        if _last_close(state) < at + SHORTEST:
            return False
        end = state.src.index(CLOSE, at + SHORTEST) + len(CLOSE)
        if end > state.posMax:
            return False
        state.pos = end
        return True
    tag = tag_at(state.src, at, state.posMax)
    if not tag:
        return False
    if not silent:
        token = state.push(TAG if html and tag.known else "raw", "", 0)
        token.meta[AT] = at
        if token.type == TAG:
            token.meta[TAG] = tag
        else:
            token.content = tag.source
    state.pos = at + len(tag.source)
    return True


def _last_close(state: StateInline) -> int:
    """Where the last comment ends. Looked up once a paragraph: it would otherwise take as many
    looks over the whole text as there are comments without an end."""
    known = state.env.get("comment-close")
    if known is None or known[0] != state.src:
        known = (state.src, state.src.rfind(CLOSE))
        state.env["comment-close"] = known
    return int(known[1])


def comment_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
    """A comment that begins a line. Without an end it takes all that follows in its block, as in
    CommonMark 0.31, section 4.6, kind 2; the token `comment_open` tells."""
    at = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith(OPEN, at) or state.is_code_block(start_line):
        return False
    if silent:
        return True
    line, begin = start_line, at + SHORTEST
    while line < end_line:
        close = state.src.find(CLOSE, begin, state.eMarks[line])
        if close >= 0:
            _rest(state, line, close + len(CLOSE))
            state.line = line + 1
            return True
        line += 1
        if line < end_line:
            if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
                break
            begin = state.bMarks[line] + state.tShift[line]
    token = state.push("comment_open", "", 0)
    token.map = [start_line, line]
    state.line = line
    return True


def _rest(state: StateBlock, line: int, begin: int) -> None:
    """What follows a comment on its last line is text."""
    text = state.src[begin : state.eMarks[line]].strip()
    if not text:
        return
    token = state.push("paragraph_open", "p", 1)
    token.map = [line, line + 1]
    token = state.push("inline", "", 0)
    token.content = text
    token.map = [line, line + 1]
    token.children = []
    state.push("paragraph_close", "p", -1)

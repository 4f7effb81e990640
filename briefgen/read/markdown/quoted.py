"""What the text of an article quotes, each span with its place in the file."""

from __future__ import annotations

from markdown_it.token import Token

from briefgen.model.marks import Mark
from briefgen.model.quoted import Quoted
from briefgen.quotation import own
from briefgen.quotation.finding_words import find_span
from briefgen.quotation.turning import denies
from briefgen.read.markdown.draft import Draft
from briefgen.read.markdown.elements import ELEMENTS
from briefgen.read.markdown.html_blocks import HTML
from briefgen.read.markdown.nesting import CLOSED, HTML_TEXT, OPENED
from briefgen.read.markdown.secrecy import INSIDE

BLOCK = "block quotation"  # in the meta of what stands inside one
DASHES = "-–—"  # with these begins the line that says who is quoted
# What is written straight is quoted too.
_STRAIGHT = "'"
_CODE = "·"
# The elements of HTML that quote, and the marks that a browser sets for the one in a line.
_QUOTE, _QUOTATION = "q", "blockquote"
_MARKS = {OPENED: "“", CLOSED: "”"}


def sign_block_quotations(tokens: list[Token]) -> None:
    """Sign all tokens inside of block quotations, Markdown's and HTML's."""
    depth = 0
    for token in tokens:
        if token.type == "blockquote_open":
            depth += 1
        elif token.type == "blockquote_close":
            depth -= 1
        elif token.type == HTML:
            for child in token.children or ():
                if child.tag == _QUOTATION:
                    depth += 1 if child.type == OPENED else -1
                elif depth:
                    child.meta[BLOCK] = True
        elif depth:
            token.meta[BLOCK] = True


def may_quote(block: Token) -> bool:
    """Whether a block may quote anything."""
    content = block.content
    if own.may_quote(content) or BLOCK in block.meta:
        return True
    return "<" in content and any(child.tag == _QUOTE for child in block.children or ())


def gather_in_html(block: Token, draft: Draft, into: list[Quoted]) -> None:
    """Add what a block of HTML quotes, by the elements that stand beside paragraphs."""
    run: list[Token] = []
    at = 0
    for child in block.children or ():
        if child.tag and ELEMENTS[child.tag].block:
            at = _gather(block, run, at, draft, into)
            run = []
        else:
            run.append(child)
    _gather(block, run, at, draft, into)


def gather_quoted(block: Token, children: list[Token], draft: Draft, into: list[Quoted]) -> None:
    """Add what the block quotes; its marks have been set by the language of the text."""
    _gather(block, children, 0, draft, into)


def _gather(block: Token, children: list[Token], at: int, draft: Draft, into: list[Quoted]) -> int:
    """Add what one paragraph of a block quotes. It is looked for from `at` on; returns where its
    last words end.
    """
    text = _plain(children)
    spans = own.own_spans(text)
    if not spans and text.strip()[:1] not in DASHES:
        whole = BLOCK in block.meta or any(BLOCK in child.meta for child in children)
        spans = (text,) if whole else ()
    after = 0
    for span in spans:
        found = find_span(block.content, span, at)
        begin, at = found or (at, at)
        before, after = after, max(text.find(span, after), after)
        into.append(
            Quoted(
                text=span,
                mark=_mark(block, begin, at, draft),
                internal=INSIDE in block.meta,
                negated=denies(text[before:after]),
            )
        )
    return at


def _plain(children: list[Token]) -> str:
    if len(children) == 1 and children[0].type == "text":
        return children[0].content
    pieces: list[str] = []
    for child in children:
        if child.type in ("text", "text_special", HTML_TEXT):
            pieces.append(child.content)
        elif child.tag == _QUOTE:
            pieces.append(_MARKS[child.type])
        elif child.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
        elif child.type == "code_inline":
            pieces.append(_CODE)
    return "".join(pieces)


def _mark(block: Token, begin: int, end: int, draft: Draft) -> Mark:
    """From the mark that opens to the end of the words, on the first line."""
    content = block.content
    if begin and (content[begin - 1] in own.MARKS or content[begin - 1] == _STRAIGHT):
        begin -= 1
    if end < len(content) and (content[end] in own.MARKS or content[end] in "’'"):
        end += 1
    line_end = content.find("\n", begin)
    last = end if line_end < 0 else min(end, line_end)
    line, column = draft.inline_place(block, begin)
    return Mark(line=draft.first_line + line, column=column + 1, length=max(last - begin, 1))

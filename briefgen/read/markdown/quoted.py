"""What the text of an article quotes, each span with its place in the file."""

from __future__ import annotations

import msgspec
from markdown_it.token import Token

from briefgen.model.marks import Mark
from briefgen.model.quoted import Quoted
from briefgen.quotation import own
from briefgen.quotation.finding_words import find_words
from briefgen.quotation.measure import words_of
from briefgen.read.markdown.draft import Draft
from briefgen.read.markdown.secrecy import INSIDE

BLOCK = "block quotation"  # in the meta of what stands inside one
DASHES = "-–—"  # with these begins the line that says who is quoted
# What is written straight is quoted too.
_STRAIGHT = "'"
_CODE = "·"


def sign_block_quotations(tokens: list[Token]) -> None:
    """Sign all tokens inside of block quotations."""
    depth = 0
    for token in tokens:
        if token.type == "blockquote_open":
            depth += 1
        elif token.type == "blockquote_close":
            depth -= 1
        elif depth:
            token.meta[BLOCK] = True


def may_quote(block: Token) -> bool:
    """Whether a block may quote anything."""
    return own.may_quote(block.content) or BLOCK in block.meta


def gather_quoted(block: Token, children: list[Token], draft: Draft, into: list[Quoted]) -> None:
    """Add what the block quotes; its marks have been set by the language of the text."""
    text = _plain(children)
    spans = own.own_spans(text)
    if not spans and BLOCK in block.meta and text.lstrip()[:1] not in DASHES:
        spans = (text,)
    at = 0
    for span in spans:
        found = find_words(block.content, words_of(span), at)
        begin, at = found or (at, at)
        into.append(
            Quoted(
                text=span,
                mark=_mark(block, begin, at, draft),
                internal=INSIDE in block.meta,
            )
        )


def _plain(children: list[Token]) -> str:
    pieces: list[str] = []
    for child in children:
        if child.type in ("text", "text_special"):
            pieces.append(child.content)
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
    place = draft.inline_mark(block, begin)
    return msgspec.structs.replace(place, length=max(last - begin, 1))

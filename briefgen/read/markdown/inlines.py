"""The inside of one block as HTML: text, emphasis, code, links, references to footnotes."""

from __future__ import annotations

from types import MappingProxyType

from markdown_it.token import Token

from briefgen.model.text import LINK_CLOSE, LINK_MID, LINK_OPEN, Link
from briefgen.read.anchors import SEPARATOR
from briefgen.read.findings import Complaint
from briefgen.read.markdown.addresses import External, Inside, locate
from briefgen.read.markdown.draft import Draft
from briefgen.read.markdown.element_tags import open_element
from briefgen.read.markdown.footnotes import NUMBER, SUB
from briefgen.read.markdown.marked import AT
from briefgen.read.markdown.markup import (
    author_attributes,
    escape_text,
    escape_value,
    without_slots,
)
from briefgen.read.markdown.nesting import CLOSED, OPENED
from briefgen.read.markdown.pictures import render_picture
from briefgen.read.markdown.quoted import gather_quoted, may_quote
from briefgen.read.markdown.quotes import curl
from briefgen.read.markdown.refusals import Refusals
from briefgen.read.markdown.secrecy import INSIDE
from briefgen.read.markdown.slips import report_slips
from briefgen.read.slug import slugify
from briefgen.words import number_text

FIXED = MappingProxyType(
    {
        "em_open": "<em>",
        "em_close": "</em>",
        "strong_open": "<strong>",
        "strong_close": "</strong>",
        "s_open": "<s>",
        "s_close": "</s>",
        "softbreak": "\n",
        "hardbreak": "<br>\n",
        "span_close": "</span>",
    }
)
WORDS = ("text", "text_special", "code_inline", "raw")
BREAKS = ("softbreak", "hardbreak")
OPENING = ("link_open", "wiki_open")
CLOSING = ("link_close", "wiki_close")
RAW = "raw"  # in the meta of a block: HTML in it has been reported


def render_inline(block: Token, draft: Draft) -> str:
    """The HTML of a block's content. Links to items become slots."""
    children = block.children or []
    _prepare(block, children, draft)
    if draft.quoted is not None and may_quote(block):
        gather_quoted(block, children, draft, draft.quoted)
    if len(children) == 1 and children[0].type == "text":
        return escape_text(children[0].content)
    out: list[str] = []
    ends: list[str] = []  # of the links that are open
    notes: list[str] = []  # references inside a link, which cannot be links there
    for at, child in enumerate(children):
        type_ = child.type
        if type_ == "text":
            out.append(escape_text(child.content))
        elif type_ in FIXED:
            out.append(FIXED[type_])
        elif type_ in OPENING:
            bare = children[at + 1].type in CLOSING
            start, end = ("", "") if ends else _link(child, block, draft, bare=bare)
            out.append(start)
            ends.append(end)
        elif type_ in CLOSING:
            out.append(ends.pop())
            if not ends:
                out += notes
                notes.clear()
        elif type_ == "footnote_ref":
            (notes if ends else out).append(_reference(child, draft))
        else:
            out.append(_other(child, block, draft))
    return "".join(out)


def _prepare(block: Token, children: list[Token], draft: Draft) -> None:
    if draft.quotes and ('"' in block.content or "'" in block.content):
        curl(children, draft.quotes)
    if "[" in block.content:
        report_slips(block, draft)


def _other(token: Token, block: Token, draft: Draft) -> str:
    if token.type == "text_special":
        return escape_text(without_slots(token.content))
    if token.type == "span_open":
        return f"<span{author_attributes(token, block, draft)}>"
    if token.type == "code_inline":
        attributes = author_attributes(token, block, draft)
        return f"<code{attributes}>{escape_text(token.content)}</code>"
    if token.type == "image":
        return render_picture(token, block, plain_text(token.children or []), draft)
    if token.type == OPENED:
        return open_element(token, block, draft)
    if token.type == CLOSED:
        return f"</{token.tag}>"
    if token.type == "raw":
        return _raw(token, block, draft)
    raise ValueError(f"no HTML for the token {token.type}")


def plain_text(children: list[Token]) -> str:
    """What a reader reads, without markup. A link without text of its own gives its target."""
    pieces: list[str] = []
    for at, child in enumerate(children):
        if child.type in WORDS:
            pieces.append(child.content)
        elif child.type in BREAKS:
            pieces.append(" ")
        elif child.type == "image":
            pieces.append(plain_text(child.children or []))
        elif child.type == "wiki_open" and children[at + 1].type == "wiki_close":
            pieces.append(child.meta["target"])
    return without_slots("".join(pieces))


def _link(token: Token, block: Token, draft: Draft, *, bare: bool) -> tuple[str, str]:
    """What to write at the beginning and the end of a link; `bare` has nothing in between."""
    if token.type == "wiki_open":
        given = author_attributes(token, block, draft)
        return _slot(token.meta["target"], token.meta["fragment"], token, block, draft, bare, given)
    place = locate(without_slots(str(token.attrs.get("href", ""))), draft.path)
    title = str(token.attrs.get("title", ""))
    titled = f' title="{escape_value(title)}"' if title else ""
    if isinstance(place, Inside) and place.path:
        given = titled + author_attributes(token, block, draft)
        return _slot(place.path, place.fragment, token, block, draft, bare, given)
    if isinstance(place, Complaint):
        mark = draft.inline_mark(block, token.meta.get(AT, 0))
        draft.findings.error(place.code, place.message, mark, place.hint)
        return "", ""
    if isinstance(place, External):
        start = f'<a href="{escape_value(place.address)}"{place.relation}'
        empty = escape_text(place.address)
    else:
        empty = escape_text(without_slots(f"#{place.fragment}"))
        mark = draft.inline_mark(block, token.meta.get(AT, 0))
        draft.fragments.append((place.fragment, INSIDE in block.meta, mark))
        start = f'<a href="#{draft.prefix}{SEPARATOR}{escape_value(slugify(place.fragment))}"'
    given = author_attributes(token, block, draft)
    return f"{start}{titled}{given}>{empty if bare else ''}", "</a>"


def _slot(  # noqa: PLR0913  a link and where it stands
    target: str,
    fragment: str,
    token: Token,
    block: Token,
    draft: Draft,
    bare: bool,  # noqa: FBT001
    given: str,
) -> tuple[str, str]:
    """A link to an item, for the site to answer."""
    number = len(draft.links)
    draft.links.append(
        Link(
            target=without_slots(target),
            is_path=token.type != "wiki_open",
            fragment=without_slots(fragment),
            bare=bare,
            internal=INSIDE in block.meta,
            mark=draft.inline_mark(block, token.meta.get(AT, 0)),
        )
    )
    return f"{LINK_OPEN}{number}{given}{LINK_MID}", LINK_CLOSE


def _reference(token: Token, draft: Draft) -> str:
    if NUMBER not in token.meta:
        return ""  # the note is internal and this reference is not: an error has been reported
    number, sub = token.meta[NUMBER], token.meta[SUB]
    name = f"{draft.prefix}{SEPARATOR}{number}"
    again = f"-{sub}" if sub > 1 else ""
    shown = number_text(number, draft.language)
    return (
        f'<sup class="footnote-ref"><a href="#fn{SEPARATOR}{name}" '
        f'id="fnref{SEPARATOR}{name}{again}" role="doc-noteref">{shown}</a></sup>'
    )


def _raw(token: Token, block: Token, draft: Draft) -> str:
    """A tag as text. The first of a block is reported; the others are mostly its fellows."""
    if RAW not in block.meta:
        block.meta[RAW] = True
        Refusals(draft).as_text(block, token.content, token.meta.get(AT, 0))
    return escape_text(token.content)

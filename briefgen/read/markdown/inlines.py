"""The inside of one block as HTML: text, emphasis, code, links, references to footnotes."""

from __future__ import annotations

from types import MappingProxyType

from markdown_it.token import Token

from briefgen.model.text import LINK_CLOSE, LINK_MID, LINK_OPEN, Link
from briefgen.read.anchors import SEPARATOR
from briefgen.read.findings import Complaint
from briefgen.read.markdown.addresses import External, Inside, locate
from briefgen.read.markdown.draft import Draft
from briefgen.read.markdown.footnotes import NUMBER, SUB
from briefgen.read.markdown.marked import AT
from briefgen.read.markdown.markup import (
    author_attributes,
    escape_text,
    escape_value,
    without_slots,
)
from briefgen.read.markdown.quotes import curl
from briefgen.read.markdown.secrecy import INSIDE
from briefgen.read.slug import slugify

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
    }
)
WORDS = ("text", "text_special", "code_inline", "raw")
BREAKS = ("softbreak", "hardbreak")


def render_inline(block: Token, draft: Draft) -> str:
    """The HTML of a block's content. Links to items become slots."""
    children = block.children or []
    if draft.quotes and ('"' in block.content or "'" in block.content):
        curl(children, draft.quotes)
    if len(children) == 1 and children[0].type == "text":
        return escape_text(children[0].content)
    out: list[str] = []
    ends: list[str] = []  # of the links that are open
    notes: list[str] = []  # references inside a link, which cannot be links there
    for child in children:
        type_ = child.type
        if type_ == "text":
            out.append(escape_text(child.content))
        elif type_ in FIXED:
            out.append(FIXED[type_])
        elif type_ in ("link_open", "wiki_open"):
            start, end = ("", "") if ends else _link(child, children, block, draft)
            out.append(start)
            ends.append(end)
        elif type_ in ("link_close", "wiki_close"):
            out.append(ends.pop())
            if not ends:
                out += notes
                notes.clear()
        elif type_ == "footnote_ref":
            (notes if ends else out).append(_reference(child, draft))
        else:
            out.append(_other(child, block, draft))
    return "".join(out)


def _other(token: Token, block: Token, draft: Draft) -> str:
    if token.type == "text_special":
        return escape_text(without_slots(token.content))
    if token.type == "code_inline":
        attributes = author_attributes(token, block, draft)
        return f"<code{attributes}>{escape_text(token.content)}</code>"
    if token.type == "image":
        return _image(token, block, draft)
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


def _link(token: Token, children: list[Token], block: Token, draft: Draft) -> tuple[str, str]:
    """What to write at the beginning and the end of a link."""
    mark = draft.inline_mark(block, token.meta.get(AT, 0))
    if token.type == "wiki_open":
        at = next(i for i, child in enumerate(children) if child is token)
        bare = children[at + 1].type == "wiki_close"
        target, fragment = token.meta["target"], token.meta["fragment"]
        return _slot(
            Link(
                target=target,
                is_path=False,
                fragment=fragment,
                bare=bare,
                internal=INSIDE in block.meta,
                mark=mark,
            ),
            draft,
        )
    place = locate(str(token.attrs.get("href", "")), draft.path)
    if isinstance(place, Complaint):
        draft.findings.error(place.code, place.message, mark, place.hint)
        return "", ""
    title = str(token.attrs.get("title", ""))
    titled = f' title="{escape_value(title)}"' if title else ""
    if isinstance(place, External):
        attributes = author_attributes(token, block, draft)
        address = escape_value(place.address)
        return f'<a href="{address}" rel="external"{titled}{attributes}>', "</a>"
    if not place.path:
        draft.fragments.append((place.fragment, INSIDE in block.meta, mark))
        attributes = author_attributes(token, block, draft)
        anchor = escape_value(slugify(place.fragment))
        return f'<a href="#{draft.prefix}{SEPARATOR}{anchor}"{titled}{attributes}>', "</a>"
    return _slot(_path_link(place, block, children, token, draft), draft)


def _path_link(
    place: Inside, block: Token, children: list[Token], token: Token, draft: Draft
) -> Link:
    at = next(i for i, child in enumerate(children) if child is token)
    return Link(
        target=without_slots(place.path),
        is_path=True,
        fragment=without_slots(place.fragment),
        bare=children[at + 1].type == "link_close",
        internal=INSIDE in block.meta,
        mark=draft.inline_mark(block, token.meta.get(AT, 0)),
    )


def _slot(link: Link, draft: Draft) -> tuple[str, str]:
    number = len(draft.links)
    draft.links.append(link)
    return f"{LINK_OPEN}{number}{LINK_MID}", LINK_CLOSE


def _reference(token: Token, draft: Draft) -> str:
    if NUMBER not in token.meta:
        return ""  # the note is internal and this reference is not: an error has been reported
    number, sub = token.meta[NUMBER], token.meta[SUB]
    name = f"{draft.prefix}{SEPARATOR}{number}"
    again = f"-{sub}" if sub > 1 else ""
    return (
        f'<sup class="footnote-ref"><a href="#fn{SEPARATOR}{name}" '
        f'id="fnref{SEPARATOR}{name}{again}" role="doc-noteref">{number}</a></sup>'
    )


def _image(token: Token, block: Token, draft: Draft) -> str:
    draft.findings.warning(
        "image-unsupported",
        "Pictures are not published in this version; the description stands in its place.",
        draft.inline_mark(block, token.meta.get(AT, 0)),
    )
    return escape_text(plain_text(token.children or []))


def _raw(token: Token, block: Token, draft: Draft) -> str:
    draft.findings.warning(
        "html-escaped",
        f"HTML is shown as text: {token.content}",
        draft.inline_mark(block, token.meta.get(AT, 0)),
        "Use Markdown; if it is meant as text, put it in `backticks`.",
    )
    return escape_text(token.content)

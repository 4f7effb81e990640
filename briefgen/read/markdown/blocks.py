"""Blocks as HTML: paragraphs, headings, lists, tables, code, containers, footnotes."""

from __future__ import annotations

from types import MappingProxyType

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from briefgen.model.text import INTERNAL_CLOSE, INTERNAL_OPEN, Heading
from briefgen.read.anchors import SEPARATOR
from briefgen.read.markdown.containers import NAMES
from briefgen.read.markdown.draft import Draft
from briefgen.read.markdown.element_tags import count_words, render_html
from briefgen.read.markdown.footnotes import Note
from briefgen.read.markdown.headings import ANCHOR, LEVEL
from briefgen.read.markdown.html_blocks import HTML
from briefgen.read.markdown.inlines import plain_text, render_inline
from briefgen.read.markdown.markup import author_attributes, escape_text, escape_value
from briefgen.read.markdown.quoted import gather_in_html
from briefgen.read.markdown.secrecy import INSIDE, is_edge

# Opening tags that take nothing but the author's attributes, with the line end after each.
OPENED = MappingProxyType(
    {
        "blockquote_open": ("<blockquote", ">\n"),
        "bullet_list_open": ("<ul", ">\n"),
        "list_item_open": ("<li", ">"),
        "dl_open": ("<dl", ">\n"),
        "dt_open": ("<dt", ">"),
        "dd_open": ("<dd", ">"),
        # Wide tables scroll; the keyboard reaches them too.
        "table_open": ('<div class="table" tabindex="0"><table', ">\n"),
        "thead_open": ("<thead", ">\n"),
        "tbody_open": ("<tbody", ">\n"),
        "tr_open": ("<tr", ">\n"),
        "hr": ("<hr", ">\n"),
    }
)
CLOSED = MappingProxyType(
    {
        "figure_open": "",
        "figure_close": "\n",
        "blockquote_close": "</blockquote>\n",
        "bullet_list_close": "</ul>\n",
        "ordered_list_close": "</ol>\n",
        "list_item_close": "</li>\n",
        "dl_close": "</dl>\n",
        "dt_close": "</dt>\n",
        "dd_close": "</dd>\n",
        "table_close": "</table></div>\n",
        "thead_close": "</thead>\n",
        "tbody_close": "</tbody>\n",
        "tr_close": "</tr>\n",
        "th_close": "</th>\n",
        "td_close": "</td>\n",
    }
)
COUNTED = frozenset(("fence", "code_block"))


def render_blocks(tokens: list[Token], draft: Draft) -> str:
    """The HTML of a run of blocks; words of public ones are counted."""
    out: list[str] = []
    for at, token in enumerate(tokens):
        type_ = token.type
        if type_ == "inline":
            out.append(render_inline(token, draft))
            if INSIDE not in token.meta:
                draft.words += count_words(token)
        elif type_ == "paragraph_open":
            if not token.hidden:
                given = token.attrs or token.meta
                out.append(f"<p{author_attributes(token, token, draft)}>" if given else "<p>")
            elif at and tokens[at - 1].nesting != 1:
                out.append("\n")
        elif type_ == "paragraph_close":
            out.append("\n" if token.hidden and tokens[at + 1].nesting == 1 else _end(token))
        elif type_ in CLOSED:
            out.append(CLOSED[type_])
        elif type_ in OPENED:
            start, end = OPENED[type_]
            out.append(f"{start}{author_attributes(token, token, draft)}{end}")
        else:
            out.append(_other(token, tokens, at, draft))
    return "".join(out)


def render_notes(notes: list[Note], draft: Draft) -> str:
    """The footnotes as a list at the end of the text."""
    if not notes:
        return ""
    items = "".join(_note(note, draft) for note in notes)
    section = f'<section class="footnotes" role="doc-endnotes">\n<ol>\n{items}</ol>\n</section>\n'
    hidden = not any(note.public for note in notes)
    return f"{INTERNAL_OPEN}{section}{INTERNAL_CLOSE}" if hidden else section


def _end(token: Token) -> str:
    return "" if token.hidden else "</p>\n"


def _other(token: Token, tokens: list[Token], at: int, draft: Draft) -> str:
    type_ = token.type
    if type_ == "heading_open":
        return _heading(token, tokens[at + 1], draft)
    if type_ == "heading_close":
        return f"</h{token.meta.get(LEVEL) or _level(tokens, at)}>\n"
    if type_ in ("th_open", "td_open"):
        return _cell(token, draft)
    if type_ == "ordered_list_open":
        start = token.attrs.get("start")
        first = f' start="{start}"' if start is not None else ""
        return f"<ol{first}{author_attributes(token, token, draft)}>\n"
    if type_ in COUNTED:
        return _code(token, draft)
    if type_ == HTML:
        if draft.quoted is not None:
            gather_in_html(token, draft, draft.quoted)
        return render_html(token, draft)
    if type_.startswith("container"):
        return _container(token, draft)
    if type_ == "comment_open":
        draft.findings.error(
            "comment-unclosed",
            "The comment that opens here has no end, and takes in all that follows.",
            draft.block_mark(token),
            "Write --> where it ends.",
        )
        return ""
    raise ValueError(f"no HTML for the token {type_}")


def _level(tokens: list[Token], at: int) -> int:
    return int(tokens[at - 2].meta[LEVEL])


def _heading(token: Token, inline: Token, draft: Draft) -> str:
    level = token.meta[LEVEL]
    anchor = token.meta.get(ANCHOR, "")
    full = f"{draft.prefix}{SEPARATOR}{anchor}" if anchor else ""
    if INSIDE not in token.meta:
        text = " ".join(plain_text(inline.children or []).split())
        draft.headings.append(Heading(level=level, text=text, anchor=full))
    id_ = f' id="{escape_value(full)}"' if full else ""
    return f"<h{level}{id_}{author_attributes(token, token, draft)}>"


def _cell(token: Token, draft: Draft) -> str:
    """The side to which a column is set is a class: style attributes would need an exception in a
    site's content security policy."""
    side = str(token.attrs.pop("style", "")).removeprefix("text-align:")
    name = token.type[:2]
    scope = ' scope="col"' if name == "th" else ""
    aligned = f' class="align-{side}"' if side else ""
    return f"<{name}{scope}{aligned}{author_attributes(token, token, draft)}>"


def _code(token: Token, draft: Draft) -> str:
    words = unescapeAll(token.info).split(maxsplit=1)
    language = words[0] if words else ""
    named = f' class="language-{escape_value(language)}"' if language else ""
    if INSIDE not in token.meta:
        draft.words += len(token.content.split())
    attributes = author_attributes(token, token, draft)
    return f'<pre tabindex="0"{attributes}><code{named}>{escape_text(token.content)}</code></pre>\n'


def _container(token: Token, draft: Draft) -> str:
    if is_edge(token):
        return INTERNAL_OPEN if token.nesting == 1 else INTERNAL_CLOSE
    if token.nesting == -1:
        return "</div>\n"
    extra = str(token.attrs.pop("class", ""))
    name = token.info if token.info in NAMES else ""
    classes = escape_value(f"{name} {extra}".strip())
    return f'<div class="{classes}" role="note"{author_attributes(token, token, draft)}>\n'


def _note(note: Note, draft: Draft) -> str:
    name = f"{draft.prefix}{SEPARATOR}{note.number}"
    backs = "".join(_back(name, sub, note, internal) for sub, (_, internal) in enumerate(note.refs))
    tokens = note.tokens
    if not note.public:
        for token in tokens:
            token.meta[INSIDE] = True
    last = len(tokens) - 1
    if tokens and tokens[last].type == "paragraph_close" and not tokens[last].hidden:
        body = f"{render_blocks(tokens[:last], draft)}{backs}</p>\n"
    else:
        body = f"{render_blocks(tokens, draft)}<p>{backs.strip()}</p>\n"
    item = f'<li id="fn{SEPARATOR}{name}">{body}</li>\n'
    return item if note.public else f"{INTERNAL_OPEN}{item}{INTERNAL_CLOSE}"


def _back(name: str, sub: int, note: Note, internal: bool) -> str:  # noqa: FBT001
    """The link from a note back to a reference; U+FE0E keeps the arrow from becoming a picture."""
    again = f"-{sub + 1}" if sub else ""
    link = (
        f' <a href="#fnref{SEPARATOR}{name}{again}" class="footnote-backref" role="doc-backlink">'
        "↩\ufe0e</a>"
    )
    return f"{INTERNAL_OPEN}{link}{INTERNAL_CLOSE}" if internal and note.public else link

"""Texts made whole: links answered, internal blocks kept or cut."""

from __future__ import annotations

import re
from html import escape

from briefgen.model.article import ArticleBody
from briefgen.model.item import AnyBody
from briefgen.model.packet import PacketBody
from briefgen.model.text import (
    EDGES,
    INTERNAL_CLOSE,
    INTERNAL_OPEN,
    LINK_CLOSE,
    LINK_MID,
    LINK_OPEN,
    PICTURE_CLOSE,
    PICTURE_OPEN,
    Text,
    cut_internal,
)
from briefgen.plan.artifact import Need
from briefgen.plan.views.pages import AnyContent, ArticleContent, PacketContent, TextContent
from briefgen.render.picture import figure_html

LINK = re.compile(f"{LINK_OPEN}(\\d+)([^{LINK_MID}]*){LINK_MID}(.*?){LINK_CLOSE}", re.DOTALL)

# What is internal without being a block, by how the reader of Markdown begins it.
PARTS = re.compile(r'<li [^>]*id="fn| <a [^>]*href="#fnref')

PICTURE = re.compile(f"{PICTURE_OPEN}(\\d+){PICTURE_CLOSE}")


def fill_text(text: Text, need: Need, internal: str) -> str:
    """The text with each slot filled as `need` says; `internal` is said over internal blocks."""
    if need.internal:
        html = _shown(text.html, internal)
    elif text.public is None:
        html = cut_internal(text.html)
    else:
        html = text.public

    def answer(match: re.Match[str]) -> str:
        href, title = need.links[int(match[1])]
        words = match[3] or escape(title)
        return f'<a href="{escape(href)}"{match[2]}>{words}</a>' if href else words

    def show(match: re.Match[str]) -> str:
        figure = need.figures[int(match[1])]
        return figure_html(figure) if figure is not None else ""

    return PICTURE.sub(show, LINK.sub(answer, html))


def _shown(html: str, word: str) -> str:
    """Internal blocks as what they are. Blocks may lie inside one another. A footnote to such a
    block, and the way back from a note to one, are no blocks: they stand inside a list, or a line.
    """
    if INTERNAL_OPEN not in html:
        return html
    opened = f'<div class="internal" role="note">\n<p class="name">{escape(word)}</p>\n'
    made: list[str] = []
    closings: list[str] = []
    opening = False
    for piece in EDGES.split(html):
        if piece == INTERNAL_CLOSE:
            made.append(closings.pop())
        elif opening and not PARTS.match(piece):
            made.append(opened + piece)
            closings.append("</div>\n")
        elif opening:
            made.append(piece)
            closings.append("")
        elif piece != INTERNAL_OPEN:
            made.append(piece)
        opening = piece == INTERNAL_OPEN
    return "".join(made)


def make_content(body: AnyBody, need: Need, internal: str) -> AnyContent:
    """What a template sees of a body. Private fields stay behind. `internal` as for `fill_text`."""
    return _content(body, fill_text(body.text, need, internal), internal=need.internal)


def make_notes(body: AnyBody) -> AnyContent:
    """The same without the text, and without what is internal."""
    return _content(body, "", internal=False)


def _content(body: AnyBody, html: str, *, internal: bool) -> AnyContent:
    keys = body.keys
    if isinstance(keys, ArticleBody):
        return ArticleContent(
            key_points=keys.key_points,
            relevance=keys.relevance,
            assessment=keys.assessment,
            html=html,
            internal=tuple(sorted(keys.internal.items())) if internal else (),
            extra=keys.extra,
        )
    if isinstance(keys, PacketBody):
        return PacketContent(
            html=html,
            gaps=keys.gaps,
            watch=keys.watch,
            recommendations=keys.recommendations,
            compiler=keys.compiler,
            purpose=keys.purpose,
            internal=tuple(sorted(keys.internal.items())) if internal else (),
            extra=keys.extra,
        )
    return TextContent(html=html, extra=keys.extra)

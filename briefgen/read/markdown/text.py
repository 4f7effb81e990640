"""One Markdown text: from source to HTML, links and headings."""

from __future__ import annotations

from typing import Any, NamedTuple

from briefgen.model.quoted import Quoted
from briefgen.model.text import Link, Picture, Text
from briefgen.read.findings import Findings
from briefgen.read.markdown.blocks import render_blocks, render_notes
from briefgen.read.markdown.clean import clean_body
from briefgen.read.markdown.containers import FENCE, INTERNAL, NAMES
from briefgen.read.markdown.draft import Draft
from briefgen.read.markdown.footnotes import take_footnotes
from briefgen.read.markdown.headings import place_headings
from briefgen.read.markdown.nesting import Order
from briefgen.read.markdown.pairing import check_depth, pair_containers
from briefgen.read.markdown.parser import parser_of
from briefgen.read.markdown.pictures import place_figures
from briefgen.read.markdown.quoted import sign_block_quotations
from briefgen.read.markdown.quotes import quotes_of
from briefgen.read.markdown.secrecy import mark_internal
from briefgen.read.reading import Reading
from briefgen.read.slug import slugify
from briefgen.read.suggest import did_you_mean


class Place(NamedTuple):
    """Where a text stands: its file from the root, the line in which it begins, the beginning of
    its ids, its language, and whether it is asked what it quotes."""

    path: str
    first_line: int
    prefix: str
    language: str
    quoting: bool = False


class Rendered(NamedTuple):
    """A text with what the site must answer for it, and what it quotes."""

    text: Text
    links: tuple[Link, ...]
    pictures: tuple[Picture, ...]
    quoted: tuple[Quoted, ...] = ()


def render_text(source: str, place: Place, reading: Reading, findings: Findings) -> Rendered:
    """The text as HTML with its headings, and what it refers to."""
    markdown = reading.markdown
    draft = Draft(
        path=place.path,
        source=source,
        first_line=place.first_line,
        prefix=place.prefix,
        language=place.language,
        quotes=quotes_of(place.language) if markdown.smart_quotes else None,
        footnotes=markdown.footnotes,
        findings=findings,
        quoted=[] if place.quoting else None,
    )
    env: dict[str, Any] = {}
    tokens = parser_of(markdown, reading.nesting).parse(source, env)
    if FENCE in source:
        tokens = pair_containers(tokens, draft, NAMES if markdown.containers else (INTERNAL,))
        mark_internal(tokens)
    check_depth(tokens, reading.nesting, draft)
    tokens, notes = take_footnotes(tokens, env, draft)
    if markdown.html and "<" in source:
        order = Order(draft, reading.nesting)
        tokens = order.text(tokens)
        for note in notes:
            note.tokens[:] = order.text(note.tokens)
    place_figures(tokens)
    for note in notes:
        place_figures(note.tokens)
    if place.quoting and ">" in source:
        sign_block_quotations(tokens)
    place_headings(tokens, draft, anchors=markdown.heading_anchors)
    html = render_blocks(tokens, draft) + render_notes(notes, draft)
    _check_fragments(draft)
    public = None
    if draft.tags:
        html, public = clean_body(html, draft)
    text = Text(html=html, public=public, headings=tuple(draft.headings), words=draft.words)
    return Rendered(text, tuple(draft.links), tuple(draft.pictures), tuple(draft.quoted or ()))


def _check_fragments(draft: Draft) -> None:
    """Links to places of the same text must find them, for each audience that sees the link."""
    for fragment, internal, mark in draft.fragments:
        inside = draft.anchors.get(slugify(fragment))
        if inside is None:
            draft.findings.error(
                "link-fragment",
                f"There is no heading “#{fragment}” in this text.",
                mark,
                did_you_mean(fragment, draft.anchors),
            )
        elif inside and not internal:
            draft.findings.error(
                "link-fragment",
                f"The heading “#{fragment}” stands in an internal block, and this link does not.",
                mark,
                "Move the link into an internal block.",
            )

"""Headings: their level on the page, and the anchor of each, unique in its text."""

from __future__ import annotations

from markdown_it.token import Token

from briefgen.read.markdown.draft import Draft
from briefgen.read.markdown.inlines import plain_text
from briefgen.read.markdown.secrecy import INSIDE
from briefgen.read.slug import slugify

LEVEL, ANCHOR = "level", "anchor"  # in the meta of a heading's opening token
TOP, BOTTOM = 2, 6  # the page has a heading of the first level already
FALLBACK = "section"


def place_headings(tokens: list[Token], draft: Draft, *, anchors: bool) -> None:
    """Give each heading a level, never the first, and an anchor. Public headings choose first, so
    that none of them shows by its number or level that there is an internal one."""
    found = [
        (token, tokens[at + 1]) for at, token in enumerate(tokens) if token.type == "heading_open"
    ]
    if not found:
        return
    public = [int(t.tag[1]) for t, _ in found if INSIDE not in t.meta]
    shift = TOP - 1 if 1 in public else 0
    for token, _ in found:
        token.meta[LEVEL] = min(max(int(token.tag[1]) + shift, TOP), BOTTOM)
    if not anchors:
        return
    counts: dict[str, int] = {}
    for inside in (False, True):
        for token, inline in found:
            if (INSIDE in token.meta) is inside:
                wanted = str(token.attrs.pop("id", "")) or plain_text(inline.children or [])
                anchor = _free(slugify(wanted) or FALLBACK, counts, draft.anchors)
                draft.anchors[anchor] = inside
                token.meta[ANCHOR] = anchor


def _free(anchor: str, counts: dict[str, int], taken: dict[str, bool]) -> str:
    """The anchor, with a number if others have it already."""
    if anchor not in taken:
        return anchor
    while True:
        counts[anchor] = counts.get(anchor, 1) + 1
        numbered = f"{anchor}-{counts[anchor]}"
        if numbered not in taken:
            return numbered

"""Markdown, rendered as far as one file alone allows.

What depends on the rest of the site is left open: a link to another item is a slot, because its
address depends on the page that shows it and on whether this audience may see the item at all.
Slots are private-use characters, which the reader strips from the author's text first.
"""

from __future__ import annotations

import re

from briefgen.model.base import Record
from briefgen.model.marks import Mark

# A link: LINK_OPEN, the link's number in decimal, its attributes as HTML, LINK_MID, the text (or
# nothing: the target's title), LINK_CLOSE. An internal block: INTERNAL_OPEN, html, INTERNAL_CLOSE.
# A picture: PICTURE_OPEN, its number, PICTURE_CLOSE.
LINK_OPEN, LINK_MID, LINK_CLOSE = "\ue000", "\ue001", "\ue002"
INTERNAL_OPEN, INTERNAL_CLOSE = "\ue003", "\ue004"
PICTURE_OPEN, PICTURE_CLOSE = "\ue005", "\ue006"
SLOT_CHARACTERS = (
    LINK_OPEN
    + LINK_MID
    + LINK_CLOSE
    + INTERNAL_OPEN
    + INTERNAL_CLOSE
    + PICTURE_OPEN
    + PICTURE_CLOSE
)

# How a link begins, with its attributes.
LINK_BEGINS = f"{LINK_OPEN}\\d+[^{LINK_MID}]*{LINK_MID}"
EDGES = re.compile(f"([{INTERNAL_OPEN}{INTERNAL_CLOSE}])")


class Link(Record):
    """A link from the text to another item. `target` is what the author wrote: a slug, or with
    `is_path` a path from the project's root (already joined with the folder of the linking file).
    `bare` links have no text of their own; `internal` ones stand in an internal block.
    """

    target: str
    is_path: bool
    fragment: str = ""
    bare: bool = False
    internal: bool = False
    mark: Mark


class Picture(Record):
    """A picture in the text. `target` is its file, as a path from the project's root; `alone`: it
    has a paragraph to itself, and is a figure. `given` are the author's own attributes, as HTML.
    """

    target: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    given: str = ""
    alone: bool = False
    internal: bool = False
    mark: Mark


class Heading(Record):
    """A heading of the text with its anchor."""

    level: int
    text: str
    anchor: str


class Text(Record):
    """A rendered Markdown body. `words` counts what a reader reads. `public` is what the public
    gets of a text with HTML of its author; None where cutting internal blocks from `html` gives it.
    """

    html: str = ""
    public: str | None = None
    headings: tuple[Heading, ...] = ()
    words: int = 0


def cut_internal(html: str) -> str:
    """The HTML without its internal blocks, which may lie inside one another."""
    if INTERNAL_OPEN not in html:
        return html
    kept: list[str] = []
    depth = 0
    for piece in EDGES.split(html):
        if piece == INTERNAL_OPEN:
            depth += 1
        elif piece == INTERNAL_CLOSE:
            depth -= 1
        elif depth == 0:
            kept.append(piece)
    return "".join(kept)

"""The whole body through a sanitizer, where its author wrote HTML.

`elements.py` and `nesting.py` have already left out what is not allowed, and told the author. That
nothing else gets through is nh3's word: it reads the body as a browser does and writes what it
understood, by an allow-list of what an author may write and what our own writer makes. A tag that
it did not keep is found by its number and reported.

What the public gets is cleaned by itself, from a text out of which internal blocks have been cut:
whatever a parser may move, nothing internal is there to be moved.
"""

from __future__ import annotations

import re

from briefgen.model.text import (
    INTERNAL_CLOSE,
    INTERNAL_OPEN,
    LINK_CLOSE,
    LINK_MID,
    LINK_OPEN,
    PICTURE_CLOSE,
    PICTURE_OPEN,
    cut_internal,
)
from briefgen.read.markdown.draft import Draft
from briefgen.read.markdown.element_tags import NUMBER
from briefgen.read.markdown.elements import COMMON, ELEMENTS

SLOT = "data-slot"
# A name that HTML does not know: it may stand everywhere, and no parser moves it.
INTERNAL = "x-internal"
# What our own writer makes besides (`blocks.py`, `inlines.py`).
OURS = {"a", "h2", "h3", "h4", "h5", "h6", "img", "section", INTERNAL}
ATTRIBUTES = {
    "*": {*COMMON, "role", "tabindex", NUMBER, SLOT},
    "a": {"href", "rel"},
    **{name: set(each.attributes) for name, each in ELEMENTS.items() if each.attributes},
}

SLOTTED = re.compile(f"{LINK_OPEN}([0-9]+)([^{LINK_MID}]*){LINK_MID}(.*?){LINK_CLOSE}", re.DOTALL)
LINKED = re.compile(rf'<a {SLOT}="([0-9]+)"((?: [a-z]+="[^"]*")*)>(.*?)</a>', re.DOTALL)
MARKED = re.compile(f"<[a-z0-9]+ {NUMBER}=")
PICTURED = re.compile(rf'<img {SLOT}="([0-9]+)">')


def clean_body(html: str, draft: Draft) -> tuple[str, str | None]:
    """The body, and what the public gets of it where that is not all."""
    kept: set[int] = set()
    cleaned = _clean(html, kept)
    for number, (source, mark) in enumerate(draft.tags):
        if number not in kept:
            draft.findings.warning(
                "html-removed",
                f"The tag {source} has no place where it stands, and is not published.",
                mark,
                "Look whether a tag before it lacks its end.",
            )
    if INTERNAL_OPEN not in html:
        return cleaned, None
    public = cut_internal(html)
    # Where only internal blocks have HTML, the rest is to look as if they were not there.
    return cleaned, _clean(public, set()) if MARKED.search(public) else public


def _clean(html: str, kept: set[int]) -> str:
    """The HTML as nh3 understands it; `kept` receives the numbers of the author's tags in it."""
    # Loaded only where an author wrote HTML.
    import nh3  # noqa: PLC0415

    def pass_on(_tag: str, name: str, value: str) -> str | None:
        if name == NUMBER:
            kept.add(int(value))
            return None
        return value

    cleaned = nh3.clean(
        _as_elements(html),
        tags={*ELEMENTS, *OURS},
        attributes=ATTRIBUTES,
        attribute_filter=pass_on,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return _as_slots(cleaned)


def _as_elements(html: str) -> str:
    """Slots as elements, so that they are read as what they will become."""
    html = SLOTTED.sub(rf'<a {SLOT}="\1"\2>\3</a>', html)
    html = html.replace(PICTURE_OPEN, f'<img {SLOT}="').replace(PICTURE_CLOSE, '">')
    return html.replace(INTERNAL_OPEN, f"<{INTERNAL}>").replace(INTERNAL_CLOSE, f"</{INTERNAL}>")


def _as_slots(html: str) -> str:
    html = LINKED.sub(rf"{LINK_OPEN}\1\2{LINK_MID}\3{LINK_CLOSE}", html)
    html = PICTURED.sub(rf"{PICTURE_OPEN}\1{PICTURE_CLOSE}", html)
    return html.replace(f"<{INTERNAL}>", INTERNAL_OPEN).replace(f"</{INTERNAL}>", INTERNAL_CLOSE)

"""Pictures: each is a slot that the site fills. One that has a paragraph to itself is a figure."""

from __future__ import annotations

from markdown_it.token import Token

from briefgen.model.media import FOLDER
from briefgen.model.text import PICTURE_CLOSE, PICTURE_OPEN, Picture
from briefgen.read.findings import Complaint
from briefgen.read.markdown.addresses import Inside, locate
from briefgen.read.markdown.attributes import CREDIT, REFUSED
from briefgen.read.markdown.draft import Draft
from briefgen.read.markdown.marked import AT
from briefgen.read.markdown.markup import author_attributes, without_slots
from briefgen.read.markdown.quotes import curl
from briefgen.read.markdown.secrecy import INSIDE

ALONE = "alone"  # in a picture's meta: it is a figure


def place_figures(tokens: list[Token]) -> None:
    """Turn paragraphs that hold nothing but a picture into figures, which take their attributes."""
    for at, token in enumerate(tokens):
        if token.type != "inline" or not token.children or tokens[at - 1].type != "paragraph_open":
            continue
        if len(token.children) != 1 or token.children[0].type != "image":
            continue
        picture, paragraph = token.children[0], tokens[at - 1]
        picture.meta[ALONE] = True
        picture.attrs = {**paragraph.attrs, **picture.attrs}
        if REFUSED in paragraph.meta:
            picture.meta.setdefault(REFUSED, []).extend(paragraph.meta[REFUSED])
        paragraph.type, tokens[at + 1].type = "figure_open", "figure_close"


def render_picture(token: Token, block: Token, alt: str, draft: Draft) -> str:
    """The slot of a picture; `alt` is what its description says."""
    mark = draft.inline_mark(block, token.meta.get(AT, 0))
    place = locate(without_slots(str(token.attrs.get("src", ""))), draft.path)
    if isinstance(place, Complaint):
        draft.findings.error(place.code, place.message, mark, place.hint)
        return ""
    if not isinstance(place, Inside) or not place.path:
        draft.findings.error(
            "media-elsewhere",
            "Pictures are shown from the site’s own folder only.",
            mark,
            f"Save it in {FOLDER}/ and name it there, if its rights allow.",
        )
        return ""
    number = len(draft.pictures)
    draft.pictures.append(
        Picture(
            target=without_slots(place.path),
            alt=" ".join(alt.split()),
            caption=_typeset(str(token.attrs.get("title", "")), draft),
            credit=_typeset(str(token.attrs.get(CREDIT, "")), draft),
            given=author_attributes(token, block, draft),
            alone=ALONE in token.meta,
            internal=INSIDE in block.meta,
            mark=mark,
        )
    )
    return f"{PICTURE_OPEN}{number}{PICTURE_CLOSE}"


def _typeset(text: str, draft: Draft) -> str:
    """Plain text with the quotation marks of its language."""
    token = Token("text", "", 0, content=without_slots(" ".join(text.split())))
    if draft.quotes:
        curl([token], draft.quotes)
    return token.content

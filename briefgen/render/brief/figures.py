"""Words in drawings, set in one piece each.

WeasyPrint sets the text of an SVG letter by letter, as positions of single letters demand. So the
letters of Arabic script do not join, kerning is lost, and what a program extracts is in pieces. A
text that has but one position is set here as a whole.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from weasyprint import svg

from briefgen.render.brief.known import expect_known_release

if TYPE_CHECKING:
    from collections.abc import Iterator

# Attributes that speak of single letters: with them, each has a place of its own.
BY_LETTER = ("rotate", "textLength", "letter-spacing")
POSITIONS = ("x", "y", "dx", "dy")
# The elements that hold text, by the functions that draw them.
TAGS: dict[str, Any] = svg.TAGS


class Whole(str):
    """A text that is a single letter to those who go through it."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        """Itself."""
        yield str(self)


@contextlib.contextmanager
def whole_words() -> Iterator[None]:
    """While this is entered, words in drawings are shaped."""
    expect_known_release()
    original = svg.text
    holders = [tag for tag, draw in TAGS.items() if draw is original]

    def draw(picture: object, node: Any, size: float) -> None:  # noqa: ANN401  a node of WeasyPrint
        if node.text and not is_by_letter(node.attrib):
            node._etree_node.text = Whole(node.text)  # noqa: SLF001  there is no public door
        original(picture, node, size)

    _put(draw, holders)
    try:
        yield
    finally:
        _put(original, holders)


def is_by_letter(attributes: dict[str, str]) -> bool:
    """Whether letters of the text have places of their own."""
    return any(name in attributes for name in BY_LETTER) or any(
        len(attributes.get(name, "").replace(",", " ").split()) > 1 for name in POSITIONS
    )


def _put(draw: Any, holders: list[str]) -> None:  # noqa: ANN401  a function of WeasyPrint, or ours
    # WeasyPrint also asks whether a function is this one, to anchor the text.
    svg.text = draw
    for tag in holders:
        TAGS[tag] = draw

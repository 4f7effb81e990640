"""Characters that no font of the theme can draw. A brief would show a box in their place."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont

from briefgen.render.brief.failures import failure
from briefgen.render.brief.job import Lacking

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from briefgen.render.brief.job import BriefJob

# Controls and formats are not drawn; spaces are made by the shaper where a font lacks them.
UNDRAWN = {"Cc", "Cf", "Zs", "Zl", "Zp"}
SELECTORS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}

# How the anchor of an item begins (see `BriefView`).
ITEM = "item-"

# Elements whose text is never set.
SILENT = {"script", "style", "title", "head"}

HINT = "Replace the character, add a font that has it to the theme, or set `system_fonts: true`."

# How many characters one brief names; a text in a script without a font has thousands.
MOST = 10

AROUND = 30  # characters on either side that are shown with it


def missing_glyphs(job: BriefJob, root: Element, fonts: dict[str, bytes]) -> tuple[Lacking, ...]:
    """The characters that no font of the brief has."""
    missing = {char for char in characters(root) if drawn(char)}
    # Font by font in the order in which the style sheet names them: the first is for Latin, and
    # most briefs need no other.
    for data in fonts.values():
        if not missing:
            return ()
        covered = coverage(data)
        missing = {char for char in missing if not covers(covered, char)}
    return _lacking(job, root, missing, "no font of the theme has the character")


def undrawn_glyphs(job: BriefJob, root: Element, undrawn: set[str]) -> tuple[Lacking, ...]:
    """The characters that were drawn as a box although some font has them, or where the system's
    fonts are in use.
    """
    return _lacking(job, root, undrawn, "no font at its place has the character")


def _lacking(job: BriefJob, root: Element, chars: set[str], words: str) -> tuple[Lacking, ...]:
    told = sorted(chars)[:MOST]
    places = find_places(root, set(told))
    rest = len(chars) - len(told)
    hints = [HINT] * len(told)
    if rest:
        hints[-1] += f" {rest} more characters of this brief have no font."
    return tuple(
        Lacking(
            char=char,
            anchors=tuple(dict.fromkeys(anchor for anchor, _ in places.get(char, ()))),
            told=failure(
                job, "glyph-missing", f"{words} {named(char)}{_as_in(char, places)}", hint
            ),
        )
        for char, hint in zip(told, hints, strict=True)
    )


def find_places(root: Element, chars: set[str]) -> dict[str, list[tuple[str, str]]]:
    """Where each of the characters stands: the anchor of its item and the text around it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for anchor, text in texts(root):
        for char in chars.intersection(text):
            found.setdefault(char, []).append((anchor, text))
    return found


def characters(root: Element) -> set[str]:
    """All characters of the text that is set."""
    return {char for _, text in texts(root) for char in text}


def texts(element: Element, anchor: str = "") -> Iterator[tuple[str, str]]:
    """The text that is set, in its order, with the anchor of the item around it ("": none). How
    deep elements lie in one another has been bounded.
    """
    name = element.get("id", "")
    inside = name if name.startswith(ITEM) else anchor
    # The tag of a comment is a function.
    if element.tag not in SILENT and not callable(element.tag):
        yield inside, element.text or ""
        for child in element:
            yield from texts(child, inside)
    yield anchor, element.tail or ""


def drawn(char: str) -> bool:
    """Whether a font is needed for `char`."""
    return unicodedata.category(char) not in UNDRAWN and ord(char) not in SELECTORS


def coverage(data: bytes) -> set[int]:
    """The code points of a font's character map."""
    with TTFont(BytesIO(data), lazy=True) as font:
        return set(font.getBestCmap())


def covers(covered: set[int], char: str) -> bool:
    """Whether the map has `char`, or all parts that it can be composed of, or what it composes."""
    return ord(char) in covered or all(
        ord(part) in covered for part in unicodedata.normalize("NFD", char)
    )


def named(char: str) -> str:
    """The character with its number and name."""
    return f"“{char}” (U+{ord(char):04X}, {unicodedata.name(char, 'unnamed')})"


def _as_in(char: str, places: dict[str, list[tuple[str, str]]]) -> str:
    """The words around the first place of a character, by which an author finds it."""
    for _, text in places.get(char, ()):
        at = text.index(char)
        begin, end = max(at - AROUND, 0), at + AROUND + 1
        words = " ".join(text[begin:end].split())
        return f", as in “{'…' if begin else ''}{words}{'…' if end < len(text) else ''}”"
    return ""

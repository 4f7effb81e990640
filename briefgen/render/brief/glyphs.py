"""Characters that no font of the theme can draw. A brief would show a box in their place."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont

from briefgen.render.brief.failures import failure

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from briefgen.diagnostics import Diagnostic
    from briefgen.render.brief.job import BriefJob

# Controls and formats are not drawn; spaces are made by the shaper where a font lacks them.
UNDRAWN = {"Cc", "Cf", "Zs", "Zl", "Zp"}
SELECTORS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}

# Elements whose text is never set.
SILENT = {"script", "style", "title", "head"}

HINT = "Replace the character, add a font that has it to the theme, or set `system_fonts: true`."

# How many characters one brief names; a text in a script without a font has thousands.
MOST = 10

AROUND = 30  # characters on either side that are shown with it


def missing_glyphs(job: BriefJob, root: Element, fonts: dict[str, bytes]) -> list[Diagnostic]:
    """One diagnostic a character that no font of the brief has."""
    missing = {char for char in characters(root) if drawn(char)}
    # Font by font in the order in which the style sheet names them: the first is for Latin, and
    # most briefs need no other.
    for data in fonts.values():
        if not missing:
            return []
        covered = coverage(data)
        missing = {char for char in missing if not covers(covered, char)}
    return [_tell(job, char, _around(root, char)) for char in sorted(missing)[:MOST]]


def undrawn_glyphs(job: BriefJob, drawings: list[str]) -> list[Diagnostic]:
    """What was drawn as a box although some font has it, or where the system's fonts are in use:
    the layout's own words, such as '"≠" (U+2260)'.
    """
    return [
        failure(job, "glyph-missing", f"no font at that place has the character {text}", HINT)
        for text in sorted(set(drawings))[:MOST]
    ]


def characters(root: Element) -> set[str]:
    """All characters of the text that is set."""
    seen: set[str] = set()
    stack = [root]
    while stack:
        element = stack.pop()
        if element.tag not in SILENT:
            seen.update(element.text or "")
            stack.extend(element)
        seen.update(element.tail or "")
    return seen


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


def _around(root: Element, char: str) -> str:
    """The words around the first place of a character, by which an author finds it."""
    for text in root.itertext():
        at = text.find(char)
        if at >= 0:
            begin, end = max(at - AROUND, 0), at + AROUND + 1
            words = " ".join(text[begin:end].split())
            return f"{'…' if begin else ''}{words}{'…' if end < len(text) else ''}"
    return char


def _tell(job: BriefJob, char: str, around: str) -> Diagnostic:
    name = unicodedata.name(char, "unnamed")
    return failure(
        job,
        "glyph-missing",
        f"no font of the theme has the character “{char}” (U+{ord(char):04X}, {name}), "
        f"as in “{around}”",
        HINT,
    )

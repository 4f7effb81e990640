"""Lines as high as their block says, whatever scripts stand in them.

WeasyPrint centres each run of letters in its line by the measures of its own font. Letters of a
second font, such as those of Arabic script beside the Latin one that comes first, so stand a trifle
lower or higher, and the line grows by that trifle: lines of 15 pt come to 15.4, and no two pages
have theirs at the same height. What is but a trifle is overlooked here.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from weasyprint.layout import inline

from briefgen.render.brief.known import expect_known_release

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint.formatting_structure.boxes import LineBox

# A line that is higher by more than this part holds something that needs the room.
TRIFLE = 0.16


@contextlib.contextmanager
def even_lines() -> Iterator[None]:
    """While this is entered, a second font makes no line higher."""
    expect_known_release()
    original = inline.line_box_verticality

    def place(line: LineBox) -> tuple[float, float]:
        bottom, top = original(line)
        own_top = -line.baseline
        own_bottom = own_top + line.margin_height()
        if 0 < (bottom - top) - (own_bottom - own_top) <= TRIFLE * (own_bottom - own_top):
            return own_bottom, own_top
        return bottom, top

    inline.line_box_verticality = place
    try:
        yield
    finally:
        inline.line_box_verticality = original

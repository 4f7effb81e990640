"""Margin notes in one piece.

WeasyPrint breaks a float at the foot of a page whatever its style says. When the block beside it
then moves on to the next page, the rest of the float is set there too, over the whole one. A float
that is not to break is laid out whole here, so that it moves on with its block.
"""

from __future__ import annotations

import contextlib
import math
from typing import TYPE_CHECKING

from weasyprint.layout import block as layout

from briefgen.render.brief.known import expect_known_release

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import LayoutContext

AVOID = ("avoid", "avoid-page")


@contextlib.contextmanager
def whole_notes() -> Iterator[None]:
    """While this is entered, floats with `break-inside: avoid` are not broken."""
    expect_known_release()
    original = layout.float_layout

    def lay(  # noqa: PLR0913  the signature is WeasyPrint's
        context: LayoutContext,
        box: Box,
        containing_block: Box,
        absolute_boxes: list[Box],
        fixed_boxes: list[Box],
        bottom_space: float,
        skip_stack: object,
    ) -> tuple[Box, object]:
        places = (absolute_boxes, fixed_boxes)
        made, rest = original(context, box, containing_block, *places, bottom_space, skip_stack)
        if rest is not None and skip_stack is None and box.style["break_inside"] in AVOID:
            layout.remove_placeholders(context, [made], *places)
            made, rest = original(context, box, containing_block, *places, -math.inf, None)
        return made, rest

    layout.float_layout = lay
    try:
        yield
    finally:
        layout.float_layout = original

"""Lines of running text on one grid, so that those of facing pages stand at the same height.

A block whose style has `--grid: STEP FROM` begins at a whole number of steps below FROM, counted
from the top of the sheet: `--grid: 15pt 108pt`. The space above it grows by less than a step.
WeasyPrint knows no grid of lines, and blocks of other sizes stand between the paragraphs; so the
margin is made while the block is placed, in the one layout that there is.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from weasyprint.layout import block as layout

from briefgen.render.brief.known import expect_known_release

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import LayoutContext

PROPERTY = "__grid"  # WeasyPrint's name for the custom property `--grid`
PIXELS = {"px": 1.0, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}

# Less than this below a line counts as on it: sums of many lengths are never quite whole.
TRIFLE = 0.02


@contextlib.contextmanager
def on_the_grid() -> Iterator[None]:
    """While this is entered, blocks with `--grid` are put onto it."""
    expect_known_release()
    original = layout.block_level_layout

    def lay(  # noqa: PLR0913  the signature is WeasyPrint's
        context: LayoutContext,
        box: Box,
        bottom_space: float,
        skip_stack: object,
        containing_block: Box,
        page_is_empty: bool = True,  # noqa: FBT001, FBT002  likewise
        absolute_boxes: object = None,
        fixed_boxes: object = None,
        adjoining_margins: list[float] | None = None,
        *rest: object,
        **more: object,
    ) -> object:
        margins = [] if adjoining_margins is None else adjoining_margins
        grid = grid_of(box) if skip_stack is None else None
        if grid is not None:
            own = getattr(box.style["margin_top"], "value", 0)
            if is_cut_off(context, box, containing_block, margins, page_is_empty=page_is_empty):
                own = 0
            collapsed = layout.collapse_margin([*margins, own])
            below = (box.position_y + collapsed - grid[1]) % grid[0]
            if TRIFLE < below < grid[0] - TRIFLE:
                # Of adjoining margins the largest counts, and the most negative is taken off.
                negative = min(0, own, *margins)
                margins.append(collapsed + grid[0] - below - negative)
        return original(
            *(context, box, bottom_space, skip_stack, containing_block, page_is_empty),
            *(absolute_boxes, fixed_boxes, margins, *rest),
            **more,
        )

    layout.block_level_layout = lay
    try:
        yield
    finally:
        layout.block_level_layout = original


def is_cut_off(
    context: LayoutContext,
    box: Box,
    containing_block: Box,
    margins: list[float],
    *,
    page_is_empty: bool,
) -> bool:
    """Whether the box begins a page that no style sheet asked for, where its margin is left out."""
    begins = context.current_page > 1 and page_is_empty
    adjoins = containing_block.is_for_root_element or bool(margins)
    kept = box.style["margin_break"] == "keep"
    return begins and adjoins and not kept and not context.forced_break


def grid_of(box: Box) -> tuple[float, float] | None:
    """Step and beginning of the box's grid in pixels; None where it has none."""
    tokens = box.style[PROPERTY]
    lengths = [
        token.value * PIXELS[token.lower_unit]
        for token in tokens or ()
        if token.type == "dimension" and token.lower_unit in PIXELS
    ]
    return (lengths[0], lengths[1]) if len(lengths) == 2 and lengths[0] > 0 else None  # noqa: PLR2004

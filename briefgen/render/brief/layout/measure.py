"""Where things came to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint.formatting_structure.boxes import Box


def boxes_of(box: Box) -> Iterator[Box]:
    """The box and all within it, in the order of the document. Margin boxes and footnotes of a page
    come last.
    """
    yield box
    for child in getattr(box, "children", ()):
        yield from boxes_of(child)

"""Pango's glyphs, cluster by cluster: what a font draws for one letter or an inseparable few."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from weasyprint.text.ffi import ffi, pango

if TYPE_CHECKING:
    from collections.abc import Iterator


class Placed(NamedTuple):
    """A glyph with its advance and its place relative to the pen, in Pango's units."""

    glyph: int
    width: int
    x: int
    y: int


class Cluster:
    """The glyphs of some letters, in the order in which they are drawn."""

    def __init__(self, letters: str, slots: list[object]) -> None:
        self.letters = letters
        self._slots = slots
        self.glyphs = [read(slot) for slot in slots]

    @property
    def drawn(self) -> int:
        """How many of the glyphs can be seen, or would be if the font had them."""
        return sum(placed.glyph != pango.PANGO_GLYPH_EMPTY for placed in self.glyphs)

    @property
    def first(self) -> Placed:
        """The glyph that is drawn first."""
        return next(p for p in self.glyphs if p.glyph != pango.PANGO_GLYPH_EMPTY)

    @property
    def last(self) -> Placed:
        """The glyph that is drawn last."""
        return next(p for p in reversed(self.glyphs) if p.glyph != pango.PANGO_GLYPH_EMPTY)

    def lead_first(self) -> None:
        """Draw the widest glyph first: it is the letter's body, and stands for the letter."""
        placed = absolute(self.glyphs)
        visible = [p for p in placed if p.glyph != pango.PANGO_GLYPH_EMPTY]
        lead = max(visible, key=lambda p: p.width)
        rest = [p for p in placed if p is not lead]
        self.glyphs = relative([lead, *rest])

    def write(self) -> None:
        """Put the glyphs back where Pango keeps them."""
        for slot, placed in zip(self._slots, self.glyphs, strict=True):
            slot.glyph = placed.glyph  # type: ignore[attr-defined]  # a C structure
            geometry = slot.geometry  # type: ignore[attr-defined]
            geometry.width, geometry.x_offset, geometry.y_offset = placed[1:]


def clusters(item: object, text: bytes) -> Iterator[Cluster]:
    """The clusters of a run (PangoGlyphItem) in the line whose UTF-8 is `text`."""
    glyphs = item.glyphs  # type: ignore[attr-defined]  # a C structure
    start, length = item.item.offset, item.item.length  # type: ignore[attr-defined]
    slots: dict[int, list[object]] = {}
    for index in range(glyphs.num_glyphs):
        slots.setdefault(glyphs.log_clusters[index], []).append(glyphs.glyphs[index])
    bounds = [*sorted(slots), length]
    ends = dict(itertools.pairwise(bounds))
    for first, found in slots.items():
        yield Cluster(text[start + first : start + ends[first]].decode(), found)


def runs(line: object) -> Iterator[object]:
    """The runs of a line (PangoLayoutLine)."""
    run = line.runs[0]  # type: ignore[attr-defined]  # a C structure
    while run != ffi.NULL:
        yield run.data
        run = run.next


def read(slot: object) -> Placed:
    """A PangoGlyphInfo as a value."""
    geometry = slot.geometry  # type: ignore[attr-defined]  # a C structure
    return Placed(
        slot.glyph,  # type: ignore[attr-defined]
        geometry.width,
        geometry.x_offset,
        geometry.y_offset,
    )


def absolute(glyphs: list[Placed]) -> list[Placed]:
    """The same with places relative to the cluster's beginning."""
    pen, placed = 0, []
    for glyph in glyphs:
        placed.append(glyph._replace(x=pen + glyph.x))
        pen += glyph.width
    return placed


def relative(glyphs: list[Placed]) -> list[Placed]:
    """The inverse of `absolute`, in the order given."""
    pen, placed = 0, []
    for glyph in glyphs:
        placed.append(glyph._replace(x=glyph.x - pen))
        pen += glyph.width
    return placed

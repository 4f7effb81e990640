"""Letters of scripts in which one glyph serves several: Arabic above all.

A font may draw ن, ت and ث with one skeleton and set the dots apart (Noto Naskh does). WeasyPrint
knows one meaning a glyph, the first that it met, so that nothing set in such a font can be searched
or read aloud. Here each pair of glyph and letters gets a code of its own, which a map leads back to
the glyph (CIDToGIDMap, ISO 32000-1, 9.7.4.2); and a letter of several glyphs is spelled as a whole
(ActualText, 14.9.4), its body drawn first, because viewers take the place of the first glyph.

Spelling whole words would be simpler, but Poppler, PDFium and MuPDF turn such words round.
"""

from __future__ import annotations

import contextlib
import re
from collections import defaultdict, deque
from typing import TYPE_CHECKING, NamedTuple

import pydyf
from weasyprint.draw import text as drawing
from weasyprint.svg import text as svg_drawing
from weasyprint.text.ffi import FROM_UNITS, pango

from briefgen.render.brief.tags.clusters import Cluster, clusters, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint import Document
    from weasyprint.formatting_structure.boxes import TextBox
    from weasyprint.pdf.fonts import Font
    from weasyprint.pdf.stream import Stream

# Scripts that are shaped: Hebrew to Mongolian, and the presentation forms.
SHAPED = re.compile("[\u0590-\u18af\ufb1d-\ufdff\ufe70-\ufefc]")

# What a part of a letter stands for where a viewer asks for each glyph: nothing that can be seen.
# To leave it without any meaning is forbidden (PDF/UA-1, 7.21.7).
PART = "\u200d"

# Room above the font's own glyphs for the codes that WeasyPrint gives to what is missing.
MISSING = 256

# One glyph that is shown by itself, as WeasyPrint shows what is raised; and the choice of a font.
ALONE = re.compile(rb"\[([-\d.]*)<([0-9a-f]{4})>\] TJ")
FONT = re.compile(rb"/\S+ (\S+) Tf")


class Spelled(NamedTuple):
    """Letters drawn with several glyphs: the code of the first, how many there are, and the width
    of the last in thousandths.
    """

    letters: str
    first: int
    glyphs: int
    last_width: int


class Letters:
    """The codes of one document, by the name of the font resource."""

    def __init__(self) -> None:
        self._glyphs: dict[str, dict[int, int]] = defaultdict(dict)
        self._codes: dict[str, dict[tuple[int, str], int]] = defaultdict(dict)

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """While this is entered, shaped text is drawn with codes of its own."""
        original = drawing.draw_first_line

        def draw(stream: Stream, textbox: TextBox, *rest: object) -> object:
            if not SHAPED.search(textbox.text):
                return original(stream, textbox, *rest)
            layout, spelled = textbox.pango_layout, list[Spelled]()
            first_line = layout.get_first_line

            def get_first_line() -> tuple[object, int | None]:
                line, index = first_line()
                spelled[:] = self._respell(stream, layout.text.encode(), line)
                return line, index

            layout.get_first_line = get_first_line
            start = len(stream.stream)
            try:
                return original(stream, textbox, *rest)
            finally:
                del layout.get_first_line
                spell(stream.stream, start, spelled)

        drawing.draw_first_line = svg_drawing.draw_first_line = draw
        try:
            yield
        finally:
            drawing.draw_first_line = svg_drawing.draw_first_line = original

    def encode(self, document: Document, pdf: pydyf.PDF) -> None:
        """Give each font that has codes of its own the map that resolves them."""
        for font in document.fonts.values():
            glyphs = self._glyphs.get(font.hash)
            if glyphs:
                mapping = pydyf.Stream([glyph_map(glyphs)], compress=True)
                pdf.add_object(mapping)
                descendant(pdf, font)["CIDToGIDMap"] = mapping.reference

    def _respell(self, stream: Stream, text: bytes, line: object) -> list[Spelled]:
        """Write into Pango's glyphs the codes that say what each stands for. Letters that are drawn
        with several glyphs are returned, in their order in the line.
        """
        spelled = []
        for run in runs(line):
            pango_font = run.item.analysis.font  # type: ignore[attr-defined]  # a C structure
            font, _ = stream.add_font(pango_font)
            for cluster in clusters(run, text):
                if not cluster.drawn or self._is_done(font, cluster):
                    continue
                cluster.lead_first()
                several = cluster.drawn > 1
                for index, placed in enumerate(cluster.glyphs):
                    if placed.glyph == pango.PANGO_GLYPH_EMPTY:
                        continue
                    code = self._code(font, placed.glyph, PART if index else cluster.letters)
                    if code not in font.widths:
                        font.widths[code] = width(stream, pango_font, placed.glyph)
                    # Raised, if only by a thousandth of a point, a glyph is shown by itself.
                    raised = (placed.y or 1) if several else placed.y
                    cluster.glyphs[index] = placed._replace(glyph=code, y=raised)
                cluster.write()
                if several:
                    first, last = cluster.first.glyph, font.widths[cluster.last.glyph]
                    spelled.append(Spelled(cluster.letters, first, cluster.drawn, last))
        return spelled

    def _is_done(self, font: Font, cluster: Cluster) -> bool:
        """Whether a cluster has its codes already, or holds a character that no font has."""
        return any(
            placed.glyph in self._glyphs[font.hash] or placed.glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG
            for placed in cluster.glyphs
            if placed.glyph != pango.PANGO_GLYPH_EMPTY
        )

    def _code(self, font: Font, glyph: int, letters: str) -> int:
        if font.to_unicode.setdefault(glyph, letters) == letters:
            return glyph
        codes = self._codes[font.hash]
        code = codes.setdefault((glyph, letters), font.glyph_count + MISSING + len(codes))
        self._glyphs[font.hash][code] = glyph
        font.to_unicode[code] = letters
        return code


def spell(items: list[object], start: int, spelled: list[Spelled]) -> None:
    """Enclose, in a stream's items from `start`, the glyphs of each letter in its spelling."""
    waiting = deque(spelled)
    written: list[object] = []
    size, left = 0.0, 0
    for item in items[start:]:
        if isinstance(item, bytes) and (font := FONT.match(item)):
            size = float(font[1])
        alone = ALONE.fullmatch(item) if isinstance(item, bytes) and (left or waiting) else None
        # A mark that is a letter by itself, such as a hamza above, stands alone as well.
        if alone is None or not (left or int(alone[2], 16) == waiting[0].first):
            written.append(item)
            continue
        if not left:
            left = waiting[0].glyphs
            properties = pydyf.Dictionary({"ActualText": pydyf.String(waiting[0].letters)})
            written += ["/Span", properties, b"BDC"]
        left -= 1
        if left:
            written.append(item)
        else:
            # Poppler takes the end of the last glyph for the end of the letter, and would see a gap
            # after it. Character spacing brings the last part's end to the body's.
            back = float(alone[1] or 0) - waiting.popleft().last_width
            written += [b"%.4f Tc" % (back * size / 1000), item, b"0 Tc", b"EMC"]
            written.append(b"[%.4f] TJ" % back)
    items[start:] = written


def width(stream: Stream, pango_font: object, glyph: int) -> int:
    """The width of a glyph in thousandths, as WeasyPrint reckons it."""
    pango.pango_font_get_glyph_extents(pango_font, glyph, stream.ink_rect, stream.logical_rect)
    _, size = stream.add_font(pango_font)
    advance: float = stream.logical_rect.width * 1000 * FROM_UNITS / size
    return round(advance)


def descendant(pdf: pydyf.PDF, font: Font) -> pydyf.Dictionary:
    """The dictionary of the font's glyphs, under the one that the pages know by its name."""

    def resolve(reference: bytes) -> pydyf.Dictionary:
        return pdf.objects[int(reference.split()[0])]

    page = resolve(pdf.page_references[0])
    named = resolve(resolve(resolve(page["Resources"])["Font"])[font.hash])
    return resolve(named["DescendantFonts"][0])


def glyph_map(glyphs: dict[int, int]) -> bytes:
    """A CIDToGIDMap: two bytes a code, the code itself where no other glyph is named."""
    return b"".join(glyphs.get(code, code).to_bytes(2, "big") for code in range(max(glyphs) + 1))

"""The layout of a whole brief, after that of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration

from briefgen.render.brief.layout.fit import Fitter
from briefgen.render.brief.layout.grid import on_the_grid
from briefgen.render.brief.layout.lines import even_lines
from briefgen.render.brief.layout.notes import whole_notes
from briefgen.render.brief.layout.sheets import take_sheets

if TYPE_CHECKING:
    from weasyprint import HTML
    from weasyprint.document import Document


def compose(html: HTML, variant: str) -> Document:
    """Lay out a brief. Sheets are parsed and pictures read once for all layouts."""
    fonts = FontConfiguration()
    # What a sheet says of counters holds for all sheets.
    counters = CounterStyle()
    options: dict[str, Any] = {"pdf_variant": variant, "cache": {}, "counter_style": counters}
    with on_the_grid(), even_lines(), whole_notes():
        sheets = take_sheets(html, fonts, counters)
        Fitter(html, sheets, fonts, options).fit()
        return html.render(font_config=fonts, stylesheets=sheets, **options)

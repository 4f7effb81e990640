"""The layout of a whole brief, after that of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weasyprint.text.fonts import FontConfiguration

from briefgen.render.brief.layout.fit import Fitter
from briefgen.render.brief.layout.grid import on_the_grid
from briefgen.render.brief.layout.sheets import take_sheets

if TYPE_CHECKING:
    from weasyprint import HTML
    from weasyprint.document import Document


def compose(html: HTML, variant: str) -> Document:
    """Lay out a brief. Sheets are parsed and pictures read once for all layouts."""
    fonts = FontConfiguration()
    options: dict[str, Any] = {"pdf_variant": variant, "cache": {}}
    with on_the_grid():
        sheets = take_sheets(html, fonts)
        Fitter(html, sheets, fonts, options).fit()
        return html.render(font_config=fonts, stylesheets=sheets, **options)

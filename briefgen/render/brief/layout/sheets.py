"""The style sheets of a brief, parsed once for all layouts of it and of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint import CSS
from weasyprint.urls import URLFetchingError

if TYPE_CHECKING:
    from weasyprint import HTML
    from weasyprint.css.counters import CounterStyle
    from weasyprint.text.fonts import FontConfiguration


def take_sheets(html: HTML, fonts: FontConfiguration, counters: CounterStyle) -> list[CSS]:
    """Take the linked style sheets out of the head and parse them. One that cannot be had stays
    where it is, so that the layout tells of it as ever.
    """
    sheets: list[CSS] = []
    head = html.etree_element.find("head")
    for link in [] if head is None else head.findall("link"):
        if link.get("rel") != "stylesheet" or link.get("media") or not link.get("href"):
            continue
        try:
            sheet = CSS(
                url=link.get("href"),
                url_fetcher=html.url_fetcher,
                media_type=html.media_type,
                font_config=fonts,
                counter_style=counters,
            )
        except (URLFetchingError, OSError, ValueError):
            continue
        sheets.append(sheet)
        head.remove(link)
    return sheets

"""Items that overflow their pages by a little are set closer.

A theme names, in `data-fit` of an element that begins a page, the classes that set it closer, as
steps in the order in which to try them. Each such element is laid out by itself; if it takes more
than one page, and takes one less with the classes of all steps, it gets as many of them as are
needed for that. Where they save no page it stays as it is. So the choice depends on the element and
the style sheets alone, never on what stands before it.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from weasyprint import HTML

from briefgen.render.brief.layout.measure import boxes_of

if TYPE_CHECKING:
    from typing import Any

    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

FIT = "data-fit"

# An element whose last page is filled by more than this part is not tried: no step saves so much.
HOPELESS = 0.7


class Fitter:
    """Lays elements out by themselves, with the sheets of the brief."""

    def __init__(
        self, html: HTML, sheets: list[CSS], fonts: FontConfiguration, options: dict[str, Any]
    ) -> None:
        self._html = html
        self._sheets = sheets
        self._fonts = fonts
        self._options = options

    def fit(self) -> None:
        """Give the elements that need it the classes that set them closer."""
        for element in list(self._html.etree_element.iter()):
            steps = element.attrib.pop(FIT, "").split()
            if steps:
                self._fit_one(element, steps)

    def _fit_one(self, element: Element, steps: list[str]) -> None:
        pages, filled = self._measure(element, ())
        if pages < 2 or filled > HOPELESS:  # noqa: PLR2004  one page is the least
            return
        # Most that do not fit do not fit with all steps either: these are asked first.
        if self._measure(element, steps)[0] == pages:
            return
        enough = 1
        while enough < len(steps) and not self._saves(element, steps[:enough], pages):
            enough += 1
        element.set("class", " ".join((element.get("class", ""), *steps[:enough])))

    def _saves(self, element: Element, steps: list[str], pages: int) -> bool:
        return self._measure(element, steps)[0] < pages

    def _measure(self, element: Element, classes: tuple[str, ...] | list[str]) -> tuple[int, float]:
        """How many pages the element takes, and how much of the last it fills, from 0 to 1."""
        alone = deepcopy(element)
        alone.tail = None
        alone.set("class", " ".join((element.get("class", ""), *classes)))
        pages = (
            self._around(alone)
            .render(font_config=self._fonts, stylesheets=self._sheets, **self._options)
            .pages
        )
        page = pages[-1]._page_box  # noqa: SLF001  there is no public door to boxes
        last = [box for box in boxes_of(page) if box.element is alone]
        filled = max((box.position_y + box.margin_height() for box in last), default=0)
        return len(pages), (filled - page.content_box_y()) / page.height

    def _around(self, element: Element) -> HTML:
        """A document that holds the element alone, with the head of the whole."""
        whole = self._html.etree_element
        root = Element(whole.tag, whole.attrib)
        head, body = whole.find("head"), whole.find("body")
        if head is not None:
            root.append(head)
        inner = Element("body", {} if body is None else body.attrib)
        inner.append(element)
        root.append(inner)
        html = HTML(string="<html></html>", url_fetcher=self._html.url_fetcher)
        html.base_url = self._html.base_url
        html.wrapper_element = type(self._html.wrapper_element).from_html_root(root)
        html.etree_element = root
        return html

"""Briefs of a limited length: the morning brief has two pages and no more."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from briefgen.render.brief.failures import failure
from briefgen.render.brief.layout.measure import boxes_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from weasyprint.document import Document

    from briefgen.diagnostics import Diagnostic
    from briefgen.render.brief.job import BriefJob

# On `body`: how many pages the brief may have. On its parts: the name by which to tell of them.
PAGES, NAME = "data-pages", "data-part-name"

LINE = 20.0  # 15 pt, the line of the default theme, in pixels

MOST = 6  # parts that are named


def check_length(job: BriefJob, document: Document, root: Element) -> Iterator[Diagnostic]:
    """Tell of a brief that is longer than its form allows: by how much, and what stands there."""
    body = root.find("body")
    limit = int(body.get(PAGES, "0")) if body is not None else 0
    if not limit or len(document.pages) <= limit:
        return
    beyond = [page._page_box for page in document.pages[limit:]]  # noqa: SLF001  no public door
    height = 0.0
    names: dict[str, None] = {}
    for page in beyond:
        parts = [
            box for box in boxes_of(page) if box.element is not None and NAME in box.element.attrib
        ]
        names.update((box.element.get(NAME), None) for box in parts)
        bottom = max((box.position_y + box.margin_height() for box in parts), default=0.0)
        height += max(bottom - page.content_box_y(), 0.0)
    lines = max(1, math.ceil(height / LINE))
    told = list(names)
    what = ", ".join(told[:MOST]) + (f" and {len(told) - MOST} more" if len(told) > MOST else "")
    pages = "page" if limit == 1 else "pages"
    yield failure(
        job,
        "brief-overflow",
        f"its form allows {limit} {pages}, and about {lines} lines stand beyond",
        f"Cut what does not fit, from the end: {what}. Or set `form: continuous` under `pdf`.",
    )

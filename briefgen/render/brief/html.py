"""The parsed HTML before layout: bounds, and what print needs otherwise than the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.brief.bindings import bind_words
from briefgen.render.brief.failures import failure
from briefgen.render.brief.footnotes import place_footnotes

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from briefgen.diagnostics import Diagnostic
    from briefgen.render.brief.job import BriefJob

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def prepare(root: Element, job: BriefJob) -> list[Diagnostic]:
    """Make the tree ready for layout; what stands against it."""
    if depth(root) > job.limits.nesting:
        return [
            failure(
                job,
                "brief-nesting",
                f"its elements are nested deeper than {job.limits.nesting}",
                "Look for lists or quotations inside one another.",
            )
        ]
    for link in root.iter("a"):
        unlink(link)
    for body in root.iter():
        level = body.attrib.pop("data-level", None)
        if level is not None:
            place_footnotes(body)
            rank_headings(body, int(level))
    bind_words(root, root.get("lang", ""))
    return []


def depth(root: Element) -> int:
    """How many elements stand inside one another. Without recursion, which it is there to bound."""
    deepest, level = 0, [root]
    while level:
        deepest += 1
        level = [child for element in level for child in element]
    return deepest


def unlink(link: Element) -> None:
    """Make a link plain text that leads neither into the brief nor to an absolute address: its
    target would be a place inside the theme.
    """
    href = link.get("href", "")
    if not href.startswith(("#", "https://", "http://", "mailto:")):
        link.attrib.pop("href", None)


def rank_headings(body: Element, first: int) -> None:
    """Let an author's headings go on from the title above them, without a gap: his highest becomes
    `first`, the next `first` + 1, whatever they were (PDF/UA-1, 7.4.2).
    """
    used = sorted({element.tag for element in body.iter() if element.tag in HEADINGS})
    ranks = dict(zip(used, HEADINGS[first - 1 :] + HEADINGS[-1:] * len(used), strict=False))
    for element in body.iter():
        element.tag = ranks.get(element.tag, element.tag)

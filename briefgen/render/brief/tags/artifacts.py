"""What is not content: running heads, folios, labels in the margins, signs beside a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

if TYPE_CHECKING:
    from briefgen.render.brief.tags.tree import Tree


def mend_margins(tree: Tree) -> None:
    """Margin boxes repeat on each page: pagination artifacts (ISO 14289-1, 7.8)."""
    for made in tree.made:
        if made.margin and tree.pdf.objects[made.element.number] is made.element:
            tree.make_artifact(made.element, pydyf.Dictionary({"Type": "/Pagination"}))


def mend_decoration(tree: Tree) -> None:
    """Signs that only repeat the word beside them (`aria-hidden`)."""
    for made in tree.made:
        element = made.box.element
        if not made.margin and element is not None and element.get("aria-hidden") == "true":
            parent = tree.parent(made.element)
            if made.element.reference in parent["K"]:
                parent["K"].remove(made.element.reference)
                tree.make_artifact(made.element)

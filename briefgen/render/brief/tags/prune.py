"""Elements with nothing in them: line breaks, and boxes whose contents went elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pydyf

    from briefgen.render.brief.tags.tree import Tree

# An empty cell still holds its column.
KEPT = {"/TD", "/TH"}


def prune(tree: Tree) -> None:
    """Remove what is empty, from the leaves upwards."""
    for kid in tree.kids(tree.document):
        _prune(tree, kid)


def _prune(tree: Tree, element: pydyf.Dictionary) -> None:
    for kid in tree.kids(element):
        _prune(tree, kid)
    if not element["K"] and element["S"] not in KEPT:
        tree.remove(element)

"""Links: one annotation for each, in a Link element, described by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

from briefgen.render.brief.tags.tree import is_element

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from briefgen.render.brief.tags.tree import Tree

# Bit 3 of an annotation's flags: it is printed as it is shown (ISO 32000-1, table 165).
PRINT = 4


def mend_links(tree: Tree) -> None:
    """WeasyPrint links every box within a link over again, and says of it only where it leads."""
    doomed: set[bytes] = set()
    for made in tree.made:
        annotation = made.box.link_annotation
        if annotation is None or made.margin:
            continue
        nested = tree.parent(made.element)["S"] == "/Link"
        if made.box.element_tag == "a" and made.element["S"] == "/Link" and not nested:
            annotation["F"] = PRINT
            annotation["Contents"] = pydyf.String(words(made.box.element))
            continue
        doomed.add(annotation.reference)
        made.element["K"] = pydyf.Array(
            kid for kid in made.element["K"] if not refers(tree, kid, annotation)
        )
        if made.element["S"] == "/Link":
            made.element["S"] = "/Span"
        tree.unlink(annotation)
        tree.drop(annotation)
    for reference in tree.pdf.page_references:
        page = tree.object(reference)
        if "Annots" in page:
            page["Annots"] = pydyf.Array(a for a in page["Annots"] if a not in doomed)


def refers(tree: Tree, kid: object, annotation: pydyf.Dictionary) -> bool:
    """Whether a kid of an element is the reference to this annotation. If so, it is dropped."""
    if not isinstance(kid, bytes):
        return False
    found = tree.object(kid)
    if is_element(found) or found.get("Obj") != annotation.reference:
        return False
    tree.drop(found)
    return True


def words(element: Element) -> str:
    """The text of a link, on one line."""
    return " ".join("".join(element.itertext()).split())

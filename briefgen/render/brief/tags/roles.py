"""Roles that the HTML states and WeasyPrint does not pass on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

if TYPE_CHECKING:
    from briefgen.render.brief.tags.record import Made
    from briefgen.render.brief.tags.tree import Tree

TABLE_PARTS = {"/THead": "/NonStruct", "/TBody": "/NonStruct", "/TR": "/NonStruct", "/TD": "/Div"}


def mend_roles(tree: Tree) -> None:
    """Contents, row headers, and tables that only lay out."""
    for made in tree.made:
        html = made.box.element
        if made.margin or html is None:
            continue
        if made.element["S"] == "/L" and "toc" in html.get("class", "").split():
            contents(tree, made.element)
        elif made.element["S"] == "/Table" and html.get("role") == "presentation":
            laid_out(tree, made.element)
        elif made.element["S"] == "/TH":
            scope = "/Row" if html.get("scope") == "row" else "/Column"
            made.element["A"]["Scope"] = scope


def contents(tree: Tree, element: pydyf.Dictionary) -> None:
    """A list of contents: TOC, TOCI, and in each a reference or a heading."""
    element["S"] = "/TOC"
    for item in tree.kids(element):
        item["S"] = "/TOCI"
        for body in tree.kids(item):
            linked = any(each["S"] == "/Link" for each in tree.descend(body))
            body["S"] = "/Reference" if linked else "/P"


def laid_out(tree: Tree, element: pydyf.Dictionary) -> None:
    """A table without rows and columns that mean anything."""
    for each in tree.descend(element):
        each["S"] = TABLE_PARTS.get(each["S"], each["S"])
        each.pop("A", None)
    element["S"] = "/Div"


def mend_languages(tree: Tree) -> None:
    """Passages in another language than the document's."""
    of_document = tree.pdf.catalog.get("Lang")
    for made in tree.made:
        lang = language(made)
        if lang and (of_document is None or lang != of_document.string):
            made.element["Lang"] = pydyf.String(lang)


def language(made: Made) -> str:
    """The language that the box's own HTML element states."""
    if made.margin or made.box.element is None:
        return ""
    lang: str = made.box.element.get("lang", "")
    return lang

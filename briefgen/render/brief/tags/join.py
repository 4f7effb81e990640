"""Elements that go on over a page: one element, not one a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import pydyf

    from briefgen.render.brief.tags.tree import Tree

# A row that is split stays in two: its cells would have to be joined one by one.
JOINED = {
    *("/Sect", "/Art", "/Part", "/Div", "/NonStruct", "/P", "/BlockQuote", "/Note"),
    *("/L", "/LI", "/LBody", "/Table", "/TBody", "/TOC", "/TOCI", "/H1", "/H2", "/H3", "/H4"),
}


def mend_splits(tree: Tree) -> None:
    """Join what ends one page with what begins the next, where both are of one HTML element."""
    html_of = {made.element.number: id(made.box.element) for made in tree.made}

    def same(first: pydyf.Dictionary, second: pydyf.Dictionary) -> bool:
        return (
            first["S"] == second["S"]
            and first["S"] in JOINED
            and html_of.get(first.number) == html_of.get(second.number, 0)
        )

    kids = tree.kids(tree.document)
    kept = kids[:1]
    for kid in kids[1:]:
        if same(kept[-1], kid) and tree.page_of(kept[-1]) != tree.page_of(kid):
            tree.document["K"].remove(kid.reference)
            join(tree, kept[-1], kid, same)
        else:
            kept.append(kid)


def join(
    tree: Tree,
    first: pydyf.Dictionary,
    second: pydyf.Dictionary,
    same: Callable[[pydyf.Dictionary, pydyf.Dictionary], bool],
) -> None:
    """Append what is in `second` to `first`, joining where they meet."""
    rest = tree.kids(second)
    if rest and rest[0]["S"] == "/THead":
        # The head of a table is repeated for the eye only.
        tree.make_artifact(rest.pop(0))
    last = tree.kids(first)
    if rest and last and same(last[-1], rest[0]):
        join(tree, last[-1], rest.pop(0), same)
    for kid in rest:
        tree.move(kid, first, len(first["K"]))
    tree.drop(second)

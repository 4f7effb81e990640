"""Footnotes: each a Note that follows its call, instead of a box at the end of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf
from weasyprint.formatting_structure.boxes import FootnoteAreaBox

if TYPE_CHECKING:
    from briefgen.render.brief.tags.tree import Tree


def mend_notes(tree: Tree) -> None:
    """Retag calls and notes, and put each note behind its call."""
    calls = find_calls(tree)
    html_of = {made.element.number: id(made.box.element) for made in tree.made}
    notes: dict[int, pydyf.Dictionary] = {}
    for made in tree.made:
        if isinstance(made.box, FootnoteAreaBox):
            for note in tree.kids(made.element):
                place(tree, note, html_of.get(note.number, 0), calls, notes)
            # What was placed has another parent now.
            here = made.element.reference
            left = [note.reference for note in tree.kids(made.element) if note["P"] == here]
            made.element["K"] = pydyf.Array(left)
            if not left:
                tree.remove(made.element)


def find_calls(tree: Tree) -> dict[int, pydyf.Dictionary]:
    """The element of each call, by the identity of its HTML element. Calls and markers are
    retagged.
    """
    calls: dict[int, pydyf.Dictionary] = {}
    for made in tree.made:
        tag = made.box.element_tag or ""
        if tag.endswith("::footnote-call"):
            made.element["S"] = "/Reference"
            calls.setdefault(id(made.box.element), made.element)
        elif tag.endswith("::footnote-marker"):
            made.element["S"] = "/Lbl"
    return calls


def place(
    tree: Tree,
    note: pydyf.Dictionary,
    html: int,
    calls: dict[int, pydyf.Dictionary],
    notes: dict[int, pydyf.Dictionary],
) -> None:
    """Put a note behind its call, or the rest of a note behind its beginning."""
    if html in notes:
        for kid in tree.kids(note):
            tree.move(kid, notes[html], len(notes[html]["K"]))
        note["P"] = notes[html].reference
        tree.drop(note)
    elif html in calls:
        parent = tree.parent(calls[html])
        note["S"] = "/Note"
        # A Note needs a name of its own in the document (ISO 14289-1, 7.9).
        note["ID"] = pydyf.String(f"note-{len(notes) + 1}")
        tree.move(note, parent, parent["K"].index(calls[html].reference) + 1)
        notes[html] = note

"""Footnotes at the foot of the page: the web's list at the end of a text goes back to its calls.

The list is that of markdown-it's footnote extension: a call is `sup.footnote-ref > a`, the notes
are `section.footnotes > ol > li`, each ending in `a.footnote-backref`.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

if TYPE_CHECKING:
    from collections.abc import Iterator


def place_footnotes(body: Element) -> None:
    """Replace each call in `body` by its note, and remove the list."""
    parents = {child: parent for parent in body.iter() for child in parent}
    lists = [element for element in body.iter() if has_class(element, "footnotes")]
    if not lists:
        return
    notes = {f"#{note.get('id')}": note for each in lists for note in each.iter("li")}
    inside = {element for each in lists for element in each.iter()}
    calls = [
        element
        for element in body.iter("sup")
        if has_class(element, "footnote-ref") and element not in inside
    ]
    for call in calls:
        link = call.find("a")
        note = None if link is None else notes.get(link.get("href", ""))
        if note is not None:
            become_note(call, note)
    for each in lists:
        remove(parents[each], each)
    for rule in [element for element in body.iter("hr") if has_class(element, "footnotes-sep")]:
        remove(parents[rule], rule)


def become_note(call: Element, note: Element) -> None:
    """Turn the call into the note itself, which CSS floats to the foot of the page."""
    tail = call.tail
    call.clear()
    call.tag, call.tail = "span", tail
    call.set("class", "footnote")
    for text, children in paragraphs(note):
        # A note is set in one run; its paragraphs are parted by a break.
        if call.text or len(call):
            SubElement(call, "br").tail = text
        else:
            call.text = text
        call.extend(children)


def paragraphs(note: Element) -> Iterator[tuple[str, list[Element]]]:
    """The inline contents of a note, a paragraph at a time. A note that is called twice is set
    twice, so each call gets elements of its own.
    """
    for block in deepcopy(note):
        if block.tag == "p":
            children = [child for child in block if not has_class(child, "footnote-backref")]
            text = (block.text or "").lstrip()
        else:
            children, text = [], " ".join("".join(block.itertext()).split())
        if children:
            children[-1].tail = (children[-1].tail or "").rstrip()
        else:
            text = text.rstrip()
        if text or children:
            yield text, children


def remove(parent: Element, child: Element) -> None:
    """Take a child out, and leave the text after it."""
    if child.tail and child.tail.strip():
        before = list(parent)[: list(parent).index(child)]
        if before:
            before[-1].tail = (before[-1].tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def has_class(element: Element, name: str) -> bool:
    """Whether an element has a class."""
    return name in element.get("class", "").split()

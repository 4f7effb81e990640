"""Shows what was read in a form that a table of expectations can hold."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.diagnostics import Diagnostic
from briefgen.model.item import Kind
from briefgen.model.text import SLOT_CHARACTERS
from briefgen.read.item import read_item
from briefgen.read.reading import Reading, ReadItem

VISIBLE = "⟦¦⟧⟪⟫⟨⟩"
PATH = "content/articles/2021-08-16-here.md"


def read(
    text: str, kind: Kind = Kind.ARTICLE, path: str = PATH, reading: Reading | None = None
) -> ReadItem:
    """Read the text of a whole file."""
    return read_item(kind, path, text.encode(), reading or Reading())


def read_body(body: str, reading: Reading | None = None) -> ReadItem:
    """Read a Markdown text, which begins in line 4 of its file."""
    return read(f"---\ntitle: T\n---\n{body}", reading=reading)


def html_of(body: str, reading: Reading | None = None) -> str:
    """The HTML of a text that has no errors, slots as they are."""
    item = read_body(body, reading)
    assert item.body is not None, told(item.diagnostics)
    return item.body.text.html


def public_of(item: ReadItem) -> str:
    """What the public gets of an item's text."""
    assert item.body is not None, told(item.diagnostics)
    text = item.body.text
    return public(text.html) if text.public is None else text.public


def public(html: str) -> str:
    """What the public gets of a text: internal blocks cut, as rendering cuts them."""
    kept: list[str] = []
    depth = 0
    for character in html:
        if character == SLOT_CHARACTERS[3]:
            depth += 1
        elif character == SLOT_CHARACTERS[4]:
            depth -= 1
            assert depth >= 0
        elif depth == 0:
            kept.append(character)
    assert depth == 0
    return "".join(kept)


def visible(html: str) -> str:
    """HTML with visible signs for slots: ⟦number¦text⟧ for links, ⟪...⟫ for internal
    blocks, ⟨number⟩ for pictures."""
    return html.translate(str.maketrans(SLOT_CHARACTERS, VISIBLE))


def told(diagnostics: Iterable[Diagnostic]) -> str:
    """One line for each diagnostic, and one for its hint."""
    lines: list[str] = []
    for each in diagnostics:
        place = f"{each.mark.line}:{each.mark.column}+{each.mark.length}"
        lines.append(f"{place} {each.severity.value} {each.code}: {each.message}")
        if each.hint:
            lines.append(f"    {each.hint}")
    return "\n".join(lines)

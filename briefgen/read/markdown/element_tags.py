"""The author's own elements as HTML. Each opening tag bears its number in `draft.tags`, by which it
is found again when the whole body has been cleaned (`clean.py`)."""

from __future__ import annotations

import re

from markdown_it.token import Token

from briefgen.model.marks import Mark
from briefgen.read.markdown.draft import Draft
from briefgen.read.markdown.elements import COMMON, ELEMENTS
from briefgen.read.markdown.markup import (
    checked_attribute,
    escape_text,
    escape_value,
    without_slots,
)
from briefgen.read.markdown.nesting import CLOSED, OPENED
from briefgen.read.markdown.raw import TAG
from briefgen.read.markdown.secrecy import INSIDE
from briefgen.read.markdown.tags import Tag

NUMBER = "data-number"
FLAGS = ("open", "reversed")  # their presence is all that they say
DIGITS = re.compile(r"-?[0-9]{1,9}")
SPAN = re.compile(r"[1-9][0-9]{0,2}")
SCOPES = ("row", "col", "rowgroup", "colgroup")


def render_html(block: Token, draft: Draft) -> str:
    """A block of HTML."""
    out: list[str] = []
    for child in block.children or ():
        if child.type == OPENED:
            out.append(open_element(child, block, draft))
        elif child.type == CLOSED:
            out.append(f"</{child.tag}>")
        else:
            out.append(escape_text(without_slots(child.content)))
            if INSIDE not in block.meta:
                draft.words += len(child.content.split())
    text = "".join(out)
    if not text.strip():
        return ""
    return text if text.endswith("\n") else f"{text}\n"


def count_words(block: Token) -> int:
    """The words of a line of text. Counted in the source, since markup clings to words and has no
    spaces of its own; tags have."""
    if any(child.type in (OPENED, CLOSED) for child in block.children or ()):
        return len(" ".join(c.content for c in block.children or () if c.content).split())
    return len(block.content.split())


def open_element(token: Token, block: Token, draft: Draft) -> str:
    """An opening tag with the attributes that are published."""
    tag: Tag | None = token.meta.get(TAG)
    number = len(draft.tags)
    if tag is None:
        return f"<{token.tag}>"
    mark = draft.inline_mark(block, tag.at)
    draft.tags.append((tag.source, mark))
    given = _attributes(tag, mark, draft, internal=INSIDE in block.meta)
    return f'<{token.tag} {NUMBER}="{number}"{given}>'


def _attributes(tag: Tag, mark: Mark, draft: Draft, *, internal: bool) -> str:
    known = (*COMMON, *ELEMENTS[tag.name].attributes)
    refused = [name for name, _ in tag.attributes if name not in known]
    if refused:
        names = ", ".join(f"“{name}”" for name in dict.fromkeys(refused))
        draft.findings.warning(
            "html-removed",
            f"The attribute {names} of <{tag.name}> is not published.",
            mark,
            f"Known here are {', '.join(known)}.",
        )
    made: dict[str, str] = {}
    for name, value in tag.attributes:
        if name in known and name not in made:
            made[name] = _attribute(name, value, mark, draft, internal=internal)
    return "".join(made.values())


def _attribute(name: str, value: str, mark: Mark, draft: Draft, *, internal: bool) -> str:
    if name in FLAGS:
        return f' {name}=""'
    if name in ("class", "title", "datetime"):
        return f' {name}="{escape_value(value)}"' if value else ""
    if name in ("id", "lang", "dir"):
        return checked_attribute(name, value, mark, draft, internal) if value else ""
    sound = (
        value in SCOPES
        if name == "scope"
        else (SPAN if name.endswith("span") else DIGITS).fullmatch(value)
    )
    if not sound:
        draft.findings.warning(
            "attribute-invalid",
            f"“{value}” is no value for the attribute `{name}`.",
            mark,
            f"Write one of {', '.join(SCOPES)}." if name == "scope" else "Write a number.",
        )
        return ""
    return f' {name}="{value}"'

"""The smallest pieces of HTML: text and attributes, escaped."""

from __future__ import annotations

from markdown_it.token import Token

from briefgen.model.marks import Mark
from briefgen.read.anchors import SEPARATOR
from briefgen.read.convert.checks import check_language
from briefgen.read.decode import SLOTS
from briefgen.read.markdown.attributes import ABOVE, CREDIT, REFUSED
from briefgen.read.markdown.draft import Draft
from briefgen.read.markdown.secrecy import INSIDE
from briefgen.read.slug import slugify

DIRECTIONS = ("ltr", "rtl", "auto")


def escape_text(text: str) -> str:
    """Text fit to stand between tags."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def escape_value(text: str) -> str:
    """Text fit to stand in a quoted attribute. Character references may have brought in one of the
    characters that stand for slots."""
    return escape_text(without_slots(text)).replace('"', "&quot;")


def without_slots(text: str) -> str:
    """Text in which no character stands for a slot."""
    return SLOTS.sub("", text) if SLOTS.search(text) else text


def author_attributes(token: Token, block: Token, draft: Draft, *, internal: bool = False) -> str:
    """The attributes that the author gave in braces, checked; with a space before each."""
    if not token.attrs and not token.meta:
        return ""
    place = token.meta.get(ABOVE, block)
    refused = list(token.meta.get(REFUSED, ()))
    if CREDIT in token.attrs and token.type != "image":
        refused.append(CREDIT)
    if refused:
        names = ", ".join(f"“{name}”" for name in refused)
        draft.findings.warning(
            "attribute-unknown",
            f"The attribute {names} is not published.",
            draft.block_mark(place),
            "Known are .class, #id, lang and dir.",
        )
    made: list[str] = []
    inside = internal or INSIDE in block.meta
    for name in ("id", "class", "lang", "dir"):
        value = str(token.attrs.get(name, ""))
        if value:
            made.append(checked_attribute(name, value, draft.block_mark(place), draft, inside))
    return "".join(made)


def checked_attribute(
    name: str,
    value: str,
    mark: Mark,
    draft: Draft,
    internal: bool,  # noqa: FBT001
) -> str:
    """An attribute as HTML with a space before it; nothing if its value will not do."""
    if name == "id":
        value = _claim(value, mark, draft, internal=internal)
    elif (name == "dir" and value not in DIRECTIONS) or (name == "lang" and check_language(value)):
        draft.findings.warning(
            "attribute-invalid",
            f"“{value}” is no value for the attribute `{name}`.",
            mark,
            f"Write one of {', '.join(DIRECTIONS)}." if name == "dir" else "Such as fa or ru.",
        )
        return ""
    return f' {name}="{escape_value(value)}"' if value else ""


def _claim(value: str, mark: Mark, draft: Draft, *, internal: bool) -> str:
    """The full id, or nothing if it is taken."""
    anchor = slugify(value)
    if not anchor or anchor in draft.anchors:
        draft.findings.warning(
            "id-twice" if anchor else "attribute-invalid",
            f"The id “{value}” {'stands here a second time' if anchor else 'has no letter'}.",
            mark,
            "Choose another.",
        )
        return ""
    draft.anchors[anchor] = internal
    return f"{draft.prefix}{SEPARATOR}{anchor}"

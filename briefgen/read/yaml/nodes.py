"""The tree that a YAML text becomes. Scalars stay text: the type of the field decides."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.model.marks import Mark
from briefgen.read.findings import shorten


class Scalar(Record):
    """A single value. `plain` is one without quotation marks."""

    text: str
    plain: bool
    mark: Mark


class Sequence(Record):
    """A list."""

    items: tuple[Node, ...]
    mark: Mark


class Mapping(Record):
    """Keys with their values, in the author's order, each key once."""

    pairs: tuple[tuple[Scalar, Node], ...]
    mark: Mark


Node = Scalar | Sequence | Mapping


def is_null(node: Node) -> bool:
    """Whether the author wrote nothing, or one of the two signs that YAML has for it. Other
    spellings stay text, for Null is a surname."""
    if not isinstance(node, Scalar):
        return False
    return not node.text or (node.plain and node.text in ("~", "null"))


def describe(node: Node) -> str:
    """What the author wrote, for the sentence “must be ..., but here stands ...”."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        return "a group of keys"
    if is_null(node):
        return "nothing"
    return f"“{shorten(node.text)}”"

"""A list or mapping while its end has not been read."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.model.marks import Mark
from briefgen.read.yaml.nodes import Mapping, Node, Scalar, Sequence


class Made(NamedTuple):
    """A finished node, how many levels lie below it, and how many nodes it is with them."""

    node: Node
    height: int
    size: int


class Frame:
    """An open list or mapping."""

    __slots__ = (
        "anchor",
        "height",
        "is_mapping",
        "items",
        "key",
        "mark",
        "pairs",
        "size",
        "waiting",
    )

    def __init__(self, is_mapping: bool, mark: Mark, anchor: str | None) -> None:  # noqa: FBT001
        self.is_mapping = is_mapping
        self.mark = mark
        self.anchor = anchor
        self.items: list[Node] = []
        self.pairs: dict[str, tuple[Scalar, Node]] = {}
        self.key: Scalar | None = None
        self.waiting = False
        self.height = 0
        self.size = 0

    def node(self) -> Node:
        if self.is_mapping:
            return Mapping(pairs=tuple(self.pairs.values()), mark=self.mark)
        return Sequence(items=tuple(self.items), mark=self.mark)

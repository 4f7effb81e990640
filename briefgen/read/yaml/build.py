"""Builds nodes out of YAML events, without recursion and within bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from briefgen.model.marks import Mark
from briefgen.read.decode import SLOTS
from briefgen.read.yaml.frame import Frame, Made
from briefgen.read.yaml.nodes import Mapping, Node, Scalar

if TYPE_CHECKING:
    from briefgen.read.findings import Findings

# How many nodes a file may have once its aliases are written out: lists of aliases of lists of
# aliases would otherwise grow without end.
LARGEST = 100_000
QUOTE_IT = "If it is meant as text, put the value in quotation marks."
MERGE = "<<"


class TooMuchError(Exception):
    """A bound was passed, and reported; the rest is not worth reading."""


class Builder:
    """Takes the events of one file in order. Mistakes that leave the rest readable are reported
    and passed over, so that an author hears of all of them at once."""

    __slots__ = (
        "_aliases",
        "_anchors",
        "_before",
        "_documents",
        "_findings",
        "_frames",
        "_left",
        "_nesting",
        "_root",
        "_used",
    )

    def __init__(self, before: int, nesting: int, aliases: int, findings: Findings) -> None:
        self._before = before
        self._nesting = nesting
        self._aliases = aliases
        self._left = LARGEST
        self._findings = findings
        self._frames: list[Frame] = []
        self._anchors: dict[str, Made] = {}
        self._used: set[str] = set()
        self._documents = 0
        self._root: Node | None = None

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            frame = self._frames.pop()
            self._put(frame.node(), frame.height + 1, frame.size + 1, frame.anchor)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(event)

    def finish(self) -> Node | None:
        """The tree, once all events were taken."""
        for name, made in self._anchors.items():
            if name not in self._used:
                self._findings.error(
                    "yaml-anchor",
                    f"“&{name}” is a YAML anchor, and nothing refers to it.",
                    made.node.mark,
                    QUOTE_IT,
                )
        return self._root

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        mark = self._mark(event)
        if event.tag is not None:
            self._refuse_tag(event.tag, mark)
        text = event.value
        if event.style == '"' and SLOTS.search(text):
            text = SLOTS.sub("", text)  # written as an escape, which the file's text does not show
        self._put(Scalar(text=text, plain=not event.style, mark=mark), 0, 1, event.anchor)

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        mark = self._mark(event)
        if event.tag is not None:
            self._refuse_tag(event.tag, mark)
        if len(self._frames) >= self._nesting:
            self._too_deep(mark)
        self._frames.append(Frame(isinstance(event, yaml.MappingStartEvent), mark, event.anchor))

    def _alias(self, event: yaml.AliasEvent) -> None:
        mark = self._mark(event)
        name = str(event.anchor)
        self._aliases -= 1
        if self._aliases < 0:
            self._findings.error(
                "yaml-aliases",
                "The file uses more YAML aliases (*name) than are allowed.",
                mark,
                "Write the values out, or raise `limits.yaml_aliases` in briefgen.yaml.",
            )
            raise TooMuchError
        made = self._anchors.get(name)
        if made is None:
            self._findings.error(
                "yaml-alias",
                f"“*{name}” refers to a YAML anchor that is not above it.",
                mark,
                QUOTE_IT,
            )
            made = Made(Scalar(text=f"*{name}", plain=False, mark=mark), 0, 1)
        self._used.add(name)
        self._left -= made.size
        if self._left < 0:
            self._findings.error(
                "yaml-aliases",
                "Written out, the YAML aliases of this file would make it too large.",
                mark,
                "Write values out instead of referring to them.",
            )
            raise TooMuchError
        if len(self._frames) + made.height > self._nesting:
            self._too_deep(mark)
        self._put(made.node, made.height, made.size, None)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._findings.error(
                "yaml-documents",
                "A second YAML document begins here.",
                self._mark(event),
                "Keep one: a line of --- may stand at the beginning only.",
            )
            raise TooMuchError

    def _put(self, node: Node, height: int, size: int, anchor: str | None) -> None:
        """Put a finished node where it belongs; `height` levels lie below it, and it is `size`
        nodes with them."""
        if anchor is not None:
            self._anchors[anchor] = Made(node, height, size)
        if not self._frames:
            self._root = node
            return
        frame = self._frames[-1]
        frame.size += size
        frame.height = max(frame.height, height)
        if not frame.is_mapping:
            frame.items.append(node)
        elif not frame.waiting:
            frame.waiting = True
            frame.key = self._key(node, frame)
        else:
            frame.waiting = False
            if frame.key is not None:
                frame.pairs[frame.key.text] = (frame.key, node)

    def _key(self, node: Node, frame: Frame) -> Scalar | None:
        """The key for the value to come, or None if it must be passed over."""
        if not isinstance(node, Scalar):
            what = "a group of keys" if isinstance(node, Mapping) else "a list"
            self._findings.error(
                "yaml-key", f"A key must be a word, and here stands {what}.", node.mark, QUOTE_IT
            )
            return None
        if node.text == MERGE and node.plain:
            self._findings.error(
                "yaml-merge",
                "Merge keys (<<) are not used here.",
                node.mark,
                "Write the keys out.",
            )
            return None
        first = frame.pairs.get(node.text)
        if first is not None:
            self._findings.error(
                "yaml-duplicate-key",
                f"The key `{node.text}` stands here and in line {first[0].mark.line}.",
                node.mark,
                "Keep one of the two.",
            )
            return None
        return node

    def _refuse_tag(self, tag: str, mark: Mark) -> None:
        name = tag.replace("tag:yaml.org,2002:", "!!")
        self._findings.error("yaml-tag", f"YAML tags ({name}) are not used here.", mark, QUOTE_IT)

    def _too_deep(self, mark: Mark) -> None:
        self._findings.error(
            "yaml-nesting",
            f"Lists and keys lie in one another more than {self._nesting} deep here.",
            mark,
            "Check the indentation and the brackets.",
        )
        raise TooMuchError

    def _mark(self, event: yaml.Event) -> Mark:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            raise ValueError("libyaml gives every event its place")
        line, column = start.line, start.column
        length = end.column - column if end.line == line else 1
        return Mark(line=line + 1 + self._before, column=column + 1, length=length or 1)

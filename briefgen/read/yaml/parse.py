"""From YAML text to nodes, by way of libyaml's events.

PyYAML's own composer is not used: it is recursive in C, and a file of some thousand brackets ends
the process. Events cost half the time, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from briefgen.model.marks import Mark
from briefgen.read.yaml.build import Builder, TooMuchError
from briefgen.read.yaml.mistakes import explain

if TYPE_CHECKING:
    from briefgen.read.findings import Findings
    from briefgen.read.yaml.nodes import Node

# PyYAML may have been built without libyaml.
Loader: type[yaml.CBaseLoader | yaml.BaseLoader] = (
    yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
)

# YAML 1.1 takes these for line ends, no editor does: places would no longer agree.
STRANGE_LINE_END = re.compile("[\x85\u2028\u2029]")


def parse_yaml(
    text: str, before: int, nesting: int, aliases: int, findings: Findings
) -> Node | None:
    """The tree of a text that stands below `before` lines of its file; None if it is empty, or so
    broken that nothing can be made of it (`findings` then says why)."""
    if "\x85" in text or "\u2028" in text or "\u2029" in text:
        text = STRANGE_LINE_END.sub(" ", text)
    builder = Builder(before, nesting, aliases, findings)
    try:
        loader = Loader(text)
        while True:
            event = loader.get_event()
            if event is None:
                break
            builder.take(event)
    except yaml.YAMLError as mistake:
        lines = text.split("\n")
        code, message, mark, hint = explain(mistake, lines, from_bytes=yaml.__with_libyaml__)
        place = Mark(line=mark.line + before, column=mark.column, length=mark.length)
        findings.error(code, message, place, hint)
        return None
    except TooMuchError:
        return None
    return builder.finish()

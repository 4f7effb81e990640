"""Names that stand in one text with commas between them, where a list is wanted."""

from __future__ import annotations

import re

from briefgen.read.convert.values import Scene, field_name
from briefgen.read.findings import shorten
from briefgen.read.yaml.nodes import Scalar

# The lists of names; in those of slugs such a text is no slug, and other lists hold sentences.
_NAMES = frozenset({"people", "organizations", "places", "topics", "publishers", "author"})
_COMMA = re.compile(r"[,;،؛、，；]\s*(?=\S)")


def warn_of_commas(node: Scalar, path: str, scene: Scene) -> None:
    """Tell of a lone text that looks like several names: it counts as one."""
    field = field_name(path)
    if field not in _NAMES or not _COMMA.search(node.text):
        return
    names = ", ".join(_COMMA.split(node.text.strip()))
    scene.findings.warning(
        "list-comma",
        f"`{field}` has one name, and it holds a comma: “{shorten(node.text)}”.",
        node.mark,
        f"Write `{field}: [{names}]`. If it is one name, say so with brackets and quotation marks: "
        f'`["{node.text.strip()}"]`.',
    )

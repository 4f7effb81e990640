"""`field_aliases`: an archive that calls a key otherwise builds unedited."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.read.findings import Findings
from briefgen.read.yaml.nodes import Mapping, Node, Scalar


def apply_aliases(
    node: Mapping, aliases: dict[str, str], known: Iterable[str], findings: Findings
) -> Mapping:
    """The mapping with each aliased key under its target; `source.url` puts it into the mapping
    `source`. An alias whose target this kind of file does not know (`known`) is left alone."""
    if not any(key.text in aliases for key, _ in node.pairs):
        return node
    names = frozenset(known)
    kept: dict[str, tuple[Scalar, Node]] = {}
    moved: list[tuple[Scalar, list[str], Node]] = []
    for key, value in node.pairs:
        target = aliases.get(key.text, "").split(".")
        if target[0] in names or target[0].startswith("x_"):
            moved.append((key, target, value))
        else:
            kept[key.text] = (key, value)
    for key, target, value in moved:
        _put(kept, key, target, value, findings)
    return Mapping(pairs=tuple(kept.values()), mark=node.mark)


def _put(
    pairs: dict[str, tuple[Scalar, Node]],
    key: Scalar,
    target: list[str],
    value: Node,
    findings: Findings,
) -> None:
    first, rest = target[0], target[1:]
    present = pairs.get(first)
    name = Scalar(text=first, plain=True, mark=key.mark)
    if not rest and present is None:
        pairs[first] = (name, value)
        return
    if rest and (present is None or isinstance(present[1], Mapping)):
        inner = {} if present is None else {k.text: (k, v) for k, v in _pairs(present[1])}
        _put(inner, key, rest, value, findings)
        mark = key.mark if present is None else present[1].mark
        nested = Mapping(pairs=tuple(inner.values()), mark=mark)
        pairs[first] = (name if present is None else present[0], nested)
        return
    line = present[0].mark.line if present else 0
    findings.error(
        "alias-conflict",
        f"The key `{key.text}` stands for `{first}`, which is also in line {line}.",
        key.mark,
        "Keep one of the two; `field_aliases` in briefgen.yaml makes them the same.",
    )


def _pairs(node: Node) -> tuple[tuple[Scalar, Node], ...]:
    return node.pairs if isinstance(node, Mapping) else ()

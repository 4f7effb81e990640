"""A record from a YAML file."""

from __future__ import annotations

from typing import TypeVar, cast

from briefgen.diagnostics import Diagnostic, has_errors
from briefgen.model.base import Record
from briefgen.model.marks import Mark, Marks
from briefgen.read.convert.records import convert_records, plan_of
from briefgen.read.convert.values import Scene
from briefgen.read.decode import decode
from briefgen.read.findings import Findings
from briefgen.read.reading import Reading
from briefgen.read.yaml.nodes import Mapping, Node, describe, is_null
from briefgen.read.yaml.parse import parse_yaml

R = TypeVar("R", bound=Record)


def read_mapping(
    path: str, data: bytes, type_: type[R], reading: Reading
) -> tuple[R | None, Marks, tuple[Diagnostic, ...]]:
    """The record that a YAML file holds, and the places of its fields. No record if any of the
    diagnostics is an error."""
    findings = Findings(path)
    record = gather_mapping(data, type_, reading, findings)
    diagnostics = findings.report()
    return (None if has_errors(diagnostics) else record), findings.marks, diagnostics


def gather_mapping(data: bytes, type_: type[R], reading: Reading, findings: Findings) -> R | None:
    """As `read_mapping`, for callers that have more to check."""
    text = decode(data, reading.limits.file_size, findings)
    if text is None:
        return None
    root = parse_yaml(text, 0, reading.nesting, reading.limits.yaml_aliases, findings)
    keys = root_mapping(root, 1, findings)
    if keys is None:
        return None
    made = convert_records(
        plan_of(type_), keys, "", Scene(timezone=reading.timezone, findings=findings)
    )
    return cast("R", made[0]) if made else None


def root_mapping(root: Node | None, line: int, findings: Findings) -> Mapping | None:
    """The root of a file as a mapping; an empty one if nothing was written, which `findings` has
    no error about."""
    if isinstance(root, Mapping):
        return root
    if root is None or is_null(root):
        empty = Mapping(pairs=(), mark=Mark(line=line, column=1))
        return None if findings.diagnostics else empty
    findings.error(
        "yaml-shape",
        f"Here should stand keys and values, and stands {describe(root)}.",
        root.mark,
        "Write each on a line of its own: a key, a colon, a space, the value.",
    )
    return None

"""What can be made out of a broken item: its slug, and who may see it.

A mistake elsewhere in a file must not keep what it now withholds in the output.
"""

from __future__ import annotations

from briefgen.model.handling import Handled, Tlp
from briefgen.model.item import Kind
from briefgen.read.convert.aliases import apply_aliases
from briefgen.read.convert.records import convert_records, plan_of
from briefgen.read.convert.values import Scene
from briefgen.read.decode import decode
from briefgen.read.findings import Findings
from briefgen.read.front import split_front
from briefgen.read.mapping import root_mapping
from briefgen.read.naming import slug_of
from briefgen.read.reading import Reading
from briefgen.read.yaml.parse import parse_yaml

FOREIGN = "key-unknown"


class Sketch(Handled):
    """The keys of a broken item that handling needs."""

    slug: str = ""


def read_sketch(kind: Kind, path: str, data: bytes, reading: Reading) -> Sketch | None:
    """The sketch of an item that `read_item` could not read; None if not even its front matter can
    be parsed. Where a key of handling is itself wrong, its author meant to restrict the item, and
    it counts as RED."""
    findings = Findings(path)
    source = decode(data, reading.limits.file_size, findings)
    parts = None if source is None else split_front(source, findings)
    if parts is None:
        return None
    root = parse_yaml(parts.keys, 1, reading.nesting, reading.limits.yaml_aliases, findings)
    mapping = root_mapping(root, 1, findings)
    if mapping is None:
        return None
    plan = plan_of(Sketch)
    if reading.field_aliases:
        mapping = apply_aliases(mapping, reading.field_aliases, plan.converters, findings)
    clean = Findings(path)
    made = convert_records(plan, mapping, "", Scene(timezone=reading.timezone, findings=clean))
    if made is None:
        return None
    (sketch,) = made
    assert isinstance(sketch, Sketch)  # noqa: S101  what the plan makes
    slug = sketch.slug or slug_of(kind, path, reading)
    if any(each.code != FOREIGN for each in clean.diagnostics):
        return Sketch(slug=slug, tlp=Tlp.RED)
    return Sketch(
        slug=slug,
        tlp=sketch.tlp,
        audience=sketch.audience,
        embargo=sketch.embargo,
        expires=sketch.expires,
        status=sketch.status,
    )

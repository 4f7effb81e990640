"""Records from mappings, one or several records from the same mapping."""

from __future__ import annotations

import functools
import typing
from typing import Any, NamedTuple

import msgspec

from briefgen.model.base import Record
from briefgen.model.entities import Entity
from briefgen.model.handling import Audience
from briefgen.model.packet import Entry
from briefgen.model.settings import NavItem
from briefgen.read.convert.scalars import wrong_type
from briefgen.read.convert.strangers import meant_key
from briefgen.read.convert.types import converter_of, plain_data
from briefgen.read.convert.values import FAILED, Converter, Failed, Scene
from briefgen.read.yaml.nodes import Mapping, Node, Scalar, is_null

OWN = "x_"  # how the author's own keys begin
EXTRA = "extra"  # the field that takes them


class Plan(NamedTuple):
    """How records of certain types are made of one mapping: a converter for each key, the keys that
    must be there, those of them that are text, whether there is room for the author's own keys,
    and the fields of each type."""

    converters: dict[str, Converter]
    required: tuple[str, ...]
    required_text: tuple[str, ...]
    takes_extra: bool
    types: tuple[tuple[type[Record], tuple[str, ...]], ...]


@functools.cache
def plan_of(*types: type[Record]) -> Plan:
    """The plan for these types. Where two have the same key, it has the same type."""
    converters: dict[str, Converter] = {}
    required: list[str] = []
    required_text: list[str] = []
    for type_ in types:
        hints = typing.get_type_hints(type_)
        for field in msgspec.structs.fields(type_):
            if field.name != EXTRA:
                convert = converter_of(hints[field.name], field.name, record_converter)
                converters[field.name] = convert
                if field.required:
                    required.append(field.name)
                    if hints[field.name] is str:
                        required_text.append(field.name)
    return Plan(
        converters,
        tuple(required),
        tuple(required_text),
        any(EXTRA in type_.__struct_fields__ for type_ in types),
        tuple((type_, type_.__struct_fields__) for type_ in types),
    )


@functools.cache
def record_converter(type_: type[Record]) -> Converter:
    """A converter for a nested record."""
    short = shorthand_of(type_)

    def convert(node: Node, path: str, scene: Scene) -> object:
        if short and isinstance(node, Scalar) and not is_null(node):
            value = plan_of(type_).converters[short](node, path, scene)
            return FAILED if isinstance(value, Failed) else type_(**{short: value})
        if not isinstance(node, Mapping):
            first = next(iter(plan_of(type_).converters))
            below = f"Write its keys below it, two spaces to the right, such as `{first}: ...`."
            complaint = wrong_type("a group of keys", node)
            if not complaint.hint:
                complaint = msgspec.structs.replace(complaint, hint=below)
            scene.complain(path, complaint, node.mark)
            return FAILED
        made = convert_records(plan_of(type_), node, path, scene)
        return FAILED if made is None else made[0]

    return convert


def shorthand_of(type_: type[Record]) -> str:
    """The field that a bare value stands for, where one will do instead of a group of keys."""
    return {Entry: "article", NavItem: "page", Entity: "name", Audience: "ceiling"}.get(type_, "")


def convert_records(
    plan: Plan, node: Mapping, path: str, scene: Scene
) -> tuple[Record, ...] | None:
    """One record of each type, made of one mapping at `path` (empty for a whole file). None if a
    key is missing or wrong without which a record cannot be made; a record may also come of a
    mapping with mistakes, so it counts only if none was reported."""
    converters = plan.converters
    values: dict[str, Any] = {}
    extra: dict[str, object] = {}
    prefix = f"{path}." if path else ""
    marks = scene.findings.marks
    marks[path] = node.mark
    absent = set(plan.required)
    meant: set[str] = set()  # keys that stand here in another spelling, which has been told
    for key, value in node.pairs:
        name = key.text
        convert = converters.get(name)
        if convert is None:
            if plan.takes_extra and name.startswith(OWN):
                extra[name] = plain_data(value)
            else:
                meant.add(_unknown(key, plan, scene))
            continue
        place = prefix + name
        marks[place] = value.mark
        marks[place + "@key"] = key.mark
        if is_null(value):
            continue
        absent.discard(name)
        made = convert(value, place, scene)
        if made is not FAILED:
            values[name] = made
    for name in sorted(absent - meant):
        scene.findings.error(
            "key-missing",
            f"The key `{name}` is missing.",
            marks.get(f"{prefix}{name}@key", node.mark),
            f"Write `{name}: ...`.",
        )
    for name in plan.required_text:
        # What is missing has been told; the rest of the record can still be judged.
        values.setdefault(name, "")
    if any(name not in values for name in plan.required):
        return None
    if plan.takes_extra:
        values[EXTRA] = extra
    return tuple(
        type_(**{name: values[name] for name in names if name in values})
        for type_, names in plan.types
    )


def _unknown(key: Scalar, plan: Plan, scene: Scene) -> str:
    """The key that was probably meant, or nothing."""
    meant, hint = meant_key(key.text, tuple(type_ for type_, _ in plan.types))
    scene.findings.error("key-unknown", f"There is no key `{key.text}` here.", key.mark, hint)
    return meant

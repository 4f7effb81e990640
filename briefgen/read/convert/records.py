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
from briefgen.read.convert.types import converter_of, plain_data
from briefgen.read.convert.values import FAILED, Converter, Failed, Scene
from briefgen.read.suggest import did_you_mean
from briefgen.read.yaml.nodes import Mapping, Node, Scalar, is_null

OWN = "x_"  # how the author's own keys begin
EXTRA = "extra"  # the field that takes them


class Field(NamedTuple):
    """A key and what its values become."""

    convert: Converter
    required: bool


@functools.cache
def fields_of(types: tuple[type[Record], ...]) -> dict[str, Field]:
    """The keys of the records together. Where two have the same key, it has the same type."""
    found: dict[str, Field] = {}
    for type_ in types:
        hints = typing.get_type_hints(type_)
        for field in msgspec.structs.fields(type_):
            if field.name != EXTRA:
                convert = converter_of(hints[field.name], field.name, record_converter)
                found[field.name] = Field(convert, field.required)
    return found


@functools.cache
def record_converter(type_: type[Record]) -> Converter:
    """A converter for a nested record."""
    short = _shorthand(type_)

    def convert(node: Node, path: str, scene: Scene) -> object:
        if short and isinstance(node, Scalar) and not is_null(node):
            value = fields_of((type_,))[short].convert(node, path, scene)
            return FAILED if isinstance(value, Failed) else type_(**{short: value})
        if not isinstance(node, Mapping):
            scene.complain(path, wrong_type("a group of keys", node), node.mark)
            return FAILED
        made = convert_records((type_,), node, path, scene)
        return FAILED if made is None else made[0]

    return convert


def _shorthand(type_: type[Record]) -> str:
    """The field that a bare value stands for, where one will do instead of a group of keys."""
    return {Entry: "article", NavItem: "page", Entity: "name", Audience: "ceiling"}.get(type_, "")


def convert_records(
    types: tuple[type[Record], ...], node: Mapping, path: str, scene: Scene
) -> tuple[Record, ...] | None:
    """One record of each type, made of one mapping at `path` (empty for a whole file). None if a
    key is missing or wrong without which a record cannot be made."""
    fields = fields_of(types)
    values: dict[str, Any] = {}
    extra: dict[str, object] = {}
    takes_extra = any(EXTRA in type_.__struct_fields__ for type_ in types)
    prefix = f"{path}." if path else ""
    marks = scene.findings.marks
    marks[path] = node.mark
    given: set[str] = set()
    for key, value in node.pairs:
        name = key.text
        field = fields.get(name)
        if field is None:
            if takes_extra and name.startswith(OWN):
                extra[name] = plain_data(value)
            else:
                _unknown(key, fields, scene)
            continue
        place = prefix + name
        marks[place] = value.mark
        marks[f"{place}@key"] = key.mark
        if is_null(value):
            continue
        given.add(name)
        made = field.convert(value, place, scene)
        if made is not FAILED:
            values[name] = made
    for name, field in fields.items():
        if field.required and name not in given:
            scene.findings.error(
                "key-missing",
                f"The key `{name}` is missing.",
                marks.get(f"{prefix}{name}@key", node.mark),
            )
    if any(field.required and name not in values for name, field in fields.items()):
        return None
    if takes_extra:
        values[EXTRA] = extra
    return tuple(
        type_(**{name: values[name] for name in type_.__struct_fields__ if name in values})
        for type_ in types
    )


def _unknown(key: Scalar, fields: dict[str, Field], scene: Scene) -> None:
    scene.findings.error(
        "key-unknown",
        f"There is no key `{key.text}` here.",
        key.mark,
        did_you_mean(key.text, fields),
    )

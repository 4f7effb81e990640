"""Schemas of records, field by field, as `briefgen.read.convert` reads them."""

from __future__ import annotations

import enum
import types
import typing
from typing import get_args, get_origin

import msgspec

from briefgen.model.base import Record
from briefgen.model.dates import Moment, Period
from briefgen.model.handling import Tlp
from briefgen.read.convert.records import EXTRA, OWN, shorthand_of
from briefgen.schema import scalars
from briefgen.schema.descriptions import describe
from briefgen.schema.scalars import Schema

NULL: Schema = {"type": "null"}


def object_schema(records: tuple[type[Record], ...], defs: dict[str, Schema]) -> Schema:
    """The schema of a mapping from which these records are made. Those nested in it are put into
    `defs`.
    """
    properties: Schema = {}
    required: list[str] = []
    own = False
    for record in records:
        hints = typing.get_type_hints(record)
        for field in msgspec.structs.fields(record):
            if field.name == EXTRA:
                own = True
                continue
            schema = _value(hints[field.name], field.name, defs)
            if field.required:
                required.append(field.name)
            else:
                schema = _or_null(schema)
                schema |= _default(field.default)
            description = describe(record, field.name)
            properties[field.name] = (
                {"description": description} | schema if description else schema
            )
    schema = {"type": "object", "properties": properties}
    if required:
        schema["required"] = required
    if own:
        schema["patternProperties"] = {f"^{OWN}": {}}
    schema["additionalProperties"] = False
    return schema


def _value(type_: object, name: str, defs: dict[str, Schema]) -> Schema:
    origin = get_origin(type_)
    if origin is types.UnionType:
        (present,) = (each for each in get_args(type_) if each is not types.NoneType)
        return _value(present, name, defs)
    if origin is tuple:
        item = _value(get_args(type_)[0], name, defs)
        # A lone value is a list of one.
        return {"anyOf": [{"type": "array", "items": item}, item]}
    if origin is dict:
        return {"type": "object", "additionalProperties": _value(get_args(type_)[1], "", defs)}
    return _single(type_, name, defs)


def _single(type_: object, name: str, defs: dict[str, Schema]) -> Schema:
    if type_ is str:
        return dict(scalars.CHECKED.get(name, scalars.text()))
    simple = {
        bool: scalars.boolean,
        int: scalars.integer,
        Moment: scalars.moment,
        Period: scalars.period,
        Tlp: scalars.tlp,
    }
    for known, make in simple.items():
        if type_ is known:
            return make()
    if isinstance(type_, type) and issubclass(type_, enum.StrEnum):
        return scalars.word(type_)
    if isinstance(type_, type) and issubclass(type_, Record):
        return _nested(type_, defs)
    raise TypeError(f"no schema for {type_}")


def _nested(record: type[Record], defs: dict[str, Schema]) -> Schema:
    name = record.__name__.lower()
    if name not in defs:
        defs[name] = {}  # holds the place, should a record ever hold its own kind
        defs[name] = object_schema((record,), defs)
    reference: Schema = {"$ref": f"#/$defs/{name}"}
    short = shorthand_of(record)
    if not short:
        return reference
    bare = _value(typing.get_type_hints(record)[short], short, defs)
    return {"anyOf": [bare, reference]}


def _or_null(schema: Schema) -> Schema:
    """The schema of a key that may be left empty, which counts as left out."""
    kinds = schema.get("type")
    if isinstance(kinds, list):
        return schema | {"type": [*kinds, "null"]}
    if isinstance(kinds, str):
        return schema | {"type": [kinds, "null"]}
    choices = schema.get("anyOf")
    if isinstance(choices, list):
        return {"anyOf": [*choices, NULL]}
    return {"anyOf": [schema, NULL]}


def _default(value: object) -> Schema:
    """What holds where the key is left out, if that is worth saying."""
    if isinstance(value, enum.Enum):
        return {"default": value.value}
    return {"default": value} if isinstance(value, bool | int | str) and value != "" else {}

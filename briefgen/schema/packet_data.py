"""The schema of `packets/SLUG.json`. Only briefgen writes such a file, so it says what is in
it, and not all that would be understood.
"""

from __future__ import annotations

import types
import typing

import msgspec

from briefgen.model.base import Record
from briefgen.model.packet_data import FORMAT, VERSION, PacketData
from briefgen.schema.descriptions import describe
from briefgen.schema.kinds import DRAFT
from briefgen.schema.scalars import Schema

TITLE = "A packet as data: packets/SLUG.json"
_SIMPLE = {str: "string", int: "integer", bool: "boolean"}


def packet_data_schema() -> Schema:
    """What may stand in the file, by the records that it is written from. Keys that are not named
    here may come with a later version, and are to be passed over.
    """
    defs: dict[str, Schema] = {}
    body = _object(PacketData, defs)
    properties = body["properties"]
    assert isinstance(properties, dict)  # noqa: S101  as `_object` makes it
    properties["format"] |= {"const": FORMAT}
    properties["version"] |= {"const": VERSION}
    return {"$schema": DRAFT, "title": TITLE, **body, "$defs": dict(sorted(defs.items()))}


def _object(record: type[Record], defs: dict[str, Schema]) -> Schema:
    hints = typing.get_type_hints(record)
    fields = msgspec.structs.fields(record)
    return {
        "type": "object",
        "properties": {
            field.name: {"description": describe(record, field.name)}
            | _value(hints[field.name], defs)
            for field in fields
        },
        "required": [field.name for field in fields if field.required],
    }


def _value(hint: object, defs: dict[str, Schema]) -> Schema:
    inner = typing.get_args(hint)
    if typing.get_origin(hint) is types.UnionType:
        (present,) = (each for each in inner if each is not types.NoneType)
        return _value(present, defs)
    if typing.get_origin(hint) is tuple:
        if inner[-1] is Ellipsis:
            return {"type": "array", "items": _value(inner[0], defs)}
        items = [_value(each, defs) for each in inner]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "items": False}
    if isinstance(hint, type) and issubclass(hint, Record):
        name = hint.__name__.removesuffix("Data").lower()
        if name not in defs:
            defs[name] = _object(hint, defs)
        return {"$ref": f"#/$defs/{name}"}
    assert isinstance(hint, type)  # noqa: S101  the records have no other
    return {"type": _SIMPLE[hint]}

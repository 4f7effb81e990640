"""Records as plain data for JSON, under the names of their fields."""

from __future__ import annotations

import enum
import functools

import msgspec

from briefgen.model.base import Record


def plain(value: object) -> object:
    """The same as mappings and lists. A field that holds its default is left out."""
    if isinstance(value, Record):
        return {
            field.name: plain(held)
            for field in _fields(type(value))
            if (held := getattr(value, field.name)) != field.default
        }
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return value.value if isinstance(value, enum.Enum) else value


@functools.cache
def _fields(kind: type[Record]) -> tuple[msgspec.structs.FieldInfo, ...]:
    # msgspec finds the types out anew each time, which takes longer than all the rest.
    return msgspec.structs.fields(kind)


def json_bytes(value: object) -> bytes:
    """JSON for programs and for people: UTF-8, indented, keys in the order given."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"

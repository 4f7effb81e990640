"""The common ground of all records: frozen, compact, comparable by value."""

from __future__ import annotations

import hashlib
from typing import Any, dataclass_transform

import msgspec

# A digest is 16 bytes of BLAKE2b in hexadecimal: short enough to store by the ten thousand, long
# enough that no two inputs of a site will ever meet.
DIGEST_SIZE = 16


class RecordType(msgspec.StructMeta):
    """Makes every record frozen and keyword-only, so that no class need repeat it. `array_like`
    keeps a record small in the store and cheap to digest; field names live in the class, and a
    change of class changes the digest of briefgen's source, which empties the store.
    """

    def __new__(
        mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **_config: bool
    ) -> RecordType:
        return super().__new__(
            mcs, name, bases, namespace, frozen=True, kw_only=True, array_like=True, gc=False
        )


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Record(msgspec.Struct, metaclass=RecordType, frozen=True, kw_only=True):
    """A value: frozen, typed, equal by content."""


def digest_bytes(*parts: bytes) -> str:
    """Digest of a sequence of byte strings; where one ends and the next begins counts."""
    state = hashlib.blake2b(digest_size=DIGEST_SIZE)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.hexdigest()


def digest_value(value: object) -> str:
    """Digest of a record, or of plain data made of records."""
    return digest_bytes(msgspec.msgpack.encode(value, order="deterministic"))

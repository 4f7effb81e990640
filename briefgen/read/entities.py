"""`content/entities.yaml`: people, organisations, places and topics."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic
from briefgen.model.entities import Entities
from briefgen.model.marks import Marks
from briefgen.read.mapping import read_mapping
from briefgen.read.reading import Reading


def read_entities(
    path: str, data: bytes, reading: Reading
) -> tuple[Entities | None, Marks, tuple[Diagnostic, ...]]:
    """The entities, and the places of their fields."""
    return read_mapping(path, data, Entities, reading)

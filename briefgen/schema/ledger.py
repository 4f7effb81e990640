"""The schema of a line of the ledger. Only briefgen writes one, in plain JSON, so it is stricter
than those of what people write.
"""

from __future__ import annotations

import msgspec

from briefgen.model.ledger import Issue
from briefgen.schema.kinds import DRAFT
from briefgen.schema.scalars import Schema

TITLE = "A line of content/ledger/AUDIENCE.jsonl"


def ledger_schema() -> Schema:
    """Without the detour by which msgspec names even the outermost record."""
    (body,), defs = msgspec.json.schema_components([Issue], ref_template="#/$defs/{name}")
    outermost = defs.pop(str(body["$ref"]).rpartition("/")[2])
    return {"$schema": DRAFT, **outermost, "title": TITLE, "$defs": defs}

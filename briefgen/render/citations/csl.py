"""CSL-JSON, which Zotero, pandoc and all processors of the Citation Style Language read (1.0.2)."""

from __future__ import annotations

from briefgen.plan.views.citations import Citation, Citations, CitedDate
from briefgen.render.plain import json_bytes

# The field of CSL for each of ours that passes as it is.
_SAME = {
    "container": "container-title",
    "publisher": "publisher",
    "url": "URL",
    "archive_url": "archive_location",
    "language": "language",
    "genre": "genre",
}


def render_csl(citations: Citations) -> bytes:
    """All of them, as one list."""
    return json_bytes([_entry(each) for each in citations.entries])


def _entry(cited: Citation) -> dict[str, object]:
    entry: dict[str, object] = {"id": cited.key, "type": cited.type, "title": cited.title}
    if cited.authors:
        entry["author"] = [{"literal": name} for name in cited.authors]
    if cited.translator:
        entry["translator"] = [{"literal": cited.translator}]
    if cited.issued:
        entry["issued"] = _date(cited.issued)
    if cited.accessed:
        entry["accessed"] = _date(cited.accessed)
    entry.update(
        (theirs, getattr(cited, ours)) for ours, theirs in _SAME.items() if getattr(cited, ours)
    )
    return entry


def _date(date: CitedDate) -> dict[str, object]:
    made: dict[str, object] = (
        {"literal": date.literal}
        if date.literal
        else {"date-parts": [list(each) for each in (date.start, date.end) if each]}
    )
    return {**made, "circa": True} if date.circa else made

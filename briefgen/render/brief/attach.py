"""Files in the file of a brief: the packet as data."""

from __future__ import annotations

import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from weasyprint import Attachment

if TYPE_CHECKING:
    from briefgen.render.brief.job import BriefJob

# WeasyPrint would take the clock's. Only a packet without a date of its own gets this one.
UNDATED = "1970-01-01"

# What they are for (ISO 32000-2, 7.11.3): a form of the brief that programs can read.
RELATIONSHIP = "Data"


def attachments(job: BriefJob) -> list[Attachment]:
    """The files that the job brings, dated as the packet."""
    created = datetime.date.fromisoformat(job.meta.created or UNDATED)
    modified = datetime.date.fromisoformat(job.meta.modified or UNDATED)
    ordered = sorted(job.attached, key=lambda each: each.name)  # as names lie in a PDF (7.9.6)
    return [
        Attachment(
            file_obj=BytesIO(each.data),
            name=each.name,
            description=f"{job.meta.title}: {each.name}",
            created=_midnight(created),
            modified=_midnight(modified),
            relationship=RELATIONSHIP,
        )
        for each in ordered
    ]


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)

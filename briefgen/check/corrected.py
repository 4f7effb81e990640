"""A correction that bears a day which has not come.

It is shown all the same: a slip in a date must not hide a correction from those who need it.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding
from briefgen.model.page import PageFace


def _ahead(subject: Subject) -> Iterable[Finding]:
    for face in subject.faces:
        if isinstance(face.keys, PageFace):
            continue
        for number, correction in enumerate(face.keys.corrections):
            if correction.date.at > subject.now:
                yield Finding(
                    code="correction-ahead",
                    message=f"The correction is dated {correction.date.text}, which lies ahead.",
                    item=face.id,
                    path=face.path,
                    field=f"corrections.{number}.date",
                    hint="Write the day on which it was made. Readers see it from now on.",
                )


RULES = (Rule(code="correction-ahead", run=_ahead),)

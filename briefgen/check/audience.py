"""An item for an audience that does not exist would be shown to nobody."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding
from briefgen.read.suggest import nearest


def _unknown(subject: Subject) -> Iterable[Finding]:
    known = subject.settings.audiences
    for face in subject.faces:
        for number, name in enumerate(face.keys.audience):
            if name in known:
                continue
            close = nearest(name, known)
            yield Finding(
                code="audience-unknown",
                message=f"There is no audience “{name}” in briefgen.yaml.",
                item=face.id,
                path=face.path,
                field=f"audience.{number}",
                hint=f"Did you mean “{close}”?" if close else "Add it under `audiences:`.",
            )


RULES = (Rule(code="audience-unknown", run=_unknown),)

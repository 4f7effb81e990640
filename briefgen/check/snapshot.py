"""A snapshot that is not there, or no longer what was captured."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.article import ArticleFace
from briefgen.model.finding import Finding
from briefgen.read.suggest import nearest


def _absent(subject: Subject) -> Iterable[Finding]:
    for face in subject.faces:
        source = face.keys.source if isinstance(face.keys, ArticleFace) else None
        if source is None or not source.snapshot or source.snapshot in subject.snapshots:
            continue
        close = nearest(source.snapshot, subject.snapshots)
        yield Finding(
            code="snapshot-missing",
            message=f"There is no snapshot “{source.snapshot}” in {subject.settings.sources_dir}.",
            item=face.id,
            path=face.path,
            field="source.snapshot",
            hint=f"Did you mean “{close}”?" if close else "",
        )


def _changed(subject: Subject) -> Iterable[Finding]:
    for face in subject.faces:
        source = face.keys.source if isinstance(face.keys, ArticleFace) else None
        if source is None or not source.sha256:
            continue
        found = subject.snapshots.get(source.snapshot)
        if found is not None and found != source.sha256.lower():
            yield Finding(
                code="snapshot-changed",
                message="The snapshot is not what it was when its digest was noted: "
                f"it now has the SHA-256 {found}.",
                item=face.id,
                path=face.path,
                field="source.sha256",
                hint="Restore the captured text, or check the article against the new one and note "
                "its digest.",
            )


RULES = (
    Rule(code="snapshot-missing", run=_absent),
    Rule(code="snapshot-changed", run=_changed),
)

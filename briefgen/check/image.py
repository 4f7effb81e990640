"""Pictures are not published yet; nobody should think that they are."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.article import ArticleFace
from briefgen.model.finding import Finding
from briefgen.model.settings import Level


def _pictured(subject: Subject) -> Iterable[Finding]:
    for face in subject.faces:
        if isinstance(face.keys, ArticleFace) and face.keys.image:
            yield Finding(
                code="image-unsupported",
                message="This version of briefgen does not publish pictures; the article appears "
                "without its image.",
                item=face.id,
                path=face.path,
                field="image",
            )


RULES = (Rule(code="image-unsupported", level=Level.WARNING, run=_pictured),)

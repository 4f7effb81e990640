"""Keys that an item can do without only if the site says so."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.article import ArticleFace
from briefgen.model.finding import Finding
from briefgen.model.handling import Status
from briefgen.model.page import PageFace

HINTS = {
    "date": "Add `date:` with the day of the entry, such as `date: 2021-08-17`.",
    "summary": "Add `summary:` with two or three sentences of your own.",
    "source": "Add `source:` with at least a title, a publisher or an address.",
}


def _missing(subject: Subject, key: str) -> Iterable[Finding]:
    for face in subject.faces:
        # A draft is allowed to be unfinished.
        if isinstance(face.keys, PageFace) or face.keys.status is Status.DRAFT:
            continue
        if key != "date" and not isinstance(face.keys, ArticleFace):
            continue
        if not getattr(face.keys, key):
            yield Finding(
                code=f"{key}-missing",
                message=f"This {face.kind.value} has no {key}.",
                item=face.id,
                path=face.path,
                field="title",  # by its title an item is known
                hint=HINTS[key],
            )


RULES = tuple(
    Rule(
        code=f"{key}-missing",
        run=lambda subject, key=key: _missing(subject, key),  # type: ignore[misc]  # bound per key
    )
    for key in HINTS
)

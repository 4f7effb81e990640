"""Pictures that say nothing to those who do not see them."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.article import ArticleFace
from briefgen.model.finding import Finding

HINT = "If a picture only adorns, say so once for the item: `silence: {alt-missing: the reason}`."


def _unsaid(subject: Subject) -> Iterable[Finding]:
    for face in subject.faces:
        keys = face.keys
        if isinstance(keys, ArticleFace) and keys.image and not keys.image_alt.strip():
            yield Finding(
                code="alt-missing",
                message="The image has no `image_alt` that says what is to be seen.",
                item=face.id,
                path=face.path,
                field="image",
                hint=HINT,
            )
        for picture in face.pictures:
            if not picture.alt:
                yield Finding(
                    code="alt-missing",
                    message="Nothing says what is to be seen on this picture.",
                    item=face.id,
                    path=face.path,
                    mark=picture.mark,
                    hint=f"Write it between the square brackets. {HINT}",
                )


RULES = (Rule(code="alt-missing", run=_unsaid),)

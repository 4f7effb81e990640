"""A name that is almost, but not quite, that of a known entity."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.article import ArticleFace
from briefgen.model.finding import Finding
from briefgen.read.suggest import nearest
from briefgen.resolve.terms import TermKind, known_entities, name_key, named_fields


def _near(subject: Subject) -> Iterable[Finding]:
    spellings = {
        kind: {name_key(name): name for each in known for name in (each.name, *each.aliases)}
        for kind, known in known_entities(subject.entities).items()
    }
    close_to: dict[tuple[str, str], str | None] = {}
    for face in subject.faces:
        if not isinstance(face.keys, ArticleFace):
            continue
        for kind, field, name in named_fields(face.keys):
            known = spellings.get(kind)
            if field.endswith(".speaker"):
                known = {**spellings[TermKind.ORGANIZATIONS], **spellings[TermKind.PEOPLE]}
            if not known or name_key(name) in known:
                continue
            if (kind, name) not in close_to:
                close_to[kind, name] = nearest(name, known.values())
            close = close_to[kind, name]
            if close is not None:
                yield Finding(
                    code="name-near",
                    message=f"“{name}” is not in entities.yaml, but “{close}” is.",
                    item=face.id,
                    path=face.path,
                    field=field,
                    hint=f"Write “{close}”, or add “{name}” to the entities if it is another.",
                )


RULES = (Rule(code="name-near", run=_near),)

"""An article that a packet lists twice: it is shown at its first place only."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding
from briefgen.model.packet import PacketFace


def _repeated(subject: Subject) -> Iterable[Finding]:
    for face in subject.faces:
        if not isinstance(face.keys, PacketFace):
            continue
        seen: set[str] = set()
        for field, slug in entries_of(face.keys):
            if slug in seen:
                yield Finding(
                    code="entry-repeated",
                    message=f"The packet lists “{slug}” twice; it is shown at its first place.",
                    item=face.id,
                    path=face.path,
                    field=field,
                    hint="Take one of the two out.",
                )
            seen.add(slug)


def entries_of(keys: PacketFace) -> Iterable[tuple[str, str]]:
    """The slugs that a packet lists, each after the field in which it stands."""
    for number, entry in enumerate(keys.articles):
        yield f"articles.{number}.article", entry.article
    for number, section in enumerate(keys.sections):
        for place, entry in enumerate(section.articles):
            yield f"sections.{number}.articles.{place}.article", entry.article


RULES = (Rule(code="entry-repeated", run=_repeated),)

"""What of the entities may be read by this audience: those that an item names that it may see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.leaks.fold import fold
from briefgen.leaks.matter import Matter, texts_in
from briefgen.model.article import ArticleFace
from briefgen.model.entities import Entities, Entity
from briefgen.model.item import AnyFace


def names_in(faces: Iterable[AnyFace]) -> frozenset[bytes]:
    """Every name by which these items may mean an entity, folded."""
    names: set[str] = set()
    for face in faces:
        keys = face.keys
        if isinstance(keys, ArticleFace):
            names.update((*keys.people, *keys.organizations, *keys.places, *keys.topics))
            names.update(each.speaker for each in keys.statements)
            names.update(each.where for each in keys.events)
    return frozenset(map(fold, names))


def divided(entities: Entities, names: frozenset[bytes]) -> tuple[list[Matter], list[str]]:
    """The texts that only others may read, and those that may be shown. Of an entity that is
    named, the spellings that nobody uses are left out of both: they are neither shown nor secret.
    """
    secret: list[Matter] = []
    shown: list[str] = []
    for entity in _all(entities):
        spelt = (entity.name, *entity.aliases)
        if names.isdisjoint(map(fold, spelt)):
            secret.extend(Matter(where="entities", text=text) for text in texts_in(entity))
        else:
            shown.extend((entity.name, entity.slug, entity.description, *entity.same_as))
    return secret, shown


def _all(entities: Entities) -> Iterator[Entity]:
    yield from (*entities.people, *entities.organizations, *entities.places, *entities.topics)

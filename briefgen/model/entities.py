"""People, organisations, places and topics, and the names they go by."""

from __future__ import annotations

from briefgen.model.base import Record


class Entity(Record):
    """One person, organisation, place or topic. `name` is the heading under which it stands, `sort`
    the name as an index files it ("Kabulov, Zamir").
    """

    name: str
    sort: str = ""
    slug: str = ""
    aliases: tuple[str, ...] = ()
    description: str = ""
    same_as: tuple[str, ...] = ()


class Entities(Record):
    """`content/entities.yaml`."""

    people: tuple[Entity, ...] = ()
    organizations: tuple[Entity, ...] = ()
    places: tuple[Entity, ...] = ()
    topics: tuple[Entity, ...] = ()

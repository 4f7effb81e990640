"""People, organisations, places, topics and publishers, as far as published items name them."""

from __future__ import annotations

import enum
import functools
import unicodedata
from collections.abc import Iterable

from briefgen.model.article import ArticleFace
from briefgen.model.base import Record, digest_value
from briefgen.model.entities import Entities, Entity
from briefgen.model.finding import Finding
from briefgen.model.item import Article
from briefgen.read.slug import slugify


class TermKind(enum.StrEnum):
    """The kinds of term; the value is the folder of their pages."""

    PEOPLE = "people"
    ORGANIZATIONS = "organizations"
    PLACES = "places"
    TOPICS = "topics"
    PUBLISHERS = "publishers"


class Term(Record):
    """A name under which articles are found. `aliases` are only the other spellings that published
    items use: what only a withheld item says stays unsaid. `articles` are slugs. `sort` is the name
    as an index files it, empty where nobody said.
    """

    kind: TermKind
    slug: str
    name: str
    sort: str = ""
    aliases: tuple[str, ...] = ()
    description: str = ""
    same_as: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


class Terms(Record):
    """All terms by kind and slug, and `names`: from a kind and a name as written to the slug."""

    by_kind: dict[TermKind, dict[str, Term]]
    names: dict[TermKind, dict[str, str]]

    def speaker(self, name: str) -> Term | None:
        """The person, or else the organisation, that goes by `name`."""
        return self.find(TermKind.PEOPLE, name) or self.find(TermKind.ORGANIZATIONS, name)

    def find(self, kind: TermKind, name: str) -> Term | None:
        """The term that goes by `name`, in any of its spellings."""
        slug = self.names[kind].get(name_key(name))
        return None if slug is None else self.by_kind[kind].get(slug)


@functools.lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """The form in which names are compared: composed, without case, single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


@functools.lru_cache(maxsize=8192)
def _slug_of(name: str) -> str:
    # A name without a letter or digit has no slug of its own.
    return slugify(name) or f"term-{digest_value(name)[:8]}"


def named_fields(keys: ArticleFace) -> Iterable[tuple[TermKind, str, str]]:
    """Every name that an article uses: its kind, the path of its field, the name as written."""
    for kind in (TermKind.PEOPLE, TermKind.ORGANIZATIONS, TermKind.PLACES, TermKind.TOPICS):
        for number, name in enumerate(getattr(keys, kind.value)):
            yield kind, f"{kind.value}.{number}", name
    for number, statement in enumerate(keys.statements):
        if statement.speaker:
            yield TermKind.PEOPLE, f"statements.{number}.speaker", statement.speaker
    for number, event in enumerate(keys.events):
        if event.where:
            yield TermKind.PLACES, f"events.{number}.where", event.where
    if keys.source is not None and keys.source.publisher:
        yield TermKind.PUBLISHERS, "source.publisher", keys.source.publisher


def known_entities(entities: Entities) -> dict[TermKind, tuple[Entity, ...]]:
    """The entities of `entities.yaml` by kind of term."""
    return {
        TermKind.PEOPLE: entities.people,
        TermKind.ORGANIZATIONS: entities.organizations,
        TermKind.PLACES: entities.places,
        TermKind.TOPICS: entities.topics,
    }


def canonical_names(entities: Entities) -> dict[TermKind, dict[str, str]]:
    """From the key of each spelling in `entities.yaml` to that of the name for which it stands."""
    return {
        kind: {
            name_key(spelling): name_key(each.name)
            for each in known
            for spelling in (each.name, *each.aliases)
        }
        for kind, known in known_entities(entities).items()
    }


def entity_slug(entity: Entity) -> str:
    """The slug of an entity's page."""
    return entity.slug or _slug_of(entity.name)


def entity_findings(entities: Entities, path: str) -> tuple[Finding, ...]:
    """Names and slugs that two entities of one kind claim."""
    findings: list[Finding] = []
    for kind, known in known_entities(entities).items():
        names: dict[str, str] = {}
        slugs: dict[str, str] = {}
        for number, entity in enumerate(known):
            other = slugs.setdefault(entity_slug(entity), entity.name)
            if other is not entity.name:
                findings.append(
                    Finding(
                        code="entity-slug-taken",
                        message=f"“{entity.name}” would have the same page as “{other}”.",
                        path=path,
                        field=f"{kind.value}.{number}.name",
                        hint="Give one of them a `slug` of its own, or make one an alias.",
                    )
                )
            spellings = [("name", entity.name)]
            spellings.extend((f"aliases.{at}", name) for at, name in enumerate(entity.aliases))
            for field, name in spellings:
                owner = names.setdefault(name_key(name), entity.name)
                if owner is not entity.name:
                    findings.append(
                        Finding(
                            code="entity-name-taken",
                            message=f"“{name}” names both “{owner}” and “{entity.name}”.",
                            path=path,
                            field=f"{kind.value}.{number}.{field}",
                            hint="Keep the name with one of them only.",
                        )
                    )
    return tuple(findings)


def gather_terms(articles: Iterable[Article], entities: Entities) -> Terms:
    """The terms that published `articles` name. An entity that none of them names is no term."""
    owners: dict[TermKind, dict[str, Entity]] = {kind: {} for kind in TermKind}
    for kind, known in known_entities(entities).items():
        for entity in known:
            for spelling in (entity.name, *entity.aliases):
                owners[kind].setdefault(name_key(spelling), entity)
    used: dict[TermKind, dict[str, dict[str, None]]] = {kind: {} for kind in TermKind}
    heads: dict[TermKind, dict[str, tuple[str, Entity | None]]] = {kind: {} for kind in TermKind}
    spellings: dict[TermKind, dict[str, dict[str, None]]] = {kind: {} for kind in TermKind}
    names: dict[TermKind, dict[str, str]] = {kind: {} for kind in TermKind}
    for article in articles:
        for named, field, name in named_fields(article.keys):
            key = name_key(name)
            kind = _speaks_for(named, field, key, owners)
            slug = names[kind].get(key)
            if slug is None:
                owner = owners[kind].get(key)
                slug = entity_slug(owner) if owner else _slug_of(name)
                names[kind][key] = slug
                heads[kind].setdefault(slug, (owner.name if owner else name, owner))
            used[kind].setdefault(slug, {})[article.slug] = None
            spellings[kind].setdefault(slug, {})[name] = None
    return Terms(
        by_kind={
            kind: {
                slug: _term(kind, slug, heads[kind][slug], spellings[kind][slug], used[kind][slug])
                for slug in sorted(heads[kind])
            }
            for kind in TermKind
        },
        names=names,
    )


def _speaks_for(
    kind: TermKind, field: str, key: str, owners: dict[TermKind, dict[str, Entity]]
) -> TermKind:
    """An organisation too can speak, if it is known as one and no person goes by its name."""
    organizations = TermKind.ORGANIZATIONS
    if field.endswith(".speaker") and key not in owners[kind] and key in owners[organizations]:
        return organizations
    return kind


def _term(
    kind: TermKind,
    slug: str,
    head: tuple[str, Entity | None],
    spellings: Iterable[str],
    articles: Iterable[str],
) -> Term:
    name, entity = head
    others = {each for each in spellings if name_key(each) != name_key(name)}
    return Term(
        kind=kind,
        slug=slug,
        name=name,
        sort=entity.sort if entity else "",
        aliases=tuple(sorted(others)),
        description=entity.description if entity else "",
        same_as=entity.same_as if entity else (),
        articles=tuple(articles),
    )

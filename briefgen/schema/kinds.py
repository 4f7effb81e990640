"""The kinds of file that people write, each with its schema."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from types import MappingProxyType

from briefgen.model.article import ArticleBody, ArticleFace
from briefgen.model.base import Record
from briefgen.model.entities import Entities
from briefgen.model.packet import PacketBody, PacketFace
from briefgen.model.page import PageBody, PageFace
from briefgen.model.settings import Settings
from briefgen.model.theme import Theme
from briefgen.read.convert.records import OWN
from briefgen.schema.records import object_schema
from briefgen.schema.scalars import Schema

DRAFT = "https://json-schema.org/draft/2020-12/schema"


class FileKind(enum.StrEnum):
    """What a file is."""

    ARTICLE = "article"
    PACKET = "packet"
    PAGE = "page"
    ENTITIES = "entities"
    SITE = "site"
    THEME = "theme"


RECORDS: Mapping[FileKind, tuple[type[Record], ...]] = MappingProxyType(
    {
        FileKind.ARTICLE: (ArticleFace, ArticleBody),
        FileKind.PACKET: (PacketFace, PacketBody),
        FileKind.PAGE: (PageFace, PageBody),
        FileKind.ENTITIES: (Entities,),
        FileKind.SITE: (Settings,),
        FileKind.THEME: (Theme,),
    }
)
TITLES: Mapping[FileKind, str] = MappingProxyType(
    {
        FileKind.ARTICLE: "Front matter of an article",
        FileKind.PACKET: "Front matter of a packet",
        FileKind.PAGE: "Front matter of a page",
        FileKind.ENTITIES: "content/entities.yaml",
        FileKind.SITE: "briefgen.yaml",
        FileKind.THEME: "theme.yaml",
    }
)
ITEMS = frozenset({FileKind.ARTICLE, FileKind.PACKET, FileKind.PAGE})


def file_schema(kind: FileKind, aliases: Mapping[str, str]) -> Schema:
    """The schema of a kind of file. `aliases` are the project's `field_aliases`."""
    defs: dict[str, Schema] = {}
    body = object_schema(RECORDS[kind], defs)
    if kind in ITEMS:
        _add_aliases(body, defs, aliases)
    schema: Schema = {"$schema": DRAFT, "title": TITLES[kind], **body}
    if defs:
        schema["$defs"] = dict(sorted(defs.items()))
    return schema


def _add_aliases(body: Schema, defs: dict[str, Schema], aliases: Mapping[str, str]) -> None:
    """Let the archive's own names stand for those of briefgen."""
    properties, required = body["properties"], body.get("required", [])
    assert isinstance(properties, dict)  # noqa: S101  as `object_schema` makes them
    assert isinstance(required, list)  # noqa: S101  likewise
    known = dict(properties)
    for alias, target in aliases.items():
        first, _, rest = target.partition(".")
        inner = defs.get(first, {}).get("properties", {}) if rest else known
        assert isinstance(inner, dict)  # noqa: S101  likewise
        if first.startswith(OWN):
            properties[alias] = {}
        elif (rest or first) in inner:
            properties[alias] = inner[rest or first]
            if first in required and not rest:
                required.remove(first)

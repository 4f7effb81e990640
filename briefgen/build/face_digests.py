"""What of a face matters to whom, as digests: while one stays, so does what is made of it."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from briefgen.model.article import ArticleFace, Correction
from briefgen.model.base import Record, digest_value
from briefgen.model.item import AnyFace
from briefgen.model.marks import WHOLE_FILE
from briefgen.model.packet import PacketFace
from briefgen.model.page import PageFace

R = TypeVar("R", bound=Record)


def joined_digest(face: AnyFace) -> str:
    """Of all that others see of an item: where a link stands, and what the body says, they do not
    ask."""
    return _digest(face, face.keys)


def placed_digest(face: AnyFace) -> str:
    """Of what decides which pages there are.

    Addresses are made of slugs, names of terms and months. What an item is called, sums up, or
    quotes stands on pages that are there in any case; so while nothing else moves, no two pages can
    come to want one address, and their number stays. What is not known to be a text counts.
    """
    return _digest(face, _bare(face.keys))


def _digest(face: AnyFace, keys: Record) -> str:
    links = [msgspec.structs.replace(each, mark=WHOLE_FILE) for each in face.links]
    pictures = [msgspec.structs.replace(each, mark=WHOLE_FILE) for each in face.pictures]
    return digest_value((face.kind, face.path, face.slug, keys, links, pictures))


def _bare(keys: ArticleFace | PacketFace | PageFace) -> Record:
    if isinstance(keys, PageFace):
        return _without(keys, "title")
    corrections = _noteless(keys.corrections)
    if isinstance(keys, PacketFace):
        judgments = tuple(_without(each, "text", "dissent") for each in keys.key_judgments)
        bare = _without(keys, "title", "bluf")
        return msgspec.structs.replace(bare, key_judgments=judgments, corrections=corrections)
    return msgspec.structs.replace(
        _without(keys, "title", "summary", "byline", "image_alt", "image_credit"),
        source=_without(keys.source, "title") if keys.source is not None else None,
        statements=tuple(_without(each, "quote", "translation") for each in keys.statements),
        corrections=corrections,
    )


def _noteless(corrections: tuple[Correction, ...]) -> tuple[Correction, ...]:
    return tuple(_without(each, "note") for each in corrections)


def _without(record: R, *texts: str) -> R:
    return msgspec.structs.replace(record, **dict.fromkeys(texts, ""))

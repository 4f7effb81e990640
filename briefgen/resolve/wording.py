"""What readers are shown of an item, as digests that outlive a version of briefgen.

They tell years later whether an item still reads as it was issued. So they are taken from what the
author wrote, field by field and by name, not from how briefgen stores or renders it: a new field
that nobody uses changes nothing, nor does other markup around the same words.
"""

from __future__ import annotations

import datetime
import enum
import html
import re
from collections.abc import Iterable

import msgspec

from briefgen.model.article import ArticleBody, Correction
from briefgen.model.base import Record, digest_bytes, digest_value
from briefgen.model.dates import Moment, Period
from briefgen.model.item import AnyFace, Article, Body, Packet
from briefgen.model.packet import PacketBody
from briefgen.model.text import (
    INTERNAL_CLOSE,
    INTERNAL_OPEN,
    LINK_BEGINS,
    LINK_CLOSE,
    PICTURE_CLOSE,
    PICTURE_OPEN,
)
from briefgen.resolve.packets import Holding

# The parts of an article in the order in which a change of them is told, each with the keys of the
# face or body that make it up. Left out is what no reader sees, and what depends on other items:
# these may be withheld.
ARTICLE_PARTS = {
    "title": ("title",),
    "summary": ("summary",),
    "key_points": ("key_points",),
    "text": (),
    "statements": ("statements",),
    "events": ("events",),
    "source": ("source",),
    "rating": (),
    "relevance": ("relevance",),
    "assessment": ("assessment",),
    "people": ("people",),
    "organizations": ("organizations",),
    "places": ("places",),
    "topics": ("topics",),
    "picture": ("image", "image_alt", "image_credit"),
    "date": ("date",),
    "byline": ("byline",),
    "section": ("section",),
    "language": ("lang",),
    "label": ("tlp", "marking"),
    "internal": ("internal",),
}
PACKET_PARTS = {
    "title": ("title",),
    "bluf": ("bluf",),
    "judgments": (),
    "note": (),
    "sections": (),
    "gaps": ("gaps",),
    "watch": ("watch",),
    "recommendations": ("recommendations",),
    "purpose": ("purpose",),
    "compiler": ("compiler",),
    "series": ("series", "number"),
    "date": ("date", "period", "cutoff"),
    "label": ("tlp", "marking"),
    "internal": ("internal",),
}
INTERNAL = "internal"
# Keys of a source that stay in the house, and the one that is a part of its own.
NOT_OF_SOURCE = frozenset({"snapshot", "sha256", "rating"})

TAG = re.compile(r"<[^>]*>")
SLOT = re.compile(f"{LINK_BEGINS}|{LINK_CLOSE}|{PICTURE_OPEN}\\d+{PICTURE_CLOSE}")
EDGE = re.compile(f"({INTERNAL_OPEN}|{INTERNAL_CLOSE})")


class Wording(Record):
    """How an item reads: the digest of each of its parts that is not empty, by name, and of each
    correction.
    """

    parts: dict[str, str]
    corrections: tuple[str, ...] = ()

    def seen(self, *, internal: bool) -> Wording:
        """As an audience sees it that is shown what is internal, or is not."""
        if internal or INTERNAL not in self.parts:
            return self
        kept = {name: digest for name, digest in self.parts.items() if name != INTERNAL}
        return Wording(parts=kept, corrections=self.corrections)

    @property
    def face(self) -> str:
        """One digest for all."""
        return _digest([self.parts, list(self.corrections)])


def article_wording(face: Article, body: Body[ArticleBody]) -> Wording:
    """How an article reads."""
    text, internal = _words(face, body.text.html)
    source = face.keys.source
    special: dict[str, object] = {
        "text": text,
        "rating": source.rating if source else "",
        "internal": [_plain(body.keys.internal), internal]
        if body.keys.internal or internal
        else "",
    }
    return _wording(ARTICLE_PARTS, special, (face.keys, body.keys), face.keys.corrections)


def packet_wording(face: Packet, body: Body[PacketBody], holding: Holding) -> Wording:
    """How a packet reads, with what it holds for this audience."""
    note, internal = _words(face, body.text.html)
    special: dict[str, object] = {
        "note": note,
        "judgments": _plain(holding.judgments),
        "sections": _plain(holding.sections),
        "internal": [_plain(body.keys.internal), internal]
        if body.keys.internal or internal
        else "",
    }
    return _wording(PACKET_PARTS, special, (face.keys, body.keys), face.keys.corrections)


def packet_digest(packet: Wording, items: Iterable[Wording]) -> str:
    """One digest for all that is shown of a packet and its items: by it a brief is known again,
    whatever it was made with.
    """
    return digest_value([packet.face, [each.face for each in items]])


def correction_digest(correction: Correction) -> str:
    """By which one correction is known again."""
    return _digest(_plain(correction))


def _wording(
    table: dict[str, tuple[str, ...]],
    special: dict[str, object],
    halves: tuple[Record, Record],
    corrections: tuple[Correction, ...],
) -> Wording:
    parts: dict[str, str] = {}
    for name, keys in table.items():
        values = [special[name]] if name in special else [_key(halves, key) for key in keys]
        if any(values):
            parts[name] = _digest(values)
    return Wording(parts=parts, corrections=tuple(map(correction_digest, corrections)))


def _key(halves: tuple[Record, Record], key: str) -> object:
    half = next(each for each in halves if hasattr(each, key))
    return _plain(getattr(half, key))


def _words(face: AnyFace, markup: str) -> tuple[object, object]:
    """The words and pictures of a text, and those of its internal blocks."""
    kept: list[str] = []
    internal: list[str] = []
    depth = 0
    for piece in EDGE.split(markup):
        if piece == INTERNAL_OPEN:
            depth += 1
        elif piece == INTERNAL_CLOSE:
            depth -= 1
        else:
            (internal if depth else kept).append(piece)
    return tuple(  # type: ignore[return-value]  # two of them
        _either(
            " ".join(html.unescape(TAG.sub(" ", SLOT.sub("", " ".join(pieces)))).split()),
            [
                [each.target, each.alt, each.caption, each.credit]
                for each in face.pictures
                if each.internal is inside
            ],
        )
        for pieces, inside in ((kept, False), (internal, True))
    )


def _either(one: object, other: object) -> object:
    return [one, other] if one or other else ""


def _plain(value: object) -> object:
    """A value as JSON has it, without what is as it would be if nobody had written it."""
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Moment):
        return value.day.isoformat() if value.whole_day else _instant(value.at)
    if isinstance(value, Period):
        return _period(value)
    if isinstance(value, Record):
        written = {
            field.name: _plain(getattr(value, field.name))
            for field in msgspec.structs.fields(value)
            if field.name not in NOT_OF_SOURCE
        }
        return {name: made for name, made in written.items() if made}
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    return value


def _period(period: Period) -> object:
    if period.start is None and period.end is None:
        return period.text
    ends = [each.isoformat() if each else "" for each in (period.start, period.end)]
    return [*ends, period.approximate, period.uncertain]


def _instant(at: datetime.datetime) -> str:
    return at.astimezone(datetime.UTC).isoformat()


def _digest(value: object) -> str:
    return digest_bytes(msgspec.json.encode(value, order="deterministic"))

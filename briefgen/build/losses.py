"""What packets lose for this audience: the curator is told, for nobody else may know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.model.item import AnyFace, Kind
from briefgen.model.packet import PacketFace
from briefgen.model.request import Loss


def losses(faces: Iterable[AnyFace], withheld: Iterable[str]) -> tuple[Loss, ...]:
    """The packets that this audience gets without some of their articles, by id."""
    gone = frozenset(withheld)
    return tuple(
        sorted(
            (loss for face in faces if face.id not in gone for loss in _of(face, gone)),
            key=lambda loss: loss.packet,
        )
    )


def _of(face: AnyFace, gone: frozenset[str]) -> Iterator[Loss]:
    keys = face.keys
    if not isinstance(keys, PacketFace):
        return
    entries = (*keys.articles, *(e for section in keys.sections for e in section.articles))
    listed = tuple(dict.fromkeys(_id(entry.article) for entry in entries))
    lost = tuple(item for item in listed if item in gone)
    fallen = tuple(
        number
        for number, judgment in enumerate(keys.key_judgments, 1)
        if judgment.articles and all(_id(slug) in gone for slug in judgment.articles)
    )
    if lost or fallen:
        yield Loss(
            packet=face.id,
            articles=lost,
            of=len(listed),
            judgments=fallen,
            of_judgments=len(keys.key_judgments),
        )


def _id(slug: str) -> str:
    return f"{Kind.ARTICLE.value}:{slug}"

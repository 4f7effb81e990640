"""What of a record may be read by this audience, and what may not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from briefgen.leaks.fold import BREAK
from briefgen.model.article import ArticleFace, CorrectionKind
from briefgen.model.base import Record
from briefgen.model.dates import Moment, Period
from briefgen.model.item import AnyBody, AnyFace
from briefgen.model.packet import PacketFace
from briefgen.model.text import (
    INTERNAL_CLOSE,
    INTERNAL_OPEN,
    LINK_BEGINS,
    LINK_CLOSE,
    PICTURE_CLOSE,
    PICTURE_OPEN,
    Picture,
)

# Never shown to anybody.
PRIVATE = frozenset({"reviewer", "silence", "distribution", "snapshot", "sha256"})
INTERNAL = "internal"
# They are printed in a form of their own.
_DATES = (Moment, Period)
TEXT = "text"

_BLOCK = re.compile(f"{INTERNAL_OPEN}(.*?){INTERNAL_CLOSE}", re.DOTALL)
_KEY = re.compile(r"\s*(?:- )*[\w.-]+:\s")
_SLOT = re.compile(
    f"{LINK_BEGINS}|{LINK_CLOSE}|{INTERNAL_OPEN}|{INTERNAL_CLOSE}|{PICTURE_OPEN}\\d+{PICTURE_CLOSE}"
)


class Matter(Record):
    """A text, and the field in which it stands, such as `statements.0.quote`."""

    where: str
    text: str


def all_of(face: AnyFace, body: AnyBody) -> Iterator[Matter]:
    """Every text of an item."""
    yield Matter(where="slug", text=face.slug)
    yield Matter(where="file", text=face.path.rpartition("/")[2])
    yield from _walk("", face.keys)
    yield from _walk("", body.keys)
    for picture in face.pictures:
        yield from _picture(picture)
    yield Matter(where=TEXT, text=_SLOT.sub("", body.text.html))


def all_of_file(data: bytes) -> Iterator[Matter]:
    """Every line of a file that could not be read."""
    for number, line in enumerate(data.decode("utf-8", "ignore").splitlines(), 1):
        yield Matter(where=f"line {number}", text=_KEY.sub("", line))


def left_of(face: AnyFace) -> Iterator[Matter]:
    """What a withdrawn item leaves behind: its address, and why it was retracted."""
    yield Matter(where="slug", text=face.slug)
    if isinstance(face.keys, ArticleFace | PacketFace):
        for number, each in enumerate(face.keys.corrections):
            if each.kind is CorrectionKind.RETRACTION:
                yield Matter(where=f"corrections.{number}.note", text=each.note)


def secret_of(
    face: AnyFace, body: AnyBody, is_hidden: Callable[[str], bool], *, internal: bool
) -> Iterator[Matter]:
    """What an item that may be seen keeps to itself: private fields, what is internal (where the
    reader is not), and what it says of items that are hidden. `is_hidden` takes an article's slug.
    """
    hidden = _about_hidden(face, is_hidden)
    yield from (each for each in _walk("", face.keys) if not _is_open_key(each, hidden))
    yield from (each for each in _walk("", body.keys) if not _is_open(each, internal=internal))
    if not internal:
        for block in _BLOCK.findall(body.text.html):
            yield Matter(where=TEXT, text=_SLOT.sub("", block))
        for picture in face.pictures:
            if picture.internal:
                yield from _picture(picture)


def open_of(
    face: AnyFace, body: AnyBody, is_hidden: Callable[[str], bool], *, internal: bool
) -> Iterator[Matter]:
    """What an item that may be seen shows to this reader."""
    yield Matter(where="slug", text=face.slug)
    yield from open_keys(face, is_hidden)
    yield from (each for each in _walk("", body.keys) if _is_open(each, internal=internal))
    for picture in face.pictures:
        if internal or not picture.internal:
            yield from _picture(picture)
    html = body.text.html if internal else _BLOCK.sub(BREAK, body.text.html)
    yield Matter(where=TEXT, text=_SLOT.sub("", html))


def open_keys(face: AnyFace, is_hidden: Callable[[str], bool]) -> Iterator[Matter]:
    """The same of its face alone."""
    hidden = _about_hidden(face, is_hidden)
    return (each for each in _walk("", face.keys) if _is_open_key(each, hidden))


def _is_open_key(matter: Matter, hidden: list[str]) -> bool:
    """Whether what stands in a face may be read; `hidden` are the fields about hidden items."""
    where = matter.where
    told = hidden and any(where == place or where.startswith(f"{place}.") for place in hidden)
    return not told and PRIVATE.isdisjoint(where.split("."))


def _is_open(matter: Matter, *, internal: bool) -> bool:
    """The same of what stands in a body."""
    parts = matter.where.split(".")
    return PRIVATE.isdisjoint(parts) and (internal or parts[0] != INTERNAL)


def _picture(picture: Picture) -> Iterator[Matter]:
    shown = (picture.target, picture.alt, picture.caption, picture.credit)
    return (Matter(where=TEXT, text=text) for text in shown if text)


def _about_hidden(face: AnyFace, is_hidden: Callable[[str], bool]) -> list[str]:
    """The fields that say something of hidden articles, and of nothing else."""
    keys = face.keys
    places: list[str] = []
    if isinstance(keys, ArticleFace):
        for number, dispute in enumerate(keys.disputes):
            if is_hidden(dispute.article):
                places.append(f"disputes.{number}")
        for name in ("related", "duplicates", "supersedes"):
            places.extend(
                f"{name}.{number}"
                for number, slug in enumerate(getattr(keys, name))
                if is_hidden(slug)
            )
    if isinstance(keys, PacketFace):
        places.extend(_entries("articles", keys.articles, is_hidden))
        for number, section in enumerate(keys.sections):
            if section.articles and all(is_hidden(each.article) for each in section.articles):
                places.append(f"sections.{number}")
            places.extend(_entries(f"sections.{number}.articles", section.articles, is_hidden))
        for number, judgment in enumerate(keys.key_judgments):
            if judgment.articles and all(map(is_hidden, judgment.articles)):
                places.append(f"key_judgments.{number}")
            places.extend(
                f"key_judgments.{number}.articles.{place}"
                for place, slug in enumerate(judgment.articles)
                if is_hidden(slug)
            )
    return places


def _entries(
    place: str, entries: tuple[object, ...], is_hidden: Callable[[str], bool]
) -> Iterator[str]:
    for number, entry in enumerate(entries):
        if is_hidden(getattr(entry, "article", "")):
            yield f"{place}.{number}"


def _walk(where: str, value: object) -> list[Matter]:
    """Every text in a value made of records, mappings and sequences."""
    found: list[Matter] = []
    _gather(where, value, found)
    return found


def _gather(where: str, value: object, found: list[Matter]) -> None:
    kind = type(value)
    if kind is str:
        found.append(Matter(where=where, text=str(value)))
    elif isinstance(value, tuple | list):
        for number, each in enumerate(value):
            _gather(f"{where}.{number}", each, found)
    elif isinstance(value, dict):
        for key, each in value.items():
            place = f"{where}.{key}"
            _gather(place, key, found)
            _gather(place, each, found)
    elif isinstance(value, msgspec.Struct) and kind not in _DATES:
        for name in value.__struct_fields__:
            each = getattr(value, name)
            if each:
                _gather(f"{where}.{name}" if where else name, each, found)


def texts_in(value: object) -> Iterator[str]:
    """Every text in a value, without its place."""
    return (each.text for each in _walk("", value))

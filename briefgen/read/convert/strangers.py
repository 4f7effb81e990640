"""What was meant by a key that is not known where it stands."""

from __future__ import annotations

import functools
import typing

import msgspec

from briefgen.model import dates
from briefgen.model.article import ArticleBody, ArticleFace
from briefgen.model.base import Record
from briefgen.model.packet import PacketBody, PacketFace
from briefgen.model.page import PageBody, PageFace
from briefgen.read.suggest import nearest

KINDS: dict[str, tuple[type[Record], ...]] = {
    "articles": (ArticleFace, ArticleBody),
    "packets": (PacketFace, PacketBody),
    "pages": (PageFace, PageBody),
}


def meant_key(key: str, types: tuple[type[Record], ...]) -> tuple[str, str]:
    """The key of these records that was probably meant, or nothing, and a hint: the nearest key,
    the group to which this one belongs, or the kind of item that has it."""
    own = [name for type_ in types for name in type_.__struct_fields__]
    close = nearest(key, own)
    if close:
        return close, f"Did you mean `{close}`?"
    for type_ in types:
        for field, names in _groups(type_).items():
            if key in names:
                return (
                    "",
                    f"It belongs to `{field}:`. Write it below, two spaces to the right.",
                )
    if any(set(types) == set(each) for each in KINDS.values()):
        others = [k for k, each in KINDS.items() if any(key in t.__struct_fields__ for t in each)]
        if others:
            return "", f"It is a key of {' and '.join(others)}. Is this file in the right folder?"
    return "", ""


@functools.cache
def _groups(type_: type[Record]) -> dict[str, tuple[str, ...]]:
    """The fields that hold one record, and the keys of each."""
    groups: dict[str, tuple[str, ...]] = {}
    hints = typing.get_type_hints(type_)
    for field in msgspec.structs.fields(type_):
        for part in (hints[field.name], *typing.get_args(hints[field.name])):
            # Dates are records of ours, and no groups of the author.
            if (
                isinstance(part, type)
                and issubclass(part, Record)
                and part.__module__ != dates.__name__
            ):
                groups[field.name] = part.__struct_fields__
        if typing.get_origin(hints[field.name]) is tuple:
            groups.pop(field.name, None)
    return groups

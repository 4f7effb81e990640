"""From the type of a field to the converter of its values."""

from __future__ import annotations

import enum
import functools
import types
from collections.abc import Callable
from typing import get_args, get_origin

from briefgen.model.base import Record
from briefgen.model.dates import Moment, Period
from briefgen.model.handling import Tlp
from briefgen.read.convert import scalars
from briefgen.read.convert.checks import CHECKS, Check
from briefgen.read.convert.names import warn_of_commas
from briefgen.read.convert.values import FAILED, Converter, Failed, Scene
from briefgen.read.yaml.nodes import Mapping, Node, Scalar, Sequence, is_null

# How a nested record is converted; given by the caller, as records convert their fields in turn.
ConvertRecord = Callable[[type[Record]], Converter]


def converter_of(type_: object, name: str, records: ConvertRecord) -> Converter:
    """The converter for values of `type_` in the field `name`. The type must be one of those that
    the records of the model use; another is a bug, and raises."""
    origin = get_origin(type_)
    if origin is types.UnionType:
        (present,) = (each for each in get_args(type_) if each is not types.NoneType)
        return converter_of(present, name, records)
    if origin is tuple:
        return _list(converter_of(get_args(type_)[0], name, records))
    if origin is dict:
        return _keyed(converter_of(get_args(type_)[1], "", records))
    return _single(type_, CHECKS.get(name), records)


def _single(type_: object, check: Check | None, records: ConvertRecord) -> Converter:
    if type_ is str:
        return _checked_text(check) if check else scalars.CONVERT_TEXT
    if not isinstance(type_, type):
        raise TypeError(f"no converter for {type_}")
    simple = {
        bool: scalars.CONVERT_BOOLEAN,
        int: scalars.CONVERT_INTEGER,
        Moment: scalars.CONVERT_MOMENT,
        Period: scalars.CONVERT_PERIOD,
        Tlp: scalars.CONVERT_TLP,
    }.get(type_)
    if simple:
        return simple
    if issubclass(type_, enum.StrEnum):
        return _word(type_)
    if issubclass(type_, Record):
        return records(type_)
    raise TypeError(f"no converter for {type_}")


@functools.cache
def _checked_text(check: Check) -> Converter:
    def parse(text: str, _timezone: str) -> object:
        return (check(text) if text else None) or text

    return scalars.scalar("text", parse)


@functools.cache
def _word(type_: type[enum.StrEnum]) -> Converter:
    return scalars.scalar("a word", scalars.word_parser(type_))


def _list(item: Converter) -> Converter:
    """A list; a lone value is a list of one."""

    def convert(node: Node, path: str, scene: Scene) -> object:
        if isinstance(node, Scalar):
            warn_of_commas(node, path, scene)
        nodes = node.items if isinstance(node, Sequence) else (node,)
        values: list[object] = []
        marks = scene.findings.marks
        for at, each in enumerate(nodes):
            place = f"{path}.{at}"
            marks[place] = each.mark
            values.append(item(each, place, scene))
        return tuple(value for value in values if not isinstance(value, Failed))

    return convert


def _keyed(item: Converter) -> Converter:
    """A mapping whose keys are the author's."""

    def convert(node: Node, path: str, scene: Scene) -> object:
        if not isinstance(node, Mapping):
            scene.complain(path, scalars.wrong_type("a group of keys", node), node.mark)
            return FAILED
        made: dict[str, object] = {}
        for key, value in node.pairs:
            place = f"{path}.{key.text}"
            scene.findings.marks[place] = value.mark
            scene.findings.marks[f"{place}@key"] = key.mark
            one = item(value, place, scene)
            if one is not FAILED:
                made[key.text] = one
        return made

    return convert


def plain_data(node: Node) -> object:
    """An author's own data, as text, lists and dictionaries."""
    if isinstance(node, Scalar):
        return "" if is_null(node) else node.text
    if isinstance(node, Sequence):
        return [plain_data(each) for each in node.items]
    return {key.text: plain_data(value) for key, value in node.pairs}

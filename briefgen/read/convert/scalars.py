"""Single values: text, numbers, yes or no, dates, and words from a list."""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Callable

from briefgen.model.handling import Tlp
from briefgen.read.convert.values import FAILED, Converter, Scene
from briefgen.read.dates.moment import parse_moment
from briefgen.read.dates.period import parse_period
from briefgen.read.findings import Complaint, shorten
from briefgen.read.suggest import nearest
from briefgen.read.yaml.nodes import Mapping, Node, Scalar, describe, is_null

Parse = Callable[[str, str], object]  # text and time zone to a value or a Complaint

INTEGER = re.compile(r"[+-]?[0-9]{1,15}")
YES = frozenset(("yes", "true", "on"))
NO = frozenset(("no", "false", "off"))


def scalar(what: str, parse: Parse) -> Converter:
    """A converter for single values; `what` completes “must be”."""

    def convert(node: Node, path: str, scene: Scene) -> object:
        if not isinstance(node, Scalar) or is_null(node):
            scene.complain(path, wrong_type(what, node), node.mark)
            return FAILED
        value = parse(node.text.strip(), scene.timezone)
        if isinstance(value, Complaint):
            scene.complain(path, value, node.mark)
            return FAILED
        return value

    return convert


def wrong_type(what: str, node: Node) -> Complaint:
    """The complaint about a value of another shape."""
    hint = ""
    if isinstance(node, Mapping):
        hint = "If it is meant as a text with a colon, put it in quotation marks."
    elif is_null(node):
        hint = "Write a value. One that begins with # stands in quotation marks, or is a comment."
    return Complaint(
        code="value-type", message=f"must be {what}, and here stands {describe(node)}.", hint=hint
    )


def parse_text(text: str, _timezone: str) -> str:
    return text


def parse_integer(text: str, _timezone: str) -> int | Complaint:
    if INTEGER.fullmatch(text):
        return int(text)
    return Complaint(
        code="value-type", message=f"must be a whole number, and here stands “{shorten(text)}”."
    )


def parse_boolean(text: str, _timezone: str) -> bool | Complaint:
    word = text.lower()
    if word in YES or word in NO:
        return word in YES
    return Complaint(
        code="value-type", message=f"must be yes or no, and here stands “{shorten(text)}”."
    )


def parse_tlp(text: str, _timezone: str) -> Tlp | Complaint:
    """A TLP 2.0 label with or without `TLP:`, in any letter case (first.org/tlp)."""
    word = re.sub(r"^TLP: *", "", text.upper())
    if word == "WHITE":
        return Complaint(
            code="tlp-white",
            message="has the label WHITE of TLP 1.0.",
            hint="Write CLEAR, as TLP 2.0 calls it.",
        )
    for label in Tlp:
        if word == label.value.upper():
            return label
    return not_listed(text, [label.value for label in Tlp])


@functools.cache
def word_parser(type_: type[enum.StrEnum]) -> Parse:
    """A parser for the words of an enumeration. Letter case does not count, nor whether a space, a
    hyphen or an underscore stands between two words."""
    words = {_plain(member.value): member for member in type_}

    def parse(text: str, _timezone: str) -> object:
        member = words.get(text) or words.get(_plain(text))
        return member or not_listed(text, [each.value for each in type_])

    return parse


def not_listed(text: str, words: list[str]) -> Complaint:
    """The complaint about a word that is none of those possible."""
    close = nearest(text, words)
    return Complaint(
        code="value-enum",
        message=f"must be one of {', '.join(words)}, and here stands “{shorten(text)}”.",
        hint=f"Did you mean “{close}”?" if close else "",
    )


def _plain(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", text).casefold()


CONVERT_TEXT = scalar("text", parse_text)
CONVERT_INTEGER = scalar("a whole number", parse_integer)
CONVERT_BOOLEAN = scalar("yes or no", parse_boolean)
CONVERT_MOMENT = scalar("a date", parse_moment)
CONVERT_PERIOD = scalar("a date", lambda text, _timezone: parse_period(text))
CONVERT_TLP = scalar("a TLP label", parse_tlp)

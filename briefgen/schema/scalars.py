"""Schemas of single values."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from briefgen.model.handling import Tlp
from briefgen.read.convert.checks import RATING, SHA256
from briefgen.read.convert.languages import LANGUAGE
from briefgen.read.convert.scalars import INTEGER, NO, YES
from briefgen.read.dates.moment import DATE, TIMED
from briefgen.read.dates.period import SIDE

Schema = dict[str, object]

# A separator between the words of an enumeration may be any of these.
BETWEEN = r"[\s_-]+"


def text() -> Schema:
    """Any scalar: a year or a `no` in a text is text all the same."""
    return {"type": ["string", "number", "boolean"]}


def boolean() -> Schema:
    """Yes or no."""
    words = "|".join(map(any_case, sorted(YES | NO)))
    return {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": f"^(?:{words})$"}]}


def integer() -> Schema:
    """A whole number."""
    return {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": f"^{INTEGER.pattern}$"}]}


def moment() -> Schema:
    """A date, with or without a time."""
    return {"type": "string", "pattern": f"^(?:{DATE.pattern}|{_timed()})$"}


def period() -> Schema:
    """A date as exact as it is known, or an interval. A bare year may be a number."""
    side = f"(?:{SIDE.pattern}|{_timed()})"
    limit = f"(?:{side}|\\.\\.)?"
    return {
        "anyOf": [
            {"type": "string", "pattern": f"^(?:{side}|{limit}/{limit})$"},
            {"type": "integer", "minimum": 1, "maximum": 9999},
        ]
    }


def tlp() -> Schema:
    """A label, with or without `TLP:`."""
    labels = [label.value for label in Tlp]
    words = "|".join(map(any_case, labels))
    return _words(labels, f"^(?:{any_case('TLP')}: *)?(?:{words})$")


def word(type_: type[enum.StrEnum]) -> Schema:
    """One of the words of an enumeration, in any letter case."""
    values = [member.value for member in type_]
    spelt = "|".join(BETWEEN.join(map(any_case, re.split(BETWEEN, each))) for each in values)
    schema = _words(values, f"^(?:{spelt})$")
    truths = {True: YES, False: NO}
    # YAML 1.1 makes a truth value of `off`.
    native = [truth for truth, words in truths.items() if not words.isdisjoint(values)]
    if native:
        schema["anyOf"] = [*_choices(schema), {"enum": native}]
    return schema


def any_case(word_: str) -> str:
    """A pattern for a word in any letter case. JSON Schema has no flag for it."""
    return "".join(
        f"[{each.upper()}{each.lower()}]" if each.isalpha() else _plain(each) for each in word_
    )


def _plain(character: str) -> str:
    # Not re.escape: it escapes characters that a pattern of ECMAScript must not.
    return f"\\{character}" if character in "+.*?()[]{}|^$\\/" else character


def _timed() -> str:
    return TIMED.pattern.replace("[T ]", "[Tt ]").replace("(Z)", "([Zz])")


def _words(values: Iterable[str], pattern: str) -> Schema:
    # The list is what an editor offers; the pattern is what the reader takes.
    return {"anyOf": [{"enum": list(values)}, {"type": "string", "pattern": pattern}]}


def _choices(schema: Schema) -> list[object]:
    choices = schema["anyOf"]
    assert isinstance(choices, list)  # noqa: S101  as `_words` makes it
    return choices


def _checked(pattern: str) -> Schema:
    # An empty text is nothing, and passes every check.
    return {"type": "string", "pattern": f"^(?:{pattern})?$"}


_ADDRESS = _checked(f"{any_case('http')}[Ss]?://[^\\s/?#]\\S*")
# By the key, as `briefgen.read.convert.checks.CHECKS`. A slug and a time zone are too rich for a
# pattern: what is wrong with them, `briefgen check` says.
CHECKED: Mapping[str, Schema] = MappingProxyType(
    {
        "url": _ADDRESS,
        "archive_url": _ADDRESS,
        "base_url": _ADDRESS,
        "same_as": _ADDRESS,
        "rating": _checked(RATING.pattern),
        "sha256": _checked(SHA256.pattern),
        "language": _checked(LANGUAGE.pattern),
        "lang": _checked(LANGUAGE.pattern),
        "slug": text(),
        "timezone": {"type": "string"},
    }
)

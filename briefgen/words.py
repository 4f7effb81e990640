"""The words of the interface in the language of a site: phrases, numbers, lists."""

from __future__ import annotations

import functools
import gettext
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from briefgen.model.base import Record

if TYPE_CHECKING:
    from babel.core import Locale

# Babel is loaded where something is said that needs it: a page whose text was edited does not.
# ruff: noqa: PLC0415

# "16 August 2021" is what briefs are written in; plain `en` would give the American order.
PREFERRED = {"en": "en_GB"}
SOURCE = "en"
PLACE = re.compile(r"\{(\w+)\}")
# The zero of each numbering system that is the usual one of some language (Unicode CLDR); its other
# digits follow. Babel knows the names of the systems and their separators, and not the digits.
ZEROS = {
    "adlm": "\U0001e950", "arab": "٠", "arabext": "۰", "beng": "০", "cakm": "\U00011136",
    "deva": "०", "hmnp": "\U0001e140", "mtei": "꯰", "mymr": "၀", "nkoo": "߀", "olck": "᱐",
    "tibt": "༠",
}  # fmt: skip
# The place of the number that decides between the forms of a phrase.
NUMBER = "n"


class Phrase(Record):
    """What is said for one key. Several `forms` are for several numbers; `rule` tells which, as a
    catalogue says it (`Plural-Forms` of gettext).
    """

    forms: tuple[str, ...]
    rule: str = ""


class Words(Record):
    """Every phrase by its key. `language` is the site's, in which numbers and lists are written."""

    language: str
    phrases: dict[str, Phrase]

    def text(self, key: str, **values: object) -> str:
        """The phrase for `key`, with what stands in its places. `n` chooses the form."""
        return fill(self.phrases[key], values, self.language, str)

    def number(self, value: object) -> str:
        """A number in the digits of the language; other things as they are."""
        return number_text(value, self.language) if type(value) is int else str(value)

    def listed(self, parts: Iterable[str]) -> str:
        """Such as "one, two and three"."""
        from babel.lists import format_list

        return format_list(list(parts), locale=locale_of(self.language))


def fill(
    phrase: Phrase, values: Mapping[str, object], language: str, put: Callable[[object], str]
) -> str:
    """The form of a phrase that fits, with each place filled; `put` makes text of text, as where
    it will stand demands.
    """
    forms = phrase.forms
    form = forms[0]
    if len(forms) > 1:
        count = values[NUMBER]
        assert isinstance(count, int)  # noqa: S101  for the type checker
        form = forms[min(chooser(phrase.rule)(count), len(forms) - 1)]
    parts = [*_pieces(form, put)]
    for at in range(1, len(parts), 2):
        value = values[parts[at]]
        parts[at] = put(number_text(value, language) if type(value) is int else value)
    return "".join(parts)


@functools.lru_cache(maxsize=4096)
def _pieces(form: str, put: Callable[[object], str]) -> tuple[str, ...]:
    """What stands between the places of a form, and their names, by turns."""
    parts = PLACE.split(form)
    parts[0::2] = [put(each) for each in parts[0::2]]
    return tuple(parts)


def places(form: str) -> frozenset[str]:
    """The names of the places of a form."""
    return frozenset(PLACE.findall(form))


def sentence(text: str) -> str:
    """With a capital at its beginning."""
    return text[:1].upper() + text[1:]


@functools.lru_cache(maxsize=32)
def chooser(rule: str) -> Callable[[int], int]:
    """The number of the form for a number.

    Raises:
        ValueError: The rule is none.
    """
    return gettext.c2py(rule)


def language_chain(language: str) -> tuple[str, ...]:
    """The languages in which a phrase is looked for: "fa-AF", then "fa", then English."""
    tags = language.split("-")
    chain = ["-".join(tags[:length]) for length in range(len(tags), 0, -1)]
    return tuple(dict.fromkeys((*chain, SOURCE)))


@functools.lru_cache(maxsize=32)
def locale_of(language: str) -> Locale:
    """The nearest that CLDR knows; English where it knows none."""
    from babel.core import Locale, UnknownLocaleError

    for name in (PREFERRED.get(language, language), language.split("-", maxsplit=1)[0]):
        try:
            return Locale.parse(name, sep="_" if "_" in name else "-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en_GB")


@functools.lru_cache(maxsize=4096)
def number_text(value: int, language: str) -> str:
    """A number as the language writes it, in its digits."""
    from babel.numbers import format_decimal

    text = format_decimal(value, locale=locale_of(language), numbering_system="default")
    return in_digits(text, language)


@functools.lru_cache(maxsize=32)
def _digits(language: str) -> dict[int, str]:
    zero = ZEROS.get(locale_of(language).default_numbering_system)
    return {ord("0") + each: chr(ord(zero) + each) for each in range(10)} if zero else {}


def digits_of(language: str) -> str:
    """The numbering system of a language, by its name in CLDR: "latn", "arabext"."""
    return str(locale_of(language).default_numbering_system)


def in_digits(text: str, language: str) -> str:
    """The same text with the digits of the language: those of dates and years."""
    own = _digits(language)
    return text.translate(own) if own else text

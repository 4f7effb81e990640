"""The words of the interface as templates see them: `say.key`, `say.key(n, name=value)`."""

from __future__ import annotations

from typing import NoReturn

import jinja2
import markupsafe

from briefgen.model.base import digest_value
from briefgen.render.fragment import as_markup, escape
from briefgen.words import NUMBER, Phrase, Words, fill, places

# Where the words of briefs stand.
BRIEF = "brief"


class WordMissingError(jinja2.TemplateRuntimeError):
    """A template asks for a word that no catalogue has."""

    def __init__(self, key: str, known: tuple[str, ...]) -> None:
        super().__init__(f"There is no word “{key}”.")
        self.key = key
        self.known = known


class Spoken:
    """A phrase with places. It is called with what stands in them; a number alone may come first.
    What is put in is escaped, unless it is markup.
    """

    def __init__(self, key: str, phrase: Phrase, language: str) -> None:
        self._key = key
        self._phrase = phrase
        self._language = language

    def __call__(self, number: object = None, /, **values: object) -> markupsafe.Markup:
        """The phrase with these values."""
        if number is not None:
            values[NUMBER] = number
        try:
            text = fill(self._phrase, values, self._language, escape)
        except KeyError as mistake:
            told = f"The word “{self._key}” needs “{mistake.args[0]}”."
            raise jinja2.TemplateRuntimeError(told) from None
        return as_markup(text)

    def __html__(self) -> NoReturn:
        needed = ", ".join(sorted(places(self._phrase.forms[0])))
        raise jinja2.TemplateRuntimeError(f"The word “{self._key}” wants to be told: {needed}.")

    __str__ = __html__


class Say:
    """Words by name; those whose key has a full stop stand below: `say.kinds.update`. Where one is
    not there, `beyond` is asked.
    """

    def __init__(self, words: Words, prefix: str = "", beyond: Say | None = None) -> None:
        self._prefix = prefix
        self._beyond = beyond
        self._keys = tuple(words.phrases)
        self._here: dict[str, object] = {}
        for key, phrase in words.phrases.items():
            if not key.startswith(prefix):
                continue
            name, _, below = key[len(prefix) :].partition(".")
            if below and name not in self._here:
                self._here[name] = Say(words, f"{prefix}{name}.")
            elif not below:
                fixed = len(phrase.forms) == 1 and not places(phrase.forms[0])
                said = phrase.forms[0] if fixed else Spoken(key, phrase, words.language)
                self._here[name] = said
        # So that a word is an attribute like any other, found without asking here.
        vars(self).update(self._here)

    def __getitem__(self, name: str) -> object:
        found = self._here.get(name)
        if found is not None:
            return found
        if self._beyond is not None:
            return self._beyond[name]
        raise WordMissingError(f"{self._prefix}{name}", self._keys)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]


def speak(words: Words) -> tuple[Say, Say, str]:
    """What templates know as `say` and, for briefs, as `w`; and the digest of both."""
    say = Say(words)
    return say, Say(words, f"{BRIEF}.", beyond=say), digest_value(words)

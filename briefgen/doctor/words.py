"""The languages in which the interface speaks, and whether a speaker has looked at its words."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen import files
from briefgen.doctor.fact import Fact
from briefgen.read.catalogue import read_catalogue
from briefgen.scan.theme import ThemeFolder, catalogue_languages, catalogue_path
from briefgen.words import locale_of

GROUP = "Words"


def word_facts(search: Iterable[ThemeFolder]) -> tuple[Fact, ...]:
    """One fact for each catalogue of the themes."""
    return tuple(_fact(theme, tag) for theme in search for tag in catalogue_languages(theme))


def _fact(theme: ThemeFolder, tag: str) -> Fact:
    path = catalogue_path(theme, tag)
    catalogue, wrong = read_catalogue(path, tag, files.read_bytes(path) or b"")
    name = f"{locale_of(tag).english_name} ({tag}, {theme.name})"
    if catalogue is None:
        value = f"cannot be read: {wrong[0].message}"
        return Fact(group=GROUP, name=name, value=value, ok=False)
    reviewed = catalogue.reviewed or "not said"
    value = f"{len(catalogue.entries)} words, reviewed by a speaker: {reviewed}"
    return Fact(group=GROUP, name=name, value=value)

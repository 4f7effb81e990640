"""The words of the interface, out of the catalogues of the themes on the search path."""

from __future__ import annotations

import os
from collections.abc import Iterator

from briefgen import files
from briefgen.build.project import Project
from briefgen.diagnostics import Diagnostic, has_errors
from briefgen.model.base import Record, digest_value
from briefgen.model.marks import find_mark
from briefgen.read.catalogue import Catalogue, read_catalogue
from briefgen.read.settings import read_settings
from briefgen.resolve.theme_words import join_words, judge_words, no_words
from briefgen.scan.listing import Listing
from briefgen.scan.project import SETTINGS_FILE
from briefgen.scan.theme import ThemeFolder, catalogue_languages, catalogue_path
from briefgen.store.cache import Cache
from briefgen.words import SOURCE, Words, language_chain

NAME = "words"


class Spoken(Record):
    """The words for one language from catalogues with these digests, and what is wrong with them.
    `languages` are those that have any words of their own.
    """

    key: str
    words: Words
    languages: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def load_words(project: Project, theme: Listing, cache: Cache) -> Spoken:
    """The words for the site. `theme` is the listing of its themes. Reading a catalogue takes as
    long as rendering a hundred pages, so the outcome is kept.
    """
    language = project.settings.language
    wanted = tuple(_wanted(project, theme))
    key = digest_value((language, [(path, digest) for _, path, digest in wanted]))
    kept = cache.load(NAME, Spoken)
    if kept is not None and kept.key == key:
        return kept
    found: list[Catalogue] = []
    problems: list[Diagnostic] = []
    own: set[str] = set()
    for tag, path, _ in wanted:
        shown = _shown(path, project)
        if shown != path:
            own.add(shown)
        catalogue, wrong = read_catalogue(shown, tag, files.read_bytes(path) or b"")
        problems.extend(wrong)
        if catalogue is not None:
            found.append(catalogue)
    if not has_errors(tuple(problems)):
        problems.extend(judge_words(found, frozenset(own), language))
    return Spoken(
        key=key,
        words=join_words(found, language),
        languages=tuple(dict.fromkeys(tag for tag, _, _ in wanted)),
        diagnostics=tuple(problems),
    )


def untranslated(project: Project, spoken: Spoken) -> Iterator[Diagnostic]:
    """That there are no words in the site's language, where there are none."""
    language = project.settings.language
    tags = language_chain(language)
    # A variety of English is English.
    if language.split("-")[0] == SOURCE or any(tag in spoken.languages for tag in tags[:-1]):
        return
    data = files.read_bytes(os.path.join(project.root, SETTINGS_FILE)) or b""
    _, marks, _ = read_settings(SETTINGS_FILE, data)
    known = {tag for place in project.search for tag in catalogue_languages(place)}
    yield no_words(language, known, SETTINGS_FILE, find_mark(marks, "language"))


def _wanted(project: Project, theme: Listing) -> Iterator[tuple[str, str, str]]:
    """The catalogues that the site's language calls for, nearest theme first: language, path and
    digest.
    """
    for place in project.search:
        for tag in language_chain(project.settings.language):
            path = catalogue_path(place, tag)
            entry = theme.get(_listed(place, path))
            if entry is not None:
                yield tag, path, entry.digest


def _listed(place: ThemeFolder, path: str) -> str:
    inside = os.path.relpath(path, place.folder).replace(os.sep, "/")
    return f"{place.name}/{inside}"


def _shown(path: str, project: Project) -> str:
    """From the project's root; whole, if it lies outside."""
    inside = os.path.relpath(path, project.root)
    return path if inside.startswith("..") else inside.replace(os.sep, "/")

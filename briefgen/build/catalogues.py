"""The words of the interface, out of the catalogues of the themes on the search path."""

from __future__ import annotations

import os
from collections.abc import Iterator

from briefgen import files
from briefgen.build.project import Project
from briefgen.diagnostics import Diagnostic, has_errors
from briefgen.model.base import Record, digest_value
from briefgen.model.marks import find_mark
from briefgen.read.settings import read_settings
from briefgen.scan.listing import Listing
from briefgen.scan.project import SETTINGS_FILE
from briefgen.scan.theme import ThemeFolder, catalogue_languages, catalogue_path
from briefgen.store.cache import Cache
from briefgen.words import SOURCE, Words, language_chain

NAME = "words"


class Spoken(Record):
    """The words for one language from catalogues with these digests, and what is wrong with them.
    `languages` are those that have any words of their own; `briefs` the words for the other
    languages in which there are packets, where somebody has translated them.
    """

    key: str
    words: Words
    languages: tuple[str, ...]
    briefs: dict[str, Words] = {}
    diagnostics: tuple[Diagnostic, ...] = ()


def load_words(
    project: Project, theme: Listing, cache: Cache, packets: frozenset[str] = frozenset()
) -> Spoken:
    """The words for the site. `theme` is the listing of its themes, `packets` are the languages of
    its packets. Reading a catalogue takes as long as rendering a hundred pages, so the outcome is
    kept.
    """
    language = project.settings.language
    others = tuple(sorted(packets - {"", language}))
    wanted = tuple(_wanted(project, theme, (language, *others)))
    key = digest_value((language, others, [(path, digest) for _, path, digest in wanted]))
    kept = cache.load(NAME, Spoken)
    if kept is not None and kept.key == key:
        return kept
    # Babel's half that reads catalogues is loaded where they are read.
    from briefgen.read.catalogue import Catalogue, read_catalogue  # noqa: PLC0415
    from briefgen.resolve.theme_words import join_words, judge_words  # noqa: PLC0415

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
    languages = tuple(dict.fromkeys(tag for tag, _, _ in wanted))
    return Spoken(
        key=key,
        words=join_words(found, language),
        languages=languages,
        briefs={tag: join_words(found, tag) for tag in others if _is_spoken(tag, languages)},
        diagnostics=tuple(problems),
    )


def _is_spoken(language: str, languages: tuple[str, ...]) -> bool:
    """Whether there are words in a language, or in that which it is a variety of."""
    *tags, _ = language_chain(language)
    # A variety of English is English.
    return language.partition("-")[0] == SOURCE or any(tag in languages for tag in tags)


def untranslated(project: Project, spoken: Spoken) -> Iterator[Diagnostic]:
    """That there are no words in the site's language, where there are none."""
    language = project.settings.language
    if _is_spoken(language, spoken.languages):
        return
    from briefgen.resolve.theme_words import no_words  # noqa: PLC0415  for few sites

    data = files.read_bytes(os.path.join(project.root, SETTINGS_FILE)) or b""
    _, marks, _ = read_settings(SETTINGS_FILE, data)
    known = {tag for place in project.search for tag in catalogue_languages(place)}
    yield no_words(language, known, SETTINGS_FILE, find_mark(marks, "language"))


def _wanted(
    project: Project, theme: Listing, languages: tuple[str, ...]
) -> Iterator[tuple[str, str, str]]:
    """The catalogues that these languages call for, nearest theme first: language, path and
    digest.
    """
    tags = dict.fromkeys(tag for each in languages for tag in language_chain(each))
    for place in project.search:
        for tag in tags:
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

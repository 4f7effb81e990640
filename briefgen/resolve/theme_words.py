"""The words of a theme: catalogues joined for one language, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.diagnostics import Diagnostic, Severity, error, warning
from briefgen.model.marks import Mark
from briefgen.read.catalogue import Catalogue, CatalogueEntry
from briefgen.read.suggest import did_you_mean
from briefgen.words import NUMBER, SOURCE, Phrase, Words, language_chain, places

# What to do about a key that is not there.
NEW = "New words begin in words/en.po of the theme, with an empty `msgstr`."
# So many keys are named where words are missing.
NAMED = 5


def join_words(catalogues: Iterable[Catalogue], language: str) -> Words:
    """The words for a site in `language`. `catalogues` are those of its themes, nearest first. The
    language itself comes before the one that it is a variety of, and English last; within one
    language the nearest theme.
    """
    found: dict[str, Phrase] = {}
    every = tuple(catalogues)
    for tag in language_chain(language):
        for catalogue in every:
            if catalogue.language == tag:
                for key, phrase in _phrases(catalogue):
                    found.setdefault(key, phrase)
    return Words(language=language, phrases=dict(sorted(found.items())))


def _phrases(catalogue: Catalogue) -> Iterator[tuple[str, Phrase]]:
    for key, entry in catalogue.entries.items():
        # English is the source: it says itself what is not said otherwise.
        forms = entry.forms or (entry.english if catalogue.language == SOURCE else ())
        if forms:
            yield key, Phrase(forms=forms, rule=catalogue.rule if len(forms) > 1 else "")


def judge_words(
    catalogues: Iterable[Catalogue], own: frozenset[str], language: str
) -> Iterator[Diagnostic]:
    """What is wrong with the catalogues whose paths are `own`: those of the project, which its
    people can mend.
    """
    every = tuple(catalogues)
    english: dict[str, CatalogueEntry] = {}
    for catalogue in every:
        if catalogue.language == SOURCE:
            for key, entry in catalogue.entries.items():
                if not entry.forms or catalogue.path not in own:
                    english.setdefault(key, entry)
    for catalogue in every:
        if catalogue.path in own:
            for key, entry in catalogue.entries.items():
                # An English word that says itself is a new one.
                if entry.forms or catalogue.language != SOURCE:
                    yield from _judge(key, entry, english, catalogue.path)
    yield from _missing(every, own, english, language)


def _judge(
    key: str, entry: CatalogueEntry, english: dict[str, CatalogueEntry], path: str
) -> Iterator[Diagnostic]:
    mark = _mark(key, entry)
    source = english.get(key)
    if source is None:
        hint = (
            did_you_mean(key, english)
            or "New words begin in words/en.po of the theme, with an empty `msgstr`."
        )
        yield warning(
            "words-unknown", f"No template asks for a word “{key}”.", path, mark, hint=hint
        )
        return
    if source.english != entry.english:
        yield warning(
            "words-stale",
            f"The English of “{key}” is another than when it was translated.",
            path,
            mark,
            hint=f"It is: {' | '.join(source.english)}",
        )
    yield from _misplaced(key, entry, source, path)


def _misplaced(
    key: str, entry: CatalogueEntry, source: CatalogueEntry, path: str
) -> Iterator[Diagnostic]:
    """Places that the English has not, or that were left out. The number itself may be: “the one
    quotation”.
    """
    known = frozenset().union(*map(places, source.english))
    needed = known - {NUMBER} if len(source.english) > 1 else known
    for form in entry.forms:
        strange = sorted(places(form) - known)
        lost = sorted(needed - places(form))
        if strange:
            message = f"“{{{strange[0]}}}” means nothing in the word “{key}”."
            yield error("words-placeholder", message, path, _mark(key, entry), hint=_has(known))
        elif lost and form:
            message = f"The word “{key}” has lost its “{{{lost[0]}}}”."
            yield error("words-placeholder", message, path, _mark(key, entry), hint=_has(known))


def _has(known: frozenset[str]) -> str:
    names = ", ".join(f"{{{name}}}" for name in sorted(known))
    return f"The English has {names or 'no places'}."


def _missing(
    every: tuple[Catalogue, ...],
    own: frozenset[str],
    english: dict[str, CatalogueEntry],
    language: str,
) -> Iterator[Diagnostic]:
    """Words that stay English on a site in another language, although a catalogue is there."""
    tags = language_chain(language)[:-1]
    there = [each for each in every if each.language in tags]
    lacking = [key for key in english if not any(_says(each, key) for each in there)]
    mine = next((each for each in there if each.path in own), None)
    if mine is not None and lacking:
        named = ", ".join(f"“{key}”" for key in lacking[:NAMED])
        more = f" and {len(lacking) - NAMED} more" if len(lacking) > NAMED else ""
        yield warning(
            "words-missing",
            f"{len(lacking)} of {len(english)} words stand in English: {named}{more}.",
            mine.path,
            hint=f"Translate them in {mine.path}.",
        )


def _says(catalogue: Catalogue, key: str) -> bool:
    entry = catalogue.entries.get(key)
    return entry is not None and bool(entry.forms)


def no_words(language: str, known: Iterable[str], path: str, mark: Mark) -> Diagnostic:
    """That a site's language is one into which nobody has translated the interface."""
    return Diagnostic(
        code="words-language",
        severity=Severity.NOTE,
        message=f"There are no words for the language “{language}”: the interface is English.",
        path=path,
        mark=mark,
        hint=f"There are {', '.join(sorted(known))}; a theme of the site can bring another.",
    )


def _mark(key: str, entry: CatalogueEntry) -> Mark:
    return Mark(line=entry.line, column=len('msgctxt "') + 1, length=len(key))

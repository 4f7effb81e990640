"""The words of a theme in one language: a catalogue in the form of gettext (PO), read by Babel."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from briefgen.diagnostics import Diagnostic, error
from briefgen.model.base import Record
from briefgen.model.marks import WHOLE_FILE, Mark
from briefgen.words import chooser

TEXT = r'"((?:[^"\\]|\\.)*)"\s*'
KEY = re.compile(f"msgctxt {TEXT}")
WORD = re.compile("(?:msg[a-z_]+(?:\\[[0-9]+\\])?\\s+)?" + TEXT)
REVIEWED = re.compile(r"^#?\s*Reviewed by a speaker:\s*(.+?)\s*$", re.IGNORECASE | re.MULTILINE)
# What a number is tried with, to see which forms a rule asks for.
TRIED = range(1000)


class CatalogueEntry(Record):
    """One word: its English as the translator saw it, what stands for it (empty: nothing yet), and
    the line of its key.
    """

    english: tuple[str, ...]
    forms: tuple[str, ...]
    line: int


class Catalogue(Record):
    """A catalogue by key. `path` is for people; `reviewed` is what its head says of that; `rule`
    and `count` tell how numbers choose between forms.
    """

    path: str
    language: str
    reviewed: str = ""
    rule: str = ""
    count: int = 1
    entries: dict[str, CatalogueEntry] = {}


def read_catalogue(
    path: str, language: str, data: bytes
) -> tuple[Catalogue | None, tuple[Diagnostic, ...]]:
    """The catalogue in `data`; none if it is not well formed. What a translator marked as doubtful
    (`fuzzy`) counts as not translated.
    """
    lines: dict[str, int] = {}
    wrong: list[Diagnostic] = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        if line.strip() and not line.startswith("#") and not WORD.fullmatch(line):
            # Babel would take a quotation mark off that is none.
            mark = Mark(line=number, column=1, length=len(line))
            message = "A line of a catalogue is a keyword and a text in quotation marks."
            wrong.append(_syntax(message, path, mark))
    for key, mark in _keys(data):
        if key in lines:
            hint = f"It is there in line {lines[key]} already."
            wrong.append(_syntax(f"The word “{key}” stands there twice.", path, mark, hint))
        lines[key] = mark.line
    if wrong:
        return None, tuple(wrong)
    try:
        found = read_po(io.BytesIO(data), abort_invalid=True)
        chooser(found.plural_expr)
    except PoFileError as mistake:
        at = int(getattr(mistake, "lineno", 0) or 0)
        mark = Mark(line=at, column=1, length=1) if at else WHOLE_FILE
        return None, (_syntax("The catalogue is not well formed.", path, mark, str(mistake)),)
    except (ValueError, UnicodeDecodeError, LookupError) as mistake:
        return None, (_syntax(f"The catalogue cannot be read: {mistake}.", path, WHOLE_FILE),)
    entries = {
        each.context: CatalogueEntry(
            english=_texts(each.id), forms=_forms(each), line=lines.get(each.context, 1)
        )
        for each in found
        if each.id and each.context
    }
    for each in found:
        if each.id and not each.context:
            told = f"The word “{_texts(each.id)[0]}” has no key."
            mark = Mark(line=each.lineno or 1, column=1, length=1)
            wrong.append(_syntax(told, path, mark, "Write `msgctxt` with its key above it."))
    wrong.extend(_too_few(entries, found, path))
    catalogue = Catalogue(
        path=path,
        language=language,
        reviewed=reviewed(found),
        rule=found.plural_expr,
        count=found.num_plurals,
        entries=entries,
    )
    return (None if wrong else catalogue), tuple(wrong)


def reviewed(catalog: Catalog) -> str:
    """What the head of a catalogue says of its review by a speaker of the language."""
    match = REVIEWED.search(catalog.header_comment)
    return match[1] if match else ""


def _keys(data: bytes) -> Iterator[tuple[str, Mark]]:
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        match = KEY.match(line)
        if match:
            yield match[1], Mark(line=number, column=match.start(1) + 1, length=len(match[1]))


def _texts(value: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _forms(message: Message) -> tuple[str, ...]:
    forms = _texts(message.string or "")
    return forms if any(forms) and not message.fuzzy else ()


def _too_few(
    entries: dict[str, CatalogueEntry], catalog: Catalog, path: str
) -> Iterator[Diagnostic]:
    """Words that change with a number, and lack a form that the rule of the catalogue calls for."""
    choose = chooser(catalog.plural_expr)
    wanted = max(choose(number) for number in TRIED) + 1
    for key, entry in entries.items():
        if len(entry.english) > 1 and entry.forms and not all(entry.forms[:wanted]):
            yield _syntax(
                f"The word “{key}” lacks one of its {wanted} forms.",
                path,
                Mark(line=entry.line, column=1, length=1),
                f"The catalogue’s rule is: {catalog.plural_expr}",
            )


def _syntax(message: str, path: str, mark: Mark, hint: str = "") -> Diagnostic:
    return error("words-syntax", message, path, mark, hint=hint)

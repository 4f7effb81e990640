"""Whether a source is known: its address stands in an article, or its text in a snapshot."""

from __future__ import annotations

import os

from briefgen import files
from briefgen.capture.formats.decode import decode
from briefgen.capture.project import OWN_FOLDERS, Project
from briefgen.diagnostics import Diagnostic, warning
from briefgen.likeness.addresses import canonical, needle
from briefgen.likeness.resemblance import ALIKE, Likeness
from briefgen.model.article import ArticleFace
from briefgen.model.base import Record
from briefgen.model.item import Kind
from briefgen.model.marks import Mark, find_mark
from briefgen.read.item import read_item
from briefgen.read.reading import reading_of
from briefgen.scan.project import find_content, kind_of

HINT = "Look there first; nothing of it is changed."


class Twin(Record):
    """What a new source was found to be. `snapshot` is the name of one with the very same bytes,
    from the sources' folder, and empty otherwise.
    """

    snapshot: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()


def known_address(url: str, project: Project) -> tuple[Diagnostic, ...]:
    """The articles whose source has this address."""
    wanted = canonical(url)
    if not wanted:
        return ()
    told = []
    for path, source_url, mark in _sources(project, needle(url), "source.url"):
        if canonical(source_url) == wanted:
            message = f"A source with this address is known already: {source_url}"
            told.append(warning("source-known", message, path, mark, hint=HINT))
    return tuple(told)


def known_text(data: bytes, text: str, project: Project) -> Twin:
    """The snapshots that say nearly the same, with the articles made of them."""
    likeness = Likeness(text)
    twin = ""
    told: list[Diagnostic] = []
    for name, _ in sorted(files.walk(project.sources)):
        path = os.path.join(project.sources, name)
        other = files.read_bytes(path)
        if other is None:
            continue
        if other == data:
            twin = name
        alike = 1.0 if other == data else likeness.to(decode(other).text)
        if alike >= ALIKE:
            how = "The same text" if other == data else f"Nearly the same text ({alike:.0%} of it)"
            told.extend(_told(how, name, project))
    return Twin(snapshot=twin, diagnostics=tuple(told))


def _told(how: str, name: str, project: Project) -> list[Diagnostic]:
    where = project.shown(os.path.join(project.sources, name))
    sentence = f"{how} was captured before: {where}"
    articles = [
        warning("source-known", sentence, path, mark, hint=HINT)
        for path, snapshot, mark in _sources(
            project, name.rpartition("/")[2].casefold().encode(), "source.snapshot"
        )
        if snapshot == name
    ]
    return articles or [warning("source-known", f"{sentence}, and no article uses it.", where)]


def _sources(project: Project, having: bytes, field: str) -> list[tuple[str, str, Mark]]:
    """Path, value and place of `source.url` or `source.snapshot` in the articles that hold the
    bytes `having`. Reading all articles of a large archive would take half a minute.
    """
    reading = reading_of(project.settings)
    found: list[tuple[str, str, Mark]] = []
    skip = tuple(os.path.join(project.root, name) + os.sep for name in OWN_FOLDERS)
    for path, full, _ in sorted(find_content(project.root, project.settings, skip)):
        if kind_of(path, project.settings) is not Kind.ARTICLE:
            continue
        data = files.read_bytes(full)
        if data is None or having not in data.lower():
            continue
        read = read_item(Kind.ARTICLE, path, data, reading)
        if read.face is None or read.body is None or not isinstance(read.face.keys, ArticleFace):
            continue
        source = read.face.keys.source
        value = getattr(source, field.rpartition(".")[2], "") if source else ""
        if value:
            found.append((path, value, find_mark(read.body.marks, field)))
    return found

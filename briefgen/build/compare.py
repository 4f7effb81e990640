"""Compare articles: what is kept of their texts, and which of them may be on one report."""

from __future__ import annotations

import os
from collections.abc import Iterable

from briefgen import files
from briefgen.build.alike import Sketches, sha_of
from briefgen.build.gather import Gathered
from briefgen.build.project import Project
from briefgen.check.alike import Traits, comparable, find_alike
from briefgen.check.matter import entry_text
from briefgen.likeness.sketch import open_sketch, sketch_of
from briefgen.model.alike import Alike
from briefgen.model.item import Article


def compare(
    project: Project, articles: Iterable[Article], gathered: Gathered, before: Sketches
) -> tuple[tuple[Alike, ...], Sketches]:
    """The pairs, and the sketches of all that was compared; `before` are those of last time."""
    after = Sketches(texts={}, entries={})
    traits = [
        _traits(project, article, gathered, before, after)
        for article in articles
        if comparable(article)
    ]
    return find_alike(traits), after


def _traits(
    project: Project, article: Article, gathered: Gathered, before: Sketches, after: Sketches
) -> Traits:
    sha = sha_of(article, gathered)
    if sha and sha not in after.texts:
        text = before.texts.get(sha)
        after.texts[sha] = _sketch_file(project, article) if text is None else text
    matter = gathered.known.read[article.path].matter
    entry = before.entries.get(matter)
    after.entries[matter] = sketch_of(entry_text(article.keys)) if entry is None else entry
    return Traits(
        article=article,
        text=open_sketch(after.texts[sha]) if sha else None,
        entry=open_sketch(after.entries[matter]),
    )


def _sketch_file(project: Project, article: Article) -> bytes:
    source = article.keys.source
    assert source is not None  # noqa: S101  it has a snapshot
    data = files.read_bytes(os.path.join(project.sources, source.snapshot)) or b""
    return sketch_of(data.decode("utf-8-sig", "replace"))

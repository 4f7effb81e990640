"""Keep what articles are compared by, and what came of it: only what changed is done anew."""

from __future__ import annotations

import os

from briefgen import files
from briefgen.build.gather import Gathered
from briefgen.build.project import Project
from briefgen.check.alike import Traits, comparable, entry_text, find_alike
from briefgen.check.duplicate import CODE
from briefgen.likeness.sketch import open_sketch, sketch_of
from briefgen.model.alike import Alike
from briefgen.model.article import ArticleFace
from briefgen.model.base import Record, digest_bytes
from briefgen.model.item import Article
from briefgen.model.settings import Level
from briefgen.store.cache import Cache

PAIRS, SKETCHES = "alike", "sketches"


class Kept(Record):
    """The pairs that were found in articles of the digest `key`."""

    key: str = ""
    pairs: tuple[Alike, ...] = ()


class Sketches(Record):
    """Sketches of captured texts by the SHA-256 of the snapshot, and of entries by the digest of
    what is compared.
    """

    texts: dict[str, bytes] = {}
    entries: dict[str, bytes] = {}


class Found(Record):
    """The pairs, and what to keep of them for the next time, by the name of its blob."""

    pairs: tuple[Alike, ...] = ()
    keep: dict[str, Kept | Sketches] = {}


def look_for_alike(project: Project, gathered: Gathered, cache: Cache) -> Found:
    """Which articles may be on one report. While nothing of what is compared has changed, nothing
    is compared.
    """
    if project.settings.checks.get(CODE) is Level.OFF:
        return Found()
    read = gathered.known.read
    articles = [each for each in gathered.faces if isinstance(each.keys, ArticleFace)]
    key = digest_bytes(*(f"{read[a.path].matter}{_sha_of(a, gathered)}".encode() for a in articles))
    kept = cache.load(PAIRS, Kept) or Kept()
    if kept.key == key:
        return Found(pairs=kept.pairs)
    before = cache.load(SKETCHES, Sketches) or Sketches()
    after = Sketches(texts={}, entries={})
    traits = [
        _traits(project, article, gathered, before, after)
        for article in articles
        if comparable(article)
    ]
    pairs = find_alike(traits)
    return Found(pairs=pairs, keep={PAIRS: Kept(key=key, pairs=pairs), SKETCHES: after})


def _traits(
    project: Project, article: Article, gathered: Gathered, before: Sketches, after: Sketches
) -> Traits:
    sha = _sha_of(article, gathered)
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


def _sha_of(article: Article, gathered: Gathered) -> str:
    source = article.keys.source
    return gathered.snapshots.get(source.snapshot, "") if source and source.snapshot else ""


def _sketch_file(project: Project, article: Article) -> bytes:
    source = article.keys.source
    assert source is not None  # noqa: S101  it has a snapshot
    data = files.read_bytes(os.path.join(project.sources, source.snapshot)) or b""
    return sketch_of(data.decode("utf-8-sig", "replace"))

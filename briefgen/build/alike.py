"""Keep what articles are compared by, and what came of it: only what changed is done anew."""

from __future__ import annotations

from briefgen.build.gather import Gathered
from briefgen.build.project import Project
from briefgen.check.duplicate import CODE
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
    key = digest_bytes(*(f"{read[a.path].matter}{sha_of(a, gathered)}".encode() for a in articles))
    kept = cache.load(PAIRS, Kept) or Kept()
    if kept.key == key:
        return Found(pairs=kept.pairs)
    # What compares is loaded where something is to be compared.
    from briefgen.build.compare import compare  # noqa: PLC0415

    before = cache.load(SKETCHES, Sketches) or Sketches()
    pairs, after = compare(project, articles, gathered, before)
    return Found(pairs=pairs, keep={PAIRS: Kept(key=key, pairs=pairs), SKETCHES: after})


def sha_of(article: Article, gathered: Gathered) -> str:
    """The SHA-256 of an article's snapshot; empty where there is none."""
    source = article.keys.source
    return gathered.snapshots.get(source.snapshot, "") if source and source.snapshot else ""

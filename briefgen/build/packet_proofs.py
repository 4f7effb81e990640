"""Prove what packets quote: only of those that changed, or whose articles or snapshots did."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

from briefgen.build.bodies import Bodies
from briefgen.build.gather import Gathered
from briefgen.check.quotations.packet import Carried
from briefgen.check.repeated import entries_of
from briefgen.model.article import ArticleFace
from briefgen.model.base import digest_value
from briefgen.model.item import Article, Packet
from briefgen.model.packet import PacketFace
from briefgen.model.proof import Proof, Proofs
from briefgen.quotation.source import Source
from briefgen.resolve.packets import FindTerm, finder, select
from briefgen.resolve.site import newest_first
from briefgen.resolve.terms import gather_terms

# The text of a snapshot by its path; None where it cannot be read as one.
Read = Callable[[str], Source | None]


class PacketProofs:
    """Proves the packets of a project."""

    def __init__(self, gathered: Gathered, bodies: Bodies, read: Read) -> None:
        self._gathered = gathered
        self._bodies = bodies
        self._read = functools.cache(read)
        self._articles: dict[str, Article] = {}
        self._packets: list[Packet] = []
        for face in gathered.faces:
            if isinstance(face.keys, ArticleFace):
                self._articles.setdefault(face.slug, face)
            elif isinstance(face.keys, PacketFace):
                self._packets.append(face)

    def prove(self, before: Proofs) -> Proofs:
        """The proofs of all packets, by their ids. What was proven before from the same bytes is
        taken over; of a packet that quotes nothing that is its own file alone.
        """
        proofs: Proofs = {}
        for packet in self._packets:
            read = self._gathered.known.read[packet.path].key
            known = before.get(packet.id)
            if known is not None and known.key == read:
                proofs[packet.id] = known
                continue
            spans = self._bodies.of_file(packet.path).quoted
            if not spans:
                proofs[packet.id] = Proof(key=read, sha256="")
                continue
            carried = self._carried(packet)
            key = f"{read}.{digest_value([self._key(each) for each in carried])}"
            if known is not None and known.key == key:
                proofs[packet.id] = known
                continue
            problems = Carried(self._with_source(carried)).prove(spans)
            proofs[packet.id] = Proof(key=key, sha256="", problems=tuple(problems))
        return proofs

    def _carried(self, packet: Packet) -> list[Article]:
        """All articles that it lists or chooses, whoever may see them."""
        slugs = [slug for _, slug in entries_of(packet.keys)]
        if packet.keys.select is not None:
            slugs += select(packet.keys.select, self._articles, self._newest, self._find)
        return [self._articles[slug] for slug in dict.fromkeys(slugs) if slug in self._articles]

    @functools.cached_property
    def _newest(self) -> tuple[str, ...]:
        return newest_first(self._articles)

    @functools.cached_property
    def _find(self) -> FindTerm:
        terms = gather_terms(self._articles.values(), self._gathered.entities)
        return finder(terms, self._gathered.entities)

    def _key(self, article: Article) -> tuple[str, str]:
        return (
            self._gathered.known.read[article.path].key,
            self._gathered.snapshots.get(_snapshot(article), ""),
        )

    def _with_source(
        self, articles: Iterable[Article]
    ) -> Iterable[tuple[str, ArticleFace, Source | None]]:
        for article in articles:
            snapshot = _snapshot(article)
            known = snapshot in self._gathered.snapshots
            yield article.slug, article.keys, self._read(snapshot) if known else None


def _snapshot(article: Article) -> str:
    return article.keys.source.snapshot if article.keys.source else ""

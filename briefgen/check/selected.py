"""A packet's query that names what no article names, or that matches nothing."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.article import ArticleFace
from briefgen.model.finding import Finding
from briefgen.model.item import AnyFace
from briefgen.model.packet import PacketFace, Select
from briefgen.read.suggest import nearest
from briefgen.resolve.packets import in_period
from briefgen.resolve.terms import TermKind, canonical_names, name_key, named_fields

ASKED = (TermKind.TOPICS, TermKind.PLACES, TermKind.PEOPLE, TermKind.PUBLISHERS)


class _Archive:
    """Which articles bear a name, in any of its spellings; for all queries of a site at once."""

    def __init__(self, subject: Subject) -> None:
        self._names = canonical_names(subject.entities)
        self._bearers: dict[tuple[TermKind, str], set[int]] = {}
        self.spellings: dict[TermKind, set[str]] = {kind: set() for kind in ASKED}
        self._articles = [f.keys for f in subject.faces if isinstance(f.keys, ArticleFace)]
        for number, article in enumerate(self._articles):
            for kind, _, name in named_fields(article):
                if kind in self.spellings:
                    self.spellings[kind].add(name)
                    self._bearers.setdefault(self._term(kind, name), set()).add(number)

    def bearers(self, kind: TermKind, name: str) -> set[int]:
        """The numbers of the articles that bear the name."""
        return self._bearers.get(self._term(kind, name), set())

    def matches(self, query: Select) -> bool:
        """Whether any article matches every key of the query."""
        left: set[int] | None = None
        for kind in ASKED:
            if names := getattr(query, kind.value):
                bearing = set().union(*(self.bearers(kind, name) for name in names))
                left = bearing if left is None else left & bearing
        chosen = range(len(self._articles)) if left is None else left
        return any(in_period(query, self._articles[number].date) for number in chosen)

    def _term(self, kind: TermKind, name: str) -> tuple[TermKind, str]:
        key = name_key(name)
        return kind, self._names.get(kind, {}).get(key, key)


def _unknown(subject: Subject) -> Iterable[Finding]:
    queries = _queries(subject)
    if not queries:
        return
    archive = _Archive(subject)
    for face, query in queries:
        for kind in ASKED:
            for number, name in enumerate(getattr(query, kind.value)):
                if not archive.bearers(kind, name):
                    close = nearest(name, archive.spellings[kind])
                    yield Finding(
                        code="select-unknown",
                        message=f"No article has “{name}” among its {kind.value}.",
                        item=face.id,
                        path=face.path,
                        field=f"select.{kind.value}.{number}",
                        hint=f"Did you mean “{close}”?" if close else "",
                    )


def _empty(subject: Subject) -> Iterable[Finding]:
    queries = _queries(subject)
    if not queries:
        return
    archive = _Archive(subject)
    for face, query in queries:
        if not archive.matches(query):
            yield Finding(
                code="select-empty",
                message="No article matches this query, so it adds nothing to the packet.",
                item=face.id,
                path=face.path,
                field="select",
                hint="An article must match every key of it. Widen one, or list the articles.",
            )


def _queries(subject: Subject) -> list[tuple[AnyFace, Select]]:
    return [
        (face, face.keys.select)
        for face in subject.faces
        if isinstance(face.keys, PacketFace) and face.keys.select is not None
    ]


RULES = (
    Rule(code="select-empty", run=_empty),
    Rule(code="select-unknown", run=_unknown),
)

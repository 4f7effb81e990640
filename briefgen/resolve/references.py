"""Names of items inside other items, and what they lead to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from briefgen.model.article import ArticleFace
from briefgen.model.base import Record
from briefgen.model.finding import Finding
from briefgen.model.item import AnyFace, Kind
from briefgen.model.packet import PacketFace
from briefgen.model.text import Link
from briefgen.read.naming import name_of, undated
from briefgen.read.slug import slugify
from briefgen.read.suggest import nearest
from briefgen.resolve.media import leads_to_media

# What a bare slug in a text may mean, first hit wins.
TEXT_ORDER = (Kind.ARTICLE, Kind.PACKET, Kind.PAGE)


class Known(Record):
    """Every item of the project, published or not, by slug and by file: what a reference may name.
    It serves to tell a withheld item from one that does not exist.
    """

    slugs: dict[Kind, dict[str, str]]
    paths: dict[str, str]


def know(faces: Iterable[AnyFace], absent: Mapping[str, str]) -> Known:
    """Gather what can be named; `absent` are items that may have no face, by id with their file."""
    slugs: dict[Kind, dict[str, str]] = {kind: {} for kind in Kind}
    paths: dict[str, str] = {}
    for item, path in absent.items():
        kind, _, slug = item.partition(":")
        slugs[Kind(kind)][slug] = item
        paths[path] = item
    for face in faces:
        slugs[face.kind][face.slug] = face.id
        paths[face.path] = face.id
    return Known(slugs=slugs, paths=paths)


def article_references(face: AnyFace) -> Iterable[tuple[str, str]]:
    """Each slug of an article that the front matter of `face` names, with the path of its field."""
    keys = face.keys
    if isinstance(keys, ArticleFace):
        for field in ("related", "duplicates", "supersedes"):
            for number, slug in enumerate(getattr(keys, field)):
                yield f"{field}.{number}", slug
        for number, dispute in enumerate(keys.disputes):
            yield f"disputes.{number}.article", dispute.article
    if isinstance(keys, PacketFace):
        yield from _packet_references(keys)


def _packet_references(keys: PacketFace) -> Iterable[tuple[str, str]]:
    for number, entry in enumerate(keys.articles):
        yield f"articles.{number}.article", entry.article
    for number, section in enumerate(keys.sections):
        for place, entry in enumerate(section.articles):
            yield f"sections.{number}.articles.{place}.article", entry.article
    for number, judgment in enumerate(keys.key_judgments):
        for place, slug in enumerate(judgment.articles):
            yield f"key_judgments.{number}.articles.{place}", slug


def reference_findings(faces: Iterable[AnyFace], known: Known) -> Iterable[Finding]:
    """References of any item, published or not, that lead nowhere."""
    for face in faces:
        for field, slug in article_references(face):
            if slug not in known.slugs[Kind.ARTICLE]:
                yield _unknown(face, "article", slug, known.slugs[Kind.ARTICLE], field=field)
        if isinstance(face.keys, PacketFace):
            for number, slug in enumerate(face.keys.supersedes):
                if slug not in known.slugs[Kind.PACKET]:
                    field = f"supersedes.{number}"
                    yield _unknown(face, "packet", slug, known.slugs[Kind.PACKET], field=field)
        for link in face.links:
            if leads_to_media(link):
                continue
            if target_of(link.target, known, is_path=link.is_path) is None:
                yield _dead(face, link, known)


def target_of(target: str, known: Known, *, is_path: bool) -> str | None:
    """The id of the item that a link of a text names."""
    if is_path:
        return known.paths.get(target)
    for kind in TEXT_ORDER:
        found = known.slugs[kind].get(target)
        if found is not None:
            return found
    return None


def _dead(face: AnyFace, link: Link, known: Known) -> Finding:
    slugs = [slug for kind in TEXT_ORDER for slug in known.slugs[kind]]
    close = nearest(link.target, known.paths if link.is_path else slugs)
    return Finding(
        code="link-unknown",
        message=f"The link leads to “{link.target}”, which does not exist.",
        item=face.id,
        path=face.path,
        mark=link.mark,
        hint=f"Did you mean “{close}”?" if close else "",
    )


def _unknown(face: AnyFace, what: str, slug: str, names: Collection[str], *, field: str) -> Finding:
    # A file's name or path may stand where its slug is asked for.
    own = slugify(undated(name_of(slug)))
    close = own if own in names else nearest(slug, names)
    return Finding(
        code=f"{what}-unknown",
        message=f"There is no {what} with the slug “{slug}”.",
        item=face.id,
        path=face.path,
        field=field,
        hint=f"Did you mean “{close}”?" if close else "",
    )

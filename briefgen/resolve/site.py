"""The site: all published records, joined."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from briefgen.model.base import Record
from briefgen.model.entities import Entities
from briefgen.model.finding import Finding
from briefgen.model.item import AnyFace, Article, Packet, Page
from briefgen.model.media import Media
from briefgen.model.text import Link
from briefgen.resolve.media import LINKED, Use, leads_to_media, media_findings, used_media
from briefgen.resolve.packets import Holding, finder, hold
from briefgen.resolve.published import publish_set
from briefgen.resolve.references import Known, know, reference_findings, target_of
from briefgen.resolve.relations import Relations, relate
from briefgen.resolve.terms import Terms, entity_findings, gather_terms
from briefgen.resolve.tombstones import Tombstone
from briefgen.resolve.visibility import View


class Site(Record):
    """What this audience may see now, and how it hangs together. `newest` and `newest_packets` are
    slugs, newest first. `links` has, for each item, the id of the item that each link of its text
    leads to ("" where it leads to none that is published), or LINKED and the path of a file of
    media. `media` are the files that are published, by path, and `uses` who refers to them.
    `tombstones`, by id, stand for what was withdrawn.
    """

    view: View
    articles: dict[str, Article]
    packets: dict[str, Packet]
    pages: dict[str, Page]
    terms: Terms
    holdings: dict[str, Holding]
    relations: Relations
    newest: tuple[str, ...]
    newest_packets: tuple[str, ...]
    links: dict[str, tuple[str, ...]]
    media: dict[str, Media] = {}
    uses: dict[str, Use] = {}
    tombstones: dict[str, Tombstone] = {}


class Resolved(Record):
    """The site, with what only the curator is told: findings, withheld ids with reasons, and the
    next instant at which the published set may change.
    """

    site: Site
    findings: tuple[Finding, ...]
    withheld: dict[str, str]
    due: datetime.datetime | None


def resolve(  # noqa: PLR0913  the join takes all there is
    faces: tuple[AnyFace, ...],
    entities: Entities,
    entities_path: str,
    view: View,
    absent: Mapping[str, str],
    media: Mapping[str, Media],
    *,
    keep_going: bool = False,
) -> Resolved:
    """Join `faces` and `entities` for one audience at one instant.

    `media` are all files of the folder of media, by path. `absent` are the items, by id with their
    file, that exist but count as withheld, because something is wrong with them; unless the build
    is to `keep_going`, what follows from their absence is not told.
    """
    published, findings = publish_set(faces, view, absent)
    known = know(faces, absent)
    newest = newest_first(published.articles)
    newest_packets = newest_first(published.packets)
    terms = gather_terms(published.articles.values(), entities)
    find = finder(terms, entities)
    holdings = {
        slug: hold(packet, published.articles, newest, find, published.tombstones)
        for slug, packet in published.packets.items()
    }
    shown: tuple[AnyFace, ...] = (
        *published.articles.values(),
        *published.packets.values(),
        *published.pages.values(),
    )
    silent = frozenset() if keep_going else frozenset(absent)
    uses = used_media(shown, media, internal=view.audience.internal)
    links, link_findings = _answer_links(shown, known, silent, view, uses)
    site = Site(
        view=view,
        articles=published.articles,
        packets=published.packets,
        pages=published.pages,
        terms=terms,
        holdings=holdings,
        relations=relate(published.articles, published.packets, holdings, newest_packets),
        newest=newest,
        newest_packets=newest_packets,
        links=links,
        media={path: media[path] for path in uses},
        uses=uses,
        tombstones=published.tombstones,
    )
    return Resolved(
        site=site,
        findings=(
            *findings,
            *entity_findings(entities, entities_path),
            *reference_findings(faces, known),
            *media_findings(faces, media),
            *link_findings,
        ),
        withheld={key: reason.value for key, reason in published.withheld.items()},
        due=published.due,
    )


def newest_first(items: dict[str, Article] | dict[str, Packet]) -> tuple[str, ...]:
    """Slugs by date, newest first; packets of one day by number; then by slug. An item without a
    date comes last.
    """

    def rank(slug: str) -> tuple[float, int, str]:
        keys = items[slug].keys
        number = getattr(keys, "number", None) or 0
        return (-keys.date.at.timestamp() if keys.date else float("inf"), -number, slug)

    return tuple(sorted(items, key=rank))


def _answer_links(
    shown: tuple[AnyFace, ...],
    known: Known,
    silent: frozenset[str],
    view: View,
    uses: Mapping[str, Use],
) -> tuple[dict[str, tuple[str, ...]], tuple[Finding, ...]]:
    """The answers, and what is wrong with them. Nothing is said of links to the items in `silent`:
    what is wrong with these themselves is told already."""
    answers: dict[str, tuple[str, ...]] = {}
    findings: list[Finding] = []
    published = {face.id for face in shown}
    for face in shown:
        if not face.links:
            continue
        targets: list[str] = []
        for link in face.links:
            if leads_to_media(link):
                seen = view.audience.internal or not link.internal
                targets.append(LINKED + link.target if seen and link.target in uses else "")
                continue
            found = target_of(link.target, known, is_path=link.is_path) or ""
            if found and found not in published:
                seen = view.audience.internal or not link.internal
                if link.bare and seen and found not in silent:
                    findings.append(_bare(face, link, view))
                found = ""
            targets.append(found)
        answers[face.id] = tuple(targets)
    return answers, tuple(findings)


def _bare(face: AnyFace, link: Link, view: View) -> Finding:
    return Finding(
        code="link-withheld",
        message=f"The link to “{link.target}” has no text of its own, and the audience "
        f"“{view.name}” may not see that item, so there is nothing to show in its place.",
        item=face.id,
        path=face.path,
        mark=link.mark,
        hint=f"Write the link with a text: [[{link.target}|the words to show]].",
    )

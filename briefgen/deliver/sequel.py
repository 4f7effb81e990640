"""What became of a brief since it was sent."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from briefgen.build.history import packet_now, wording_now
from briefgen.build.look import survey_project
from briefgen.build.project import open_project
from briefgen.build.survey import Site
from briefgen.deliver.verdict import BriefVerdict, Sequel, Standing
from briefgen.model.article import ArticleFace, Correction
from briefgen.model.item import AnyFace, Kind
from briefgen.model.ledger import Issue, IssuedItem
from briefgen.model.packet import PacketFace
from briefgen.model.request import Request
from briefgen.progress import Progress
from briefgen.resolve.wording import ARTICLE_PARTS, PACKET_PARTS, Wording, correction_digest


def brief_verdict(  # noqa: PLR0913  the question, and all that answers it
    request: Request,
    file: str,
    path: str,
    issue: Issue,
    issues: tuple[Issue, ...],
    progress: Progress,
) -> tuple[BriefVerdict, frozenset[str]]:
    """The answer, and the ids that a public log must not name. `path` is the ledger that holds
    `issue`, and `issues` all its lines.
    """
    latest = [each for each in issues if each.packet == issue.packet][-1]
    verdict = BriefVerdict(
        file=file,
        path=path,
        issue=issue,
        latest=latest,
        packet=Sequel(slug=issue.packet),
        known_now=False,
    )
    # As that audience would see it now, with what it may not see named as such.
    asked = msgspec.structs.replace(request, audience=issue.audience)
    project = open_project(asked).project
    if project is None:  # an audience that there is no more
        return verdict, frozenset()
    site = survey_project(project, asked, progress, lambda site: _texts(site, issue))
    joined = site.joined
    answered = msgspec.structs.replace(
        verdict,
        packet=_packet_sequel(site, issue),
        items=tuple(_item_sequel(site, item) for item in issue.items),
        superseded_by=tuple(
            joined.packets[slug].keys.title
            for slug in joined.relations.packet_superseded_by.get(issue.packet, ())
        ),
        known_now=True,
    )
    return answered, frozenset(site.withheld)


def _texts(site: Site, issue: Issue) -> Iterable[str]:
    there = {face.id for face in site.gathered.faces}
    wanted = (_packet_id(issue), *(_article_id(item) for item in issue.items))
    return (each for each in wanted if each in there)


def _item_sequel(site: Site, item: IssuedItem) -> Sequel:
    then = Wording(parts=item.fields, corrections=item.corrections)
    face = _face(site, _article_id(item))
    if face is None or not isinstance(face.keys, ArticleFace):
        return _lost(site, _article_id(item), item.article)
    now = wording_now(face, site.bodies)
    return _sequel(site, face, face.keys.corrections, then, now)


def _packet_sequel(site: Site, issue: Issue) -> Sequel:
    then = Wording(parts=issue.fields, corrections=issue.corrections)
    face = _face(site, _packet_id(issue))
    if face is None or not isinstance(face.keys, PacketFace):
        return _lost(site, _packet_id(issue), issue.packet)
    holding = site.joined.holdings.get(issue.packet)
    # What a packet holds that this audience may not see, nobody has worked out.
    now = then if holding is None else packet_now(face, holding, site.bodies)
    return _sequel(site, face, face.keys.corrections, then, now)


def _sequel(
    site: Site, face: AnyFace, corrections: tuple[Correction, ...], then: Wording, now: Wording
) -> Sequel:
    seen = now.seen(internal=site.joined.view.audience.internal)
    names = ARTICLE_PARTS if face.kind is Kind.ARTICLE else PACKET_PARTS
    parts = tuple(name for name in names if then.parts.get(name) != seen.parts.get(name))
    since = (each for each in corrections if correction_digest(each) not in then.corrections)
    reason = site.withheld.get(face.id, "")
    return Sequel(
        slug=face.slug,
        title=face.keys.title,
        standing=Standing.WITHHELD if reason else Standing.CHANGED if parts else Standing.SAME,
        parts=parts,
        corrections=tuple(sorted(since, key=lambda each: each.date.at, reverse=True)),
        reason=reason,
    )


def _lost(site: Site, item: str, slug: str) -> Sequel:
    """What cannot be read any more: its file is gone, or broken."""
    reason = site.withheld.get(item, "")
    return Sequel(slug=slug, standing=Standing.WITHHELD if reason else Standing.GONE, reason=reason)


def _face(site: Site, item: str) -> AnyFace | None:
    return next((face for face in site.gathered.faces if face.id == item), None)


def _article_id(item: IssuedItem) -> str:
    return f"{Kind.ARTICLE.value}:{item.article}"


def _packet_id(issue: Issue) -> str:
    return f"{Kind.PACKET.value}:{issue.packet}"

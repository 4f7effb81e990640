"""An HTML page from its view and template."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.plan.artifact import Artifact, ArtifactKind
from briefgen.plan.views.brief import BriefView, Colophon
from briefgen.plan.views.pages import AnyContent, ArticleContent, PacketContent
from briefgen.render.environment import Templates
from briefgen.render.files import render_data
from briefgen.render.lookups import Lookups


class Rendered(Record):
    """The bytes of an artifact, and what they depend on beside its view."""

    data: bytes
    lookups: Lookups = ()


def render_page(
    artifact: Artifact, contents: tuple[AnyContent, ...], templates: Templates
) -> Rendered:
    """Render what is neither a brief nor media. Templates' mistakes are raised as Jinja raises
    them.
    """
    page = artifact.page
    data = render_data(artifact, contents)
    if data is not None:
        return Rendered(data=data)
    text, lookups = templates.page(
        artifact.template,
        site=artifact.site,
        frame=artifact.frame,
        page=page,
        content=contents[0] if contents else None,
    )
    return Rendered(data=text.encode(), lookups=lookups)


class BriefContent(Record):
    """The bodies of a brief: the packet's own, and those of its items by slug; and what it is made
    of and with.
    """

    packet: PacketContent
    items: dict[str, ArticleContent]
    colophon: Colophon


def brief_html(
    artifact: Artifact, contents: tuple[AnyContent, ...], templates: Templates, colophon: Colophon
) -> Rendered:
    """The HTML of a brief, which the PDF is made from."""
    assert artifact.kind is ArtifactKind.BRIEF  # noqa: S101  for the reader and the type checker
    packet, *items = contents
    assert isinstance(packet, PacketContent)  # noqa: S101  the first need of a brief is the packet's
    slugs = [need.item.partition(":")[2] for need in artifact.needs[1:]]
    content = BriefContent(
        packet=packet,
        items={
            slug: item
            for slug, item in zip(slugs, items, strict=True)
            if isinstance(item, ArticleContent)
        },
        colophon=colophon,
    )
    assert isinstance(artifact.page, BriefView)  # noqa: S101  the view of every brief
    templates = templates.speaking(artifact.page.meta.words)
    text, lookups = templates.page(
        artifact.template, brief=True, page=artifact.page, content=content
    )
    return Rendered(data=text.encode(), lookups=lookups)

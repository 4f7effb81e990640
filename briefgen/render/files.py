"""What is made without a template: feeds, the sitemap, packets as data, plain text."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.model.packet_data import PacketData
from briefgen.plan.artifact import Artifact
from briefgen.plan.views.citations import Citations
from briefgen.plan.views.feeds import FeedView, PlainText, SitemapView
from briefgen.plan.views.pages import AnyContent, ArticleContent, PacketContent
from briefgen.render.citations.bibtex import render_bibtex
from briefgen.render.citations.csl import render_csl
from briefgen.render.citations.ris import render_ris
from briefgen.render.data import render_packet_data

_CITED: dict[str, Callable[[Citations], bytes]] = {
    ".csl.json": render_csl,
    ".bib": render_bibtex,
    ".ris": render_ris,
}


def render_data(artifact: Artifact, contents: tuple[AnyContent, ...]) -> bytes | None:
    """The bytes of a file of this sort; None if the artifact needs a template."""
    page = artifact.page
    if isinstance(page, FeedView | SitemapView):
        return _feed(artifact.path, page)
    if isinstance(page, PlainText):
        return page.text.encode()
    if isinstance(page, Citations):
        return next(
            render(page) for ending, render in _CITED.items() if artifact.path.endswith(ending)
        )
    if isinstance(page, PacketData):
        return _packet(page, contents)
    return None


def _feed(path: str, page: FeedView | SitemapView) -> bytes:
    # They bring a library of XML, which no page needs.
    from briefgen.render.feeds import (  # noqa: PLC0415
        render_feed,
        render_json_feed,
        render_sitemap,
    )

    if isinstance(page, SitemapView):
        return render_sitemap(page)
    return render_json_feed(page) if path.endswith(".json") else render_feed(page)


def _packet(page: PacketData, contents: tuple[AnyContent, ...]) -> bytes:
    packet, *articles = contents
    assert isinstance(packet, PacketContent)  # noqa: S101  the first need is the packet's
    held = {
        article.slug: content
        for article, content in zip(page.articles, articles, strict=True)
        if isinstance(content, ArticleContent)
    }
    return render_packet_data(page, packet, held)

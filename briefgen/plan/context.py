"""What every planner works with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from briefgen.model.base import Record
from briefgen.model.item import AnyFace, Kind
from briefgen.model.proof import Proofs
from briefgen.model.request import Search
from briefgen.model.settings import Settings
from briefgen.plan.artifact import Artifact, ArtifactKind, Need
from briefgen.plan.frames import Frames
from briefgen.plan.media import MediaPlan
from briefgen.plan.parts import Parts, page_place
from briefgen.plan.views.frame import Frame, SiteView
from briefgen.resolve.relations import Relations
from briefgen.resolve.since import Since
from briefgen.resolve.site import Site
from briefgen.words import Words


class Context:
    """The site, its settings, and the makers of parts and frames. `encoder` is the digest of what
    pictures are made with; `since` what is different in packets, by slug, from those before them;
    `briefs`: whether PDF briefs are built at all, `search` what becomes of the index of the
    search page.
    """

    def __init__(  # noqa: PLR0913  all that planners work with
        self,
        site: Site,
        settings: Settings,
        words: Words,
        site_view: SiteView,
        encoder: str,
        proofs: Proofs,
        since: Mapping[str, Since],
        *,
        briefs: bool,
        search: Search,
    ) -> None:
        self._made_of = (site_view, encoder, proofs)
        self.site = site
        self.settings = settings
        self.words = words
        self.site_view = site_view
        self.since = since
        self.briefs = briefs
        self.search = search
        self.media = MediaPlan(site, encoder)
        self.parts = Parts(site, settings, words, self.media, proofs)
        self.frames = Frames(site, settings, words)
        self._article_ids = _Ids(Kind.ARTICLE)
        self._packet_ids = _Ids(Kind.PACKET)
        self._marked = self._marks(site.relations)
        # By which articles and packets are put in order, newest first.
        self.rank = {slug: rank for rank, slug in enumerate(site.newest)}
        self.packet_rank = {slug: rank for rank, slug in enumerate(site.newest_packets)}
        # The packets of each series, oldest first.
        self.series: dict[str, list[str]] = {}
        for slug in reversed(site.newest_packets):
            self.series.setdefault(site.packets[slug].keys.series, []).append(slug)
        # The slugs of the articles of each packet, in order.
        self.held = {slug: holding.articles for slug, holding in site.holdings.items()}
        # The days under which lists have articles, by slug.
        self.days = {
            slug: each.keys.date.day if each.keys.date else None
            for slug, each in site.articles.items()
        }

    def speaking(self, language: str, words: Words) -> Context:
        """The same for what is read by itself in another language: a brief."""
        view, encoder, proofs = self._made_of
        return Context(
            self.site,
            replace(self.settings, language=language),
            words,
            view,
            encoder,
            proofs,
            self.since,
            briefs=self.briefs,
            search=self.search,
        )

    def page(  # noqa: PLR0913  the fields of an artifact that differ from page to page
        self,
        frame: Frame,
        template: str,
        page: Record,
        items: tuple[str, ...],
        *,
        needs: tuple[Need, ...] = (),
        kind: ArtifactKind = ArtifactKind.LIST,
    ) -> Artifact:
        """An HTML page."""
        return Artifact(
            path=frame.path,
            kind=kind,
            template=template,
            site=self.site_view,
            frame=frame,
            page=page,
            needs=needs,
            items=self.telling(*items),
        )

    def telling(self, *items: str) -> tuple[str, ...]:
        """What an artifact tells of that shows `items` (ids): these, and those that put a mark on
        them: that they are disputed, or superseded.
        """
        found = dict.fromkeys(items)
        if not self._marked.keys().isdisjoint(found):
            for item in items:
                found.update(dict.fromkeys(self._marked.get(item, ())))
        return tuple(found)

    def article_ids(self, slugs: Iterable[str]) -> tuple[str, ...]:
        """The ids of articles."""
        return tuple(map(self._article_ids.__getitem__, slugs))

    def packet_ids(self, slugs: Iterable[str]) -> tuple[str, ...]:
        """The ids of packets."""
        return tuple(map(self._packet_ids.__getitem__, slugs))

    def need(self, face: AnyFace, root: str) -> Need:
        """The body of an item, for a page with this root."""
        return Need(
            item=face.id,
            body=face.body,
            links=self.parts.links(face, page_place(root), root),
            figures=self.media.figures(face, root),
            internal=self.site.view.audience.internal,
        )

    def _marks(self, relations: Relations) -> dict[str, tuple[str, ...]]:
        """The ids of those that put a mark on an item, by its id."""
        article, packet = self._article_ids, self._packet_ids
        found: dict[str, list[str]] = {}
        for slug, disputes in relations.disputed_by.items():
            found.setdefault(article[slug], []).extend(article[each.by] for each in disputes)
        for slug, later in relations.superseded_by.items():
            found.setdefault(article[slug], []).extend(self.article_ids(later))
        for slug, later in relations.packet_superseded_by.items():
            found.setdefault(packet[slug], []).extend(self.packet_ids(later))
        return {item: tuple(by) for item, by in found.items()}


class _Ids(dict[str, str]):
    """The ids of one kind of item by slug, each made once: many lists name the same ones."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._head = f"{kind.value}:"

    def __missing__(self, slug: str) -> str:
        made = self[slug] = self._head + slug
        return made

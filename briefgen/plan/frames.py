"""What surrounds each page."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.handling import Handled, Tlp
from briefgen.model.item import Kind
from briefgen.model.settings import NavItem, Settings
from briefgen.plan.addresses import (
    ARCHIVE,
    CORRECTIONS,
    CORRECTIONS_FEED,
    FEED,
    PACKETS,
    RATINGS,
    SEARCH,
    STATEMENTS,
    TIMELINE,
    item_address,
    root_from,
    terms_address,
)
from briefgen.plan.direction import direction
from briefgen.plan.labels import label_view, strictest
from briefgen.plan.views.frame import Frame, NavView, SiteView
from briefgen.plan.views.parts import LabelView, Ref
from briefgen.resolve.explained import is_explained
from briefgen.resolve.site import Site
from briefgen.resolve.terms import TermKind
from briefgen.words import Words

# Lists that the navigation has only if it names them: each page leads there in another way.
UNASKED = frozenset({TermKind.PUBLISHERS.value, "ratings"})


def lists(site: Site, words: Words) -> dict[str, NavView]:
    """The lists of this site by the name that `nav` uses; where there is nothing to list there is
    no list.
    """
    found: dict[str, NavView] = {}
    if site.packets:
        found["packets"] = NavView(name="packets", title=words.text("packets"), href=PACKETS)
    found["articles"] = NavView(name="articles", title=words.text("articles"), href=ARCHIVE)
    for kind in TermKind:
        if site.terms.by_kind[kind]:
            title = words.text(kind.value)
            found[kind.value] = NavView(name=kind.value, title=title, href=terms_address(kind))
    if any(article.keys.statements for article in site.articles.values()):
        title = words.text("statements")
        found["statements"] = NavView(name="statements", title=title, href=STATEMENTS)
    if _dated(site):
        title = words.text("timeline")
        found["timeline"] = NavView(name="timeline", title=title, href=TIMELINE)
    if is_explained(site):
        title = words.text("ratings")
        found["ratings"] = NavView(name="ratings", title=title, href=RATINGS)
    if _corrected(site):
        title = words.text("corrections")
        found["corrections"] = NavView(name="corrections", title=title, href=CORRECTIONS)
    found["search"] = NavView(name="search", title=words.text("search"), href=SEARCH)
    return found


def _dated(site: Site) -> bool:
    return any(article.keys.events for article in site.articles.values())


def _corrected(site: Site) -> bool:
    return (
        any(item.keys.corrections for item in site.articles.values())
        or any(item.keys.corrections for item in site.packets.values())
        or any(stone.notes for stone in site.tombstones.values())
    )


def site_view(site: Site, settings: Settings, options: dict[str, str], words: Words) -> SiteView:
    """What is the same on every page."""
    return SiteView(
        title=settings.title,
        tagline=settings.tagline,
        lang=settings.language,
        dir=direction(settings.language),
        nav=tuple(_nav(site, settings, words)),
        feed=FEED if settings.base_url else "",
        timeline=TIMELINE if _dated(site) else "",
        ratings=RATINGS if is_explained(site) else "",
        corrections=CORRECTIONS if _corrected(site) else "",
        corrections_feed=CORRECTIONS_FEED if _corrected(site) and settings.base_url else "",
        options=options,
    )


def _nav(site: Site, settings: Settings, words: Words) -> Iterable[NavView]:
    known = lists(site, words)
    wanted = settings.nav or tuple(
        NavItem(page=name)
        for name in (*known, *(page.slug for page in site.pages.values()))
        if name not in UNASKED
    )
    for item in wanted:
        if item.url:
            yield NavView(name="", title=item.title or item.url, href=item.url, external=True)
        elif item.page in known:
            found = known[item.page]
            yield NavView(name=found.name, title=item.title or found.title, href=found.href)
        elif item.page in site.pages:
            title = item.title or site.pages[item.page].keys.title
            yield NavView(name=item.page, title=title, href=item_address(Kind.PAGE, item.page))


class Frames:
    """Makes frames for one site."""

    def __init__(self, site: Site, settings: Settings, words: Words) -> None:
        self._default_tlp = site.view.default_tlp
        self._base = settings.base_url
        self._words = words
        self._labels: dict[tuple[Tlp, str], LabelView] = {}

    def frame(  # noqa: PLR0913  the fields of a frame that differ from page to page
        self,
        path: str,
        title: str,
        shown: Iterable[Handled],
        *,
        current: str = "",
        description: str = "",
        alternates: tuple[Ref, ...] = (),
        lang: str = "",
    ) -> Frame:
        """The frame of the page at `path`; the label is that of the strictest item `shown`."""
        return Frame(
            root=root_from(path),
            path=path,
            title=title,
            description=description,
            canonical=f"{self._base}{path}" if self._base else "",
            label=self.label(shown),
            current=current,
            alternates=alternates,
            lang=lang,
            dir=direction(lang),
        )

    def label(self, shown: Iterable[Handled]) -> LabelView:
        """The label of what is shown."""
        key = strictest(shown, self._default_tlp)
        made = self._labels.get(key)
        if made is None:
            tlp, marking = key
            made = self._labels[key] = label_view(tlp, self._words, marking)
        return made

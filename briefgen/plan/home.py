"""The front page, free pages, the page for addresses that do not exist, and redirects."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from briefgen.model.item import AnyFace, Kind, Page
from briefgen.plan.addresses import (
    ARCHIVE,
    HOME,
    MISSING,
    PACKETS,
    STATEMENTS,
    item_address,
    root_from,
)
from briefgen.plan.artifact import Artifact, ArtifactKind
from briefgen.plan.context import Context
from briefgen.plan.corrections import latest_corrections
from briefgen.plan.direction import direction
from briefgen.plan.packet import packet_card, packet_view, shown_with, tells_beside
from briefgen.plan.statements import latest_said
from briefgen.plan.views.frame import Frame
from briefgen.plan.views.pages import HomeView, MissingView, RedirectView, TextView

EARLIER = 10
ARTICLES = 8
CORRECTED = 3
SUGGESTED = 3


def plan_home(context: Context) -> Artifact:
    """The latest packet first, then earlier ones and the newest articles that it does not hold."""
    newest = context.site.newest_packets
    latest = context.site.packets[newest[0]] if newest else None
    held = context.site.holdings[newest[0]].articles if newest else ()
    earlier = newest[1 : 1 + EARLIER]
    others = tuple(slug for slug in context.site.newest if slug not in held)[:ARTICLES]
    said = latest_said(context)
    corrections = latest_corrections(context, CORRECTED)
    shown = [
        *corrections.handled,
        *((context.site.articles[said[0]].keys,) if said else ()),
        *(shown_with(context, latest) if latest else ()),
        *(context.site.packets[slug].keys for slug in earlier),
        *(context.site.articles[slug].keys for slug in others),
    ]
    frame = context.frames.frame(
        HOME, context.settings.title, shown, description=context.settings.tagline
    )
    view = HomeView(
        latest=packet_view(context, latest) if latest else None,
        latest_href=item_address(Kind.PACKET, latest.slug) if latest else "",
        earlier=tuple(packet_card(context, slug) for slug in earlier),
        articles=context.parts.cards(others),
        said=context.parts.said(context.site.articles[said[0]], said[1]) if said else None,
        corrections=corrections.entries,
        packets_href=PACKETS if newest else "",
        statements_href=STATEMENTS if said else "",
        articles_href=ARCHIVE,
    )
    items = (
        *context.packet_ids(newest[: 1 + EARLIER]),
        *context.article_ids((*held, *others, *((said[0],) if said else ()))),
        *corrections.items,
        *(tells_beside(context, latest) if latest else ()),
    )
    return context.page(frame, "home.html", view, items)


def plan_pages(context: Context) -> Iterable[Artifact]:
    """Free pages such as About."""
    for page in context.site.pages.values():
        yield _text_page(context, page)


def _text_page(context: Context, page: Page) -> Artifact:
    lang = page.keys.lang if page.keys.lang != context.settings.language else ""
    frame = context.frames.frame(
        item_address(Kind.PAGE, page.slug),
        page.keys.title,
        (page.keys,),
        current=page.slug,
        description=page.keys.summary,
        lang=lang,
    )
    view = TextView(
        slug=page.slug,
        title=page.keys.title,
        summary=page.keys.summary,
        lang=lang,
        dir=direction(lang),
    )
    needs = (context.need(page, frame.root),)
    return context.page(frame, "page.html", view, (page.id,), needs=needs, kind=ArtifactKind.PAGE)


def plan_missing(context: Context) -> Artifact:
    """A server shows it under any address, so it needs absolute ones: those of `base_url`, or of
    the root of the host.
    """
    latest = context.site.newest_packets[:SUGGESTED]
    found = context.frames.frame(
        MISSING,
        context.words.text("missing_title"),
        [context.site.packets[slug].keys for slug in latest],
    )
    frame = Frame(
        root=context.settings.base_url or "/",
        path=MISSING,
        title=found.title,
        label=found.label,
    )
    view = MissingView(latest=tuple(packet_card(context, slug) for slug in latest))
    return context.page(frame, "404.html", view, context.packet_ids(latest))


def plan_redirects(context: Context) -> Iterable[Artifact]:
    """A page at each earlier address of an item."""
    items: tuple[AnyFace, ...] = (
        *context.site.articles.values(),
        *context.site.packets.values(),
        *context.site.pages.values(),
    )
    for item in items:
        for alias in item.keys.aliases:
            path = alias_path(alias)
            target = item_address(item.kind, item.slug)
            frame = context.frames.frame(path, item.keys.title, (item.keys,))
            folder = posixpath.dirname(path)
            view = RedirectView(
                target=posixpath.relpath(target, folder) if folder else root_from(path) + target,
                title=item.keys.title,
            )
            yield context.page(frame, "redirect.html", view, (item.id,), kind=ArtifactKind.PAGE)


def alias_path(alias: str) -> str:
    """The file of an earlier address: "/2021/old/" is "2021/old/index.html"."""
    path = alias.strip().lstrip("/")
    if not path or path.endswith("/"):
        return f"{path}index.html"
    return path if path.endswith((".html", ".htm")) else f"{path}.html"

"""Feed, sitemap and the small files beside them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping

from briefgen.model.article import ArticleFace
from briefgen.model.handling import Tlp
from briefgen.model.item import Article, Packet
from briefgen.plan.addresses import FEED, JSON_FEED, address_of, term_address, topic_feeds
from briefgen.plan.artifact import ALL_ITEMS, Artifact, ArtifactKind
from briefgen.plan.context import Context
from briefgen.plan.marks import titled
from briefgen.plan.views.feeds import (
    FeedEntry,
    FeedView,
    PlainText,
    SitemapEntry,
    SitemapView,
)
from briefgen.resolve.terms import TermKind
from briefgen.words import Words

LATEST = 50
# A feed without entries still needs a date (RFC 4287, 4.1.1), and no clock may enter.
NEVER = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def plan_feeds(context: Context) -> Iterable[Artifact]:
    """The latest articles and packets, and the latest articles on each topic, as Atom and as JSON
    Feed. Feeds need absolute addresses: without `base_url` there is none.
    """
    base = context.settings.base_url
    if not base:
        return
    site = context.site
    newest: list[Article | Packet] = [site.articles[slug] for slug in site.newest[:LATEST]]
    newest.extend(site.packets[slug] for slug in site.newest_packets[:LATEST])
    newest.sort(key=lambda item: (_instant(item), item.id), reverse=True)
    title = context.settings.title
    yield from _feeds(context, (FEED, JSON_FEED), title, base, newest[:LATEST])
    for term in site.terms.by_kind[TermKind.TOPICS].values():
        latest = sorted(term.articles, key=context.rank.__getitem__)[:LATEST]
        yield from _feeds(
            context,
            topic_feeds(term.slug),
            f"{term.name} · {title}",
            f"{base}{term_address(term.kind, term.slug)}",
            [site.articles[slug] for slug in latest],
        )


def _feeds(
    context: Context, paths: Iterable[str], title: str, href: str, chosen: list[Article | Packet]
) -> Iterable[Artifact]:
    """The same feed at each of the paths: what each is, its name says."""
    base = context.settings.base_url
    entries = tuple(_entry(item, base, context.words) for item in chosen)
    for path in paths:
        view = FeedView(
            id=href,
            title=title,
            subtitle=context.settings.tagline,
            lang=context.settings.language,
            href=href,
            self_href=f"{base}{path}",
            updated=max((entry.updated for entry in entries), default=rfc3339(NEVER)),
            entries=entries,
        )
        items = tuple(item.id for item in chosen)
        yield Artifact(path=path, kind=ArtifactKind.FEED, page=view, items=items)


def _entry(item: Article | Packet, base: str, words: Words) -> FeedEntry:
    keys = item.keys
    summary, topics = (
        (keys.summary, keys.topics) if isinstance(keys, ArticleFace) else (keys.bluf, ())
    )
    return FeedEntry(
        id=f"{base}{address_of(item.id)}",
        title=titled(item, words),
        href=f"{base}{address_of(item.id)}",
        published=rfc3339(_instant(item)),
        updated=rfc3339(_changed(item)),
        summary=summary,
        categories=topics,
    )


def _instant(item: Article | Packet) -> datetime.datetime:
    return item.keys.date.at if item.keys.date else NEVER


def _changed(item: Article | Packet) -> datetime.datetime:
    known = [each.date.at for each in item.keys.corrections]
    if isinstance(item.keys, ArticleFace) and item.keys.modified is not None:
        known.append(item.keys.modified.at)
    return max((_instant(item), *known))


def rfc3339(at: datetime.datetime) -> str:
    """An instant as feeds write it (RFC 3339), in UTC."""
    return at.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")


# Pages that search engines need not know.
UNLISTED = ("redirect.html", "withdrawn.html")


def changes(context: Context) -> dict[str, datetime.datetime]:
    """When articles and packets last changed, by their ids."""
    site = context.site
    changed = {item.id: _changed(item) for item in site.articles.values()}
    return changed | {item.id: _changed(item) for item in site.packets.values()}


def sitemap_entry(
    page: Artifact, changed: Mapping[str, datetime.datetime]
) -> Iterator[SitemapEntry]:
    """What the sitemap says of a page, if it has an address of its own."""
    if page.frame is not None and page.frame.canonical and page.template not in UNLISTED:
        dated = page.kind is ArtifactKind.PAGE and page.items
        modified = _day(changed.get(page.items[0])) if dated else ""
        yield SitemapEntry(href=page.frame.canonical, modified=modified)


def plan_sitemap(context: Context, entries: Iterable[SitemapEntry]) -> Iterable[Artifact]:
    """All pages that have an address of their own."""
    if context.settings.base_url:
        view = SitemapView(entries=tuple(sorted(entries, key=lambda entry: entry.href)))
        yield Artifact(path="sitemap.xml", kind=ArtifactKind.SITEMAP, page=view, items=ALL_ITEMS)


def _day(at: datetime.datetime | None) -> str:
    return at.date().isoformat() if at is not None and at != NEVER else ""


def plan_small_files(context: Context) -> Iterable[Artifact]:
    """`robots.txt`, which keeps search engines out of what is not for everybody, and `.nojekyll`,
    which tells GitHub Pages to publish files as they are.
    """
    if context.site.view.audience.ceiling.rank > Tlp.CLEAR.rank:
        robots = "User-agent: *\nDisallow: /\n"
    elif context.settings.base_url:
        robots = f"User-agent: *\nDisallow:\nSitemap: {context.settings.base_url}sitemap.xml\n"
    else:
        robots = "User-agent: *\nDisallow:\n"
    yield Artifact(path="robots.txt", kind=ArtifactKind.TEXT, page=PlainText(text=robots))
    yield Artifact(path=".nojekyll", kind=ArtifactKind.TEXT, page=PlainText())

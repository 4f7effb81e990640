"""The views of machine-read lists: feed and sitemap."""

from __future__ import annotations

from briefgen.model.base import Record


class FeedEntry(Record):
    """An entry of the feed. Dates are RFC 3339; `href` is absolute."""

    id: str
    title: str
    href: str
    published: str
    updated: str
    summary: str = ""
    categories: tuple[str, ...] = ()


class FeedView(Record):
    """An Atom feed (RFC 4287), or the same as a JSON Feed (1.1). `updated` is that of its newest
    entry: no clock enters it.
    """

    id: str
    title: str
    subtitle: str
    lang: str
    href: str
    self_href: str
    updated: str
    entries: tuple[FeedEntry, ...] = ()


class SitemapEntry(Record):
    """One address with the day of its last change, if it is known."""

    href: str
    modified: str = ""


class SitemapView(Record):
    """`sitemap.xml` (sitemaps.org, protocol 0.9)."""

    entries: tuple[SitemapEntry, ...] = ()


class PlainText(Record):
    """A file whose whole content is known."""

    text: str = ""

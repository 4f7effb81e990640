"""Feeds as XML and JSON, and the sitemap."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

from briefgen.plan.views.feeds import FeedEntry, FeedView, SitemapView

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def render_feed(view: FeedView) -> bytes:
    """An Atom feed (RFC 4287)."""
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": view.lang})
    _text(feed, "id", view.id)
    _text(feed, "title", view.title)
    if view.subtitle:
        _text(feed, "subtitle", view.subtitle)
    _text(feed, "updated", view.updated)
    ET.SubElement(
        feed, "link", {"rel": "self", "type": "application/atom+xml", "href": view.self_href}
    )
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": view.href})
    author = ET.SubElement(feed, "author")
    _text(author, "name", view.title)
    for item in view.entries:
        entry = ET.SubElement(feed, "entry")
        _text(entry, "id", item.id)
        _text(entry, "title", item.title)
        ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": item.href})
        _text(entry, "published", item.published)
        _text(entry, "updated", item.updated)
        for category in item.categories:
            ET.SubElement(entry, "category", {"term": category})
        if item.summary:
            _text(entry, "summary", item.summary)
    return _document(feed)


def render_json_feed(view: FeedView) -> bytes:
    """The same as a JSON Feed (version 1.1, jsonfeed.org)."""
    feed: dict[str, object] = {
        "version": JSON_FEED,
        "title": view.title,
        "home_page_url": view.href,
        "feed_url": view.self_href,
        "language": view.lang,
    }
    if view.subtitle:
        feed["description"] = view.subtitle
    feed["items"] = [_json_entry(item) for item in view.entries]
    return json.dumps(feed, ensure_ascii=False, indent=2).encode() + b"\n"


def _json_entry(item: FeedEntry) -> dict[str, object]:
    entry: dict[str, object] = {
        "id": item.id,
        "url": item.href,
        "title": item.title,
        "content_text": item.summary,
        "date_published": item.published,
        "date_modified": item.updated,
    }
    return {**entry, "tags": item.categories} if item.categories else entry


def render_sitemap(view: SitemapView) -> bytes:
    """A sitemap (sitemaps.org, protocol 0.9)."""
    root = ET.Element("urlset", {"xmlns": SITEMAP})
    for entry in view.entries:
        url = ET.SubElement(root, "url")
        _text(url, "loc", entry.href)
        if entry.modified:
            _text(url, "lastmod", entry.modified)
    return _document(root)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _document(root: ET.Element) -> bytes:
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"

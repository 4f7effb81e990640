"""The records that Pagefind is fed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from briefgen.plan.views.index import SearchEntry, SearchIndex
from briefgen.plan.views.pages import AnyContent, ArticleContent, PacketContent

Payload = dict[str, object]
_TAG = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"\s+")


def search_records(index: SearchIndex, contents: Mapping[str, AnyContent]) -> Iterator[Payload]:
    """One record for each entry, in order; `contents` are the bodies by the ids of their items."""
    # One language for all: Pagefind keeps an index for each and searches in that of the page, so
    # that a text in another would never be found.
    language = re.split("[-_]", index.language)[0].lower()
    for entry in index.entries:
        yield _record(entry, contents.get(entry.item), language)


def _record(entry: SearchEntry, content: AnyContent | None, language: str) -> Payload:
    texts = (entry.lead, *(_texts(content) if content is not None else ()))
    return {
        "url": entry.href,
        # The title is no part of it: what is in `meta` is searched too.
        "content": _SPACES.sub(" ", " ".join(texts)).strip(),
        "language": language,
        "meta": {"title": entry.title, **dict(entry.meta)},
        "filters": {name: list(values) for name, values in entry.filters},
        "sort": {"date": entry.date} if entry.date else {},
    }


def _texts(content: AnyContent) -> Iterator[str]:
    if isinstance(content, ArticleContent):
        yield from (*content.key_points, content.relevance, content.assessment)
    elif isinstance(content, PacketContent):
        yield from (*content.gaps, *content.watch, *content.recommendations)
    yield html.unescape(_TAG.sub(" ", content.html))

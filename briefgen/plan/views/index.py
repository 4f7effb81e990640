"""What is fed to the index of the search page. No template sees it."""

from __future__ import annotations

from briefgen.model.base import Record


class SearchEntry(Record):
    """Something that can be found. `href` is from the root of the site. `lead` stands before the
    text of the body of `item` (an id; empty: there is no such text). `meta` is shown with what is
    found, `filters` cut it down: names with values.
    """

    href: str
    title: str
    lead: str
    item: str = ""
    meta: tuple[tuple[str, str], ...] = ()
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    date: str = ""


class SearchIndex(Record):
    """All that can be found, in one language: that of the site."""

    language: str
    entries: tuple[SearchEntry, ...] = ()

"""The search page, and what it searches."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.plan.views.frame import NavView


class SearchView(Record):
    """The search page (template `search.html`). `script` is the address of the program that
    searches on the reader's device; empty where the site is built without search. `lists` are the
    lists of the site, for readers whom search cannot help.
    """

    title: str
    script: str = ""
    lists: tuple[NavView, ...] = ()

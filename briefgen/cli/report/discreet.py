"""What a log that anybody may read holds of items that are withheld: place and code, so that the
mistake can be found, and nothing that quotes or guesses at them. Nor does it quote snapshots, which
are never published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from briefgen.diagnostics import Diagnostic

UNSAID = "What is wrong is not told in a log: the item is withheld from this audience."
AT_HOME = "Run the same command where nobody else reads what it says."


def discreet(diagnostics: Iterable[Diagnostic], withheld: Iterable[str]) -> list[Diagnostic]:
    """The diagnostics as a public log may hold them. `withheld` are ids, such as "article:x"."""
    ids = frozenset(withheld)
    return [_discreet(each, ids) for each in diagnostics]


def names_any(text: str, withheld: frozenset[str]) -> bool:
    """Whether a text names an item of these ids, by its slug."""
    slugs = (each.partition(":")[2] for each in withheld)
    return any(
        re.search(rf"(?<!\w){re.escape(slug)}(?!\w)", text) for slug in slugs if slug in text
    )


def _discreet(told: Diagnostic, ids: frozenset[str]) -> Diagnostic:
    # What is said of one item may name another.
    if (told.item and told.item in ids) or names_any(told.message, ids):
        return msgspec.structs.replace(told, message=UNSAID, hint=AT_HOME)
    # A snapshot is never published, nor is a passage of it.
    if told.private:
        return msgspec.structs.replace(told, hint=AT_HOME)
    # The nearest name of all may be that of a withheld item.
    if names_any(told.hint, ids):
        return msgspec.structs.replace(told, hint="")
    return told

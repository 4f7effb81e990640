"""What a log that anybody may read holds of items that are withheld: place and code, so that the
mistake can be found, and nothing that quotes or guesses at them. Nor does it quote snapshots, which
are never published.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from briefgen.diagnostics import Diagnostic

UNSAID = "What is wrong is not told in a log: the item is withheld from this audience."
AT_HOME = "Run the same command where nobody else reads what it says."


def discreet(diagnostics: Iterable[Diagnostic], withheld: Iterable[str]) -> list[Diagnostic]:
    """The diagnostics as a public log may hold them. `withheld` are ids, such as "article:x"."""
    ids = frozenset(withheld)
    slugs = {each.partition(":")[2] for each in ids}
    return [_discreet(each, ids, slugs) for each in diagnostics]


def _discreet(told: Diagnostic, ids: frozenset[str], slugs: set[str]) -> Diagnostic:
    if told.item and told.item in ids:
        return msgspec.structs.replace(told, message=UNSAID, hint=AT_HOME)
    if told.private:
        return msgspec.structs.replace(told, hint=AT_HOME)
    # The nearest name of all may be that of a withheld item.
    if any(slug in told.hint for slug in slugs):
        return msgspec.structs.replace(told, hint="")
    return told

"""Who may see an item: TLP 2.0 label, marking, audiences, embargo, expiry, status."""

from __future__ import annotations

import enum

from briefgen.model.base import Record
from briefgen.model.dates import Moment


class Tlp(enum.StrEnum):
    """Labels of the Traffic Light Protocol 2.0 (first.org/tlp), and `none` for an item that is
    unmarked and open.
    """

    NONE = "none"
    CLEAR = "CLEAR"
    GREEN = "GREEN"
    AMBER = "AMBER"
    AMBER_STRICT = "AMBER+STRICT"
    RED = "RED"

    @property
    def rank(self) -> int:
        """Strictness: an item of rank n may be seen under a ceiling of rank n or more."""
        return _RANKS[self]

    @property
    def label(self) -> str:
        """The label as the standard prints it; empty for `none`."""
        return "" if self is Tlp.NONE else f"TLP:{self.value}"


# Asked for each item that a page shows: once for all.
_RANKS = {tlp: rank for rank, tlp in enumerate(Tlp)}


class Status(enum.StrEnum):
    """Where an item stands in its life."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Handled(Record):
    """The keys that every item may carry to say who may see it. `tlp` None takes the site's
    `default_tlp`.
    """

    tlp: Tlp | None = None
    marking: str = ""
    audience: tuple[str, ...] = ()
    embargo: Moment | None = None
    expires: Moment | None = None
    status: Status = Status.PUBLISHED


class Audience(Record):
    """A named readership: it sees labels up to `ceiling`, and internal matter if `internal`."""

    ceiling: Tlp
    internal: bool = False

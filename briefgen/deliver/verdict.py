"""What `verify` finds out about a folder or a brief."""

from __future__ import annotations

import enum

from briefgen.diagnostics import Diagnostic
from briefgen.model.article import Correction
from briefgen.model.base import Record
from briefgen.model.ledger import Issue
from briefgen.model.request import Exit


class Standing(enum.StrEnum):
    """How something that was sent stands now. The names are stable: programs may ask for them."""

    SAME = "as it was"
    CHANGED = "changed"
    WITHHELD = "withheld"
    GONE = "gone"


class Sequel(Record):
    """What became of an item, or of the packet itself, since it was sent: `slug` and `title` as
    they are now, `parts` in which it reads otherwise, `corrections` made since, latest first, and
    `reason` why the audience may not see it any more.
    """

    slug: str
    title: str = ""
    standing: Standing = Standing.SAME
    parts: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    reason: str = ""


class FolderVerdict(Record):
    """An output folder: for whom it was built, how many files were looked at, and how many others
    are there. `holds`: all is as SHA256SUMS says.
    """

    folder: str
    audience: str = ""
    files: int = 0
    others: int = 0
    holds: bool = False


class BriefVerdict(Record):
    """A brief that was sent: its line in the ledger `path`, and the `latest` of the same packet;
    `superseded_by` are the titles of packets that take its place. `known_now`: what became of it
    could be found out.
    """

    file: str
    path: str
    issue: Issue
    latest: Issue
    packet: Sequel
    items: tuple[Sequel, ...] = ()
    superseded_by: tuple[str, ...] = ()
    known_now: bool = True

    @property
    def current(self) -> bool:
        """Whether nothing later was sent of this packet."""
        return self.latest.brief == self.issue.brief


class Verified(Record):
    """The answers, one for each file or folder that could be judged, and what is wrong."""

    exit: Exit = Exit.DONE
    diagnostics: tuple[Diagnostic, ...] = ()
    folders: tuple[FolderVerdict, ...] = ()
    briefs: tuple[BriefVerdict, ...] = ()
    withheld: tuple[str, ...] = ()

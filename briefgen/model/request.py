"""What a user asks of a build, and what he gets to know of it."""

from __future__ import annotations

import datetime
import enum

from briefgen.diagnostics import Diagnostic
from briefgen.model.base import Record


class Search(enum.StrEnum):
    """What becomes of the index of the search page. NOW: it is made. LATER: the page expects one,
    and one that is there is kept as long as nothing else changes. OFF: there is no search.
    """

    NOW = "now"
    LATER = "later"
    OFF = "off"


class Request(Record):
    """One build. `root` is the project's folder. `output` is the folder to build into, absolute or
    from the root (empty: `output`). `audience` empty takes the settings' default. `now` decides
    embargoes and expiries. `base_url` None takes the settings'. `jobs` 0 takes the machine's.
    `first` are paths of the output that somebody is looking at: they and their briefs come first.
    `search` says what becomes of the index of the search page.
    `changed` are the files, absolute, that are known to have changed, where this is known.
    """

    root: str
    now: datetime.datetime
    output: str = ""
    audience: str = ""
    base_url: str | None = None
    pdf: bool = True
    drafts: bool = False
    strict: bool = False
    keep_going: bool = False
    cache: bool = True
    jobs: int = 0
    first: tuple[str, ...] = ()
    search: Search = Search.LATER
    changed: tuple[str, ...] = ()


class Exit(enum.IntEnum):
    """Exit codes of the command line; the first that applies in the order USAGE, REFUSED, CONTENT,
    LIBRARY.
    """

    DONE = 0
    CONTENT = 1
    USAGE = 2
    REFUSED = 3
    LIBRARY = 4
    INTERRUPTED = 130


class Withholding(Record):
    """Why this audience does not get an item, for the curator alone. `path` is its file from the
    project's root, `page` the address that its page would have; `title` is empty where the file
    cannot be read. `until` is the end of an embargo, where that is the reason."""

    title: str
    path: str
    page: str
    why: str
    until: datetime.datetime | None = None


class Loss(Record):
    """A packet that this audience gets without some of its matter, for the curator alone: the ids
    of the articles that are left out `of` so many, and the numbers, as written, of the judgments
    that fall with them.
    """

    packet: str
    articles: tuple[str, ...]
    of: int
    judgments: tuple[int, ...]
    of_judgments: int


class Span(Record):
    """Something that took time: on the track of the build itself or of one worker, from an instant
    of the steady clock, so many seconds."""

    track: str
    name: str
    start: float
    seconds: float


class Outcome(Record):
    """What a build did. Paths are from the output folder. `rendered` were made anew, `written` are
    those whose bytes changed on disk, `removed` are gone. `seconds` is the time of each stage,
    `spans` is the same and what workers did, in full.
    `due` is the next instant at which an embargo or expiry falls. `watched` are the folders and
    files, absolute, on which the result depends: what `watch` watches. `withheld` are the ids of
    items that this audience does not get, `withholdings` has the reason of each, and
    `losses` the packets that lose some of theirs. `base_url` is that
    of the site, ending in a slash, or empty.
    """

    exit: Exit = Exit.DONE
    diagnostics: tuple[Diagnostic, ...] = ()
    output: str = ""
    audience: str = ""
    rendered: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    fresh: int = 0
    total: int = 0
    withheld: tuple[str, ...] = ()
    withholdings: dict[str, Withholding] = {}
    losses: tuple[Loss, ...] = ()
    base_url: str = ""
    due: datetime.datetime | None = None
    watched: tuple[str, ...] = ()
    seconds: tuple[tuple[str, float], ...] = ()
    spans: tuple[Span, ...] = ()

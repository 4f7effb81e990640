"""An article: a curator's summary of one source. Keys follow DESIGN of the content model; the face
is what other pages may show or join on, the body is shown by the article itself and by briefs.
"""

from __future__ import annotations

import enum

from briefgen.model.base import Record
from briefgen.model.dates import Basis, Moment, Period
from briefgen.model.handling import Handled


class Source(Record):
    """What the article summarises. `snapshot` and `sha256` are private: they never enter a view."""

    title: str = ""
    publisher: str = ""
    author: tuple[str, ...] = ()
    published: Period | None = None
    date_basis: Basis = Basis.STATED
    accessed: Moment | None = None
    url: str = ""
    archive_url: str = ""
    language: str = ""
    type: str = ""
    rights: str = ""
    translator: str = ""
    rating: str = ""
    descriptor: str = ""
    snapshot: str = ""
    sha256: str = ""


class Statement(Record):
    """A quotation: `quote` is verbatim, in `lang`; `via` is who carried it, `to` who heard it,
    `evidence` what the speaker based it on.
    """

    speaker: str = ""
    role: str = ""
    quote: str
    translation: str = ""
    date: Period | None = None
    date_basis: Basis = Basis.STATED
    to: str = ""
    via: str = ""
    evidence: str = ""
    lang: str = ""


class Event(Record):
    """Something dated that the article reports."""

    date: Period
    what: str
    where: str = ""
    date_basis: Basis = Basis.STATED


class CorrectionKind(enum.StrEnum):
    """What a correction does to the item."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    RETRACTION = "retraction"


class Correction(Record):
    """A dated note that follows the item into every packet that carries it."""

    date: Moment
    kind: CorrectionKind = CorrectionKind.CORRECTION
    note: str


class Dispute(Record):
    """This article contradicts `article`; `quote` names the statement there that it disputes."""

    article: str
    quote: str = ""
    note: str = ""


class ArticleFace(Handled):
    """What others may show or join on."""

    title: str
    slug: str = ""
    date: Moment | None = None
    modified: Moment | None = None
    summary: str = ""
    lang: str = ""
    byline: str = ""
    source: Source | None = None
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    section: str = ""
    corrections: tuple[Correction, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    related: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    image: str = ""
    image_alt: str = ""
    image_credit: str = ""


class ArticleBody(Record):
    """The rest. `internal` is shown to internal audiences only; `reviewer` is private; `silence`
    maps the code of a check to the reason why this item is exempt; `extra` holds `x_*` keys.
    """

    key_points: tuple[str, ...] = ()
    relevance: str = ""
    assessment: str = ""
    internal: dict[str, str] = {}
    reviewer: str = ""
    silence: dict[str, str] = {}
    extra: dict[str, object] = {}

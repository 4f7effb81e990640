"""A packet: an ordered, sectioned selection of articles with an editor's note."""

from __future__ import annotations

import enum

from msgspec.structs import asdict, replace

from briefgen.model.article import Correction
from briefgen.model.base import Record
from briefgen.model.dates import Moment, Period
from briefgen.model.handling import Handled


class Likelihood(enum.StrEnum):
    """Terms of Intelligence Community Directive 203 (2015, D.6.e.2.a), first row."""

    ALMOST_NO_CHANCE = "almost no chance"
    VERY_UNLIKELY = "very unlikely"
    UNLIKELY = "unlikely"
    EVEN = "roughly even chance"
    LIKELY = "likely"
    VERY_LIKELY = "very likely"
    ALMOST_CERTAIN = "almost certain"

    @property
    def bounds(self) -> tuple[int, int]:
        """Lower and upper bound in per cent, from the same table."""
        table = ((1, 5), (5, 20), (20, 45), (45, 55), (55, 80), (80, 95), (95, 99))
        return table[list(Likelihood).index(self)]


class Confidence(enum.StrEnum):
    """How firm the ground of a judgment is (ICD 203)."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Entry(Record):
    """One article in a packet; written as a bare slug or as a mapping."""

    article: str
    note: str = ""
    lead: bool = False


class Section(Record):
    """A titled run of entries."""

    title: str = ""
    note: str = ""
    articles: tuple[Entry, ...] = ()


class Select(Record):
    """A query instead of a list: articles that match every key given."""

    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    since: Moment | None = None
    until: Moment | None = None
    limit: int | None = None


class Judgment(Record):
    """A key judgment and what it rests on."""

    text: str
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None
    articles: tuple[str, ...] = ()
    dissent: str = ""


class Paper(enum.StrEnum):
    """The sheet of a brief."""

    A4 = "A4"
    LETTER = "Letter"


class Form(enum.StrEnum):
    """How a brief is laid out."""

    FULL = "full"
    CONTINUOUS = "continuous"
    MORNING = "morning"


class Standard(enum.StrEnum):
    """What the file of a brief is made to be. PDF/UA is kept in either case."""

    PDF_UA = "PDF/UA-1"
    PDF_A = "PDF/A-3a"


class Attachment(enum.StrEnum):
    """The packet as data, in the file of its brief."""

    JSON = "json"
    CSL_JSON = "csl-json"


class BriefOptions(Record):
    """How a brief is made: `packets` in the settings."""

    paper: Paper = Paper.A4
    cover: bool = True
    contents: bool = True
    index: bool = True
    toc_depth: int = 2
    form: Form = Form.FULL
    standard: Standard = Standard.PDF_UA
    attach: tuple[Attachment, ...] = ()


class BriefChoices(Record):
    """The `pdf` key of a packet: what is not given is as in the settings."""

    paper: Paper | None = None
    cover: bool | None = None
    contents: bool | None = None
    index: bool | None = None
    toc_depth: int | None = None
    form: Form | None = None
    standard: Standard | None = None
    attach: tuple[Attachment, ...] | None = None


def brief_options(own: BriefChoices, site: BriefOptions) -> BriefOptions:
    """How the brief of a packet is made, key by key."""
    given = {name: value for name, value in asdict(own).items() if value is not None}
    return replace(site, **given)


class PacketFace(Handled):
    """What others may show or join on, and all that decides what the packet holds."""

    title: str
    slug: str = ""
    date: Moment | None = None
    series: str = ""
    number: int | None = None
    period: Period | None = None
    cutoff: Moment | None = None
    bluf: str = ""
    lang: str = ""
    sections: tuple[Section, ...] = ()
    articles: tuple[Entry, ...] = ()
    select: Select | None = None
    key_judgments: tuple[Judgment, ...] = ()
    corrections: tuple[Correction, ...] = ()
    supersedes: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    pdf: BriefChoices = BriefChoices()


class PacketBody(Record):
    """The rest. `distribution` and `reviewer` are private."""

    gaps: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    compiler: str = ""
    purpose: str = ""
    internal: dict[str, str] = {}
    distribution: tuple[str, ...] = ()
    reviewer: str = ""
    silence: dict[str, str] = {}
    extra: dict[str, object] = {}

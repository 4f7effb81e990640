"""A packet as data: `packets/SLUG.json`, for programs that read on. The names are those of the
content model, so that who writes packets can read them; what is empty is left out of the file.
Nothing is in it that the packet's own pages do not say.
"""

from __future__ import annotations

from briefgen.model.base import Record

FORMAT = "briefgen packet-data"
# Raised when a key changes its meaning or goes; a new key may come at any time.
VERSION = 1


class LabelData(Record):
    """Who may see the file."""

    tlp: str = ""
    marking: str = ""


class SiteData(Record):
    """Where the packet was published."""

    title: str
    url: str = ""


class CitedData(Record):
    """Another packet or article, by name."""

    slug: str
    title: str
    url: str


class CorrectionData(Record):
    """A dated note on what was changed."""

    date: str
    kind: str
    note: str


class ProofData(Record):
    """What became of the quotations when they were looked for in the captured text."""

    checked: int
    proven: int
    sha256: str


class SourceData(Record):
    """What an article sums up."""

    title: str = ""
    publisher: str = ""
    author: tuple[str, ...] = ()
    published: str = ""
    date_basis: str = ""
    accessed: str = ""
    url: str = ""
    archive_url: str = ""
    language: str = ""
    type: str = ""
    rights: str = ""
    translator: str = ""
    rating: str = ""
    descriptor: str = ""
    proof: ProofData | None = None


class StatementData(Record):
    """Who said what."""

    quote: str
    lang: str = ""
    speaker: str = ""
    role: str = ""
    translation: str = ""
    date: str = ""
    date_basis: str = ""
    to: str = ""
    via: str = ""
    evidence: str = ""
    verbatim: bool | None = None


class EventData(Record):
    """What happened when."""

    date: str
    what: str
    where: str = ""
    date_basis: str = ""


class DisputeData(Record):
    """An article that contradicts this one, or that this one contradicts."""

    article: CitedData
    quote: str = ""
    note: str = ""


class ArticleData(Record):
    """An article of the packet."""

    slug: str
    title: str
    url: str
    lang: str
    date: str = ""
    modified: str = ""
    summary: str = ""
    byline: str = ""
    section: str = ""
    label: LabelData = LabelData()
    key_points: tuple[str, ...] = ()
    relevance: str = ""
    assessment: str = ""
    source: SourceData | None = None
    statements: tuple[StatementData, ...] = ()
    events: tuple[EventData, ...] = ()
    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    disputes: tuple[DisputeData, ...] = ()
    disputed_by: tuple[DisputeData, ...] = ()
    superseded_by: tuple[CitedData, ...] = ()
    corrections: tuple[CorrectionData, ...] = ()


class EntryData(Record):
    """An article at its place in the packet."""

    number: int
    article: str
    note: str = ""
    lead: bool = False


class SectionData(Record):
    """A section of the packet, in its order."""

    title: str = ""
    note: str = ""
    articles: tuple[EntryData, ...] = ()


class JudgmentData(Record):
    """A key judgment of the packet."""

    number: int
    text: str
    likelihood: str = ""
    percent: tuple[int, int] | None = None
    confidence: str = ""
    articles: tuple[str, ...] = ()
    dissent: str = ""


class PacketData(Record):
    """A packet with all its articles."""

    format: str
    version: int
    slug: str
    title: str
    url: str
    site: SiteData
    lang: str
    label: LabelData = LabelData()
    date: str = ""
    series: str = ""
    number: int | None = None
    period: str = ""
    cutoff: str = ""
    bluf: str = ""
    key_judgments: tuple[JudgmentData, ...] = ()
    sections: tuple[SectionData, ...] = ()
    articles: tuple[ArticleData, ...] = ()
    gaps: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    compiler: str = ""
    purpose: str = ""
    supersedes: tuple[CitedData, ...] = ()
    superseded_by: tuple[CitedData, ...] = ()
    corrections: tuple[CorrectionData, ...] = ()

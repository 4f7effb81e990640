"""The views of HTML pages, one class a template."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.plan.views.corrections import CorrectionEntry
from briefgen.plan.views.media import PictureView
from briefgen.plan.views.parts import (
    Card,
    CarrierView,
    CorrectionView,
    DateView,
    DisputeView,
    EventView,
    PacketCard,
    RatingView,
    Ref,
    SourceView,
    StatementView,
)
from briefgen.plan.views.sources import SourceSummary
from briefgen.plan.views.terms import CoverageView, RoleView, Spelling, StatementDay


class ArticleContent(Record):
    """The body of an article, its links resolved for the page that shows it. `html` is trusted
    markup. `internal` is filled for internal audiences only.
    """

    key_points: tuple[str, ...] = ()
    relevance: str = ""
    assessment: str = ""
    html: str = ""
    internal: tuple[tuple[str, str], ...] = ()
    extra: dict[str, object] = {}


class PacketContent(Record):
    """The body of a packet: the editor's note as `html`, and the lists that end it."""

    html: str = ""
    gaps: tuple[str, ...] = ()
    watch: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    compiler: str = ""
    purpose: str = ""
    internal: tuple[tuple[str, str], ...] = ()
    extra: dict[str, object] = {}


class TextContent(Record):
    """The body of a free page."""

    html: str = ""
    extra: dict[str, object] = {}


AnyContent = ArticleContent | PacketContent | TextContent


class ArticleView(Record):
    """An article, on its own page and in briefs (template `article.html`)."""

    slug: str
    title: str
    summary: str = ""
    date: DateView | None = None
    modified: DateView | None = None
    byline: str = ""
    section: str = ""
    image: PictureView | None = None
    lang: str = ""
    dir: str = ""
    withdrawn: bool = False
    source: SourceView | None = None
    statements: tuple[StatementView, ...] = ()
    events: tuple[EventView, ...] = ()
    people: tuple[Ref, ...] = ()
    organizations: tuple[Ref, ...] = ()
    places: tuple[Ref, ...] = ()
    topics: tuple[Ref, ...] = ()
    disputed_by: tuple[DisputeView, ...] = ()
    disputes: tuple[DisputeView, ...] = ()
    corrections: tuple[CorrectionView, ...] = ()
    related: tuple[Card, ...] = ()
    also_carried: tuple[CarrierView, ...] = ()
    supersedes: tuple[Ref, ...] = ()
    superseded_by: tuple[Ref, ...] = ()
    packets: tuple[Ref, ...] = ()
    previous: Ref | None = None
    next: Ref | None = None


class ItemRef(Record):
    """An article with its number in the packet that is shown (0: not in it)."""

    article: Ref
    number: int = 0


class DoubtView(Record):
    """An article that a judgment rests on, and that no longer stands as it did: `standing` is
    withdrawn, retracted, disputed, disputed in part (one of its statements is) or superseded, `by`
    are the articles that say so, `date` is the day of a retraction. What was withdrawn has no
    name any more: it has no `item`, and `href` leads to what is left of it.
    """

    item: ItemRef | None
    standing: str
    date: DateView | None = None
    by: tuple[ItemRef, ...] = ()
    href: str = ""


class JudgmentView(Record):
    """A key judgment. `likelihood` is a term of ICD 203 with its bounds in per cent (empty: none
    was given); `confidence` is low, moderate or high, `confidence_level` 1, 2 or 3 (0: none).
    `number` counts from 1. `articles` are those that bear it out, `doubts` those of them that no
    longer stand as they did; `baseless`: none is left that is neither taken back nor disputed.
    """

    number: int
    text: str
    likelihood: str = ""
    low: int = 0
    high: int = 0
    confidence: str = ""
    confidence_level: int = 0
    articles: tuple[Ref, ...] = ()
    doubts: tuple[DoubtView, ...] = ()
    baseless: bool = False
    dissent: str = ""


class EntryView(Record):
    """An article in a packet, with the editor's `note` on it. `number` counts through the packet
    from 1; running text refers by it.
    """

    number: int
    card: Card
    note: str = ""
    lead: bool = False


class SectionView(Record):
    """A section of a packet; a packet with a plain list has one without a title."""

    number: int
    title: str = ""
    note: str = ""
    entries: tuple[EntryView, ...] = ()


class ItemAlert(Record):
    """A correction or retraction of an item since the packet went out."""

    item: ItemRef
    correction: CorrectionView


class LikelihoodRow(Record):
    """One line of the scale of likelihood: a term, its bounds in per cent, and the numbers of the
    packet's judgments that use it.
    """

    term: str
    low: int
    high: int
    judgments: tuple[int, ...] = ()


class ChangeView(Record):
    """An item that reads otherwise than in the packet before, and in which `parts`, such as
    "title", "statements" or "text": names for the theme to put into words.
    """

    item: ItemRef
    parts: tuple[str, ...]


class GoneView(Record):
    """An article of a packet that was withdrawn: the address of what is left, and its retractions,
    latest first.
    """

    href: str
    notes: tuple[CorrectionView, ...] = ()


class SinceView(Record):
    """What is different since `last`, the packet before in the series, with its `number`. `issued`
    is the day on which it was recorded as sent; None where it was not: then nobody can say which
    items read otherwise, and `changed` is empty. `carried` counts the items that are in both.
    `corrected` are items of the packet before, in this one or not; `dropped` are not in this one,
    and `withdrawn` are in none any more.
    """

    last: Ref
    number: int | None = None
    issued: DateView | None = None
    carried: int = 0
    new: tuple[ItemRef, ...] = ()
    changed: tuple[ChangeView, ...] = ()
    corrected: tuple[ItemAlert, ...] = ()
    dropped: tuple[Ref, ...] = ()
    withdrawn: tuple[GoneView, ...] = ()


class PacketView(Record):
    """A packet (template `packet.html`). `brief` is the address of the PDF, empty where none is
    built. `scale` has all seven rows if any judgment gives a likelihood, else none. `ratings`
    are those of the packet's sources, in the packet's order; `sources` sums them up. `alerts` are
    those of the `item_corrections` that a reader must know before he reads on, latest first.
    `since` is what is different from the packet before, None where there is none. `gone` are the
    articles that it carried and that were withdrawn; `fallen` counts the key judgments that rested
    on nothing but such, and that are not shown any more.
    """

    slug: str
    title: str
    date: DateView | None = None
    series: str = ""
    number: int | None = None
    period: DateView | None = None
    cutoff: DateView | None = None
    bluf: str = ""
    lang: str = ""
    dir: str = ""
    sections: tuple[SectionView, ...] = ()
    judgments: tuple[JudgmentView, ...] = ()
    scale: tuple[LikelihoodRow, ...] = ()
    ratings: tuple[RatingView, ...] = ()
    sources: SourceSummary | None = None
    count: int = 0
    corrections: tuple[CorrectionView, ...] = ()
    item_corrections: tuple[tuple[Ref, CorrectionView], ...] = ()
    alerts: tuple[ItemAlert, ...] = ()
    supersedes: tuple[Ref, ...] = ()
    superseded_by: tuple[Ref, ...] = ()
    previous: Ref | None = None
    next: Ref | None = None
    since: SinceView | None = None
    brief: str = ""
    withdrawn: bool = False
    gone: tuple[GoneView, ...] = ()
    fallen: int = 0


class TextView(Record):
    """A free page (template `page.html`)."""

    slug: str
    title: str
    summary: str = ""
    lang: str = ""
    dir: str = ""


class Month(Record):
    """The articles of one month; `title` such as "August 2021", `anchor` such as "2021-08"."""

    title: str
    anchor: str
    cards: tuple[Card, ...] = ()


class ListView(Record):
    """A list of articles by month, newest first (template `list.html`): all articles, or one part
    of a long list. `years` are the parts it is cut into, if it is cut; `coverage` how many there
    are month by month, on the first page.
    """

    title: str
    coverage: CoverageView | None = None
    months: tuple[Month, ...] = ()
    years: tuple[Ref, ...] = ()
    count: int = 0


class HomeView(Record):
    """The front page (template `home.html`): the latest packet in full, earlier ones, and the
    latest articles that the packet does not carry; the latest statement and corrections.
    `packets_href`, `articles_href` and `statements_href` lead to all of them, where there are any.
    """

    latest: PacketView | None = None
    latest_href: str = ""
    earlier: tuple[PacketCard, ...] = ()
    articles: tuple[Card, ...] = ()
    said: StatementView | None = None
    corrections: tuple[CorrectionEntry, ...] = ()
    packets_href: str = ""
    articles_href: str = ""
    statements_href: str = ""


class PacketsView(Record):
    """All packets, newest first (template `packets.html`)."""

    title: str
    packets: tuple[PacketCard, ...] = ()


class TermView(Record):
    """The page of a person, organisation, place, topic or publisher (template `term.html`). `kind`
    is one of `people organizations places topics publishers`. `aliases` are the other spellings
    that published items use. `days` has what it said, newest first, and `roles` are those in which
    it spoke, the latest first. On the page where a list begins, `coverage` says how many articles
    there are by month, `packets` are the latest of the `packet_count` that carry one of them,
    `named_with` are those who are named most often beside a person or organisation, and `said`
    leads to what was said on a topic.
    """

    kind: str
    title: str
    aliases: tuple[Spelling, ...] = ()
    description: str = ""
    same_as: tuple[str, ...] = ()
    roles: tuple[RoleView, ...] = ()
    days: tuple[StatementDay, ...] = ()
    statement_count: int = 0
    months: tuple[Month, ...] = ()
    years: tuple[Ref, ...] = ()
    count: int = 0
    coverage: CoverageView | None = None
    packets: tuple[Ref, ...] = ()
    packet_count: int = 0
    named_with: tuple[Ref, ...] = ()
    said: Ref | None = None


class TermEntry(Record):
    """A line of an index of terms."""

    title: str
    href: str
    count: int
    description: str = ""


class TermsView(Record):
    """The index of a kind of term (template `terms.html`)."""

    kind: str
    title: str
    terms: tuple[TermEntry, ...] = ()


class MissingView(Record):
    """The page for an address that does not exist (template `404.html`)."""

    latest: tuple[PacketCard, ...] = ()


class WithdrawnView(Record):
    """What stands at the address of an item that was withdrawn (template `withdrawn.html`): `kind`
    ("article", "packet" or "page") and its retractions, latest first. Nothing else of it is known.
    """

    kind: str
    notes: tuple[CorrectionView, ...] = ()


class RedirectView(Record):
    """A page that leads from an earlier address to the present one (template `redirect.html`).
    `target` is relative to this page.
    """

    target: str
    title: str

"""Small parts that many views share: references, dates, labels, cards, statements."""

from __future__ import annotations

from briefgen.model.base import Record


class Ref(Record):
    """A name with the address of its page; no `href` where this site has no such page. `retracted`:
    it names an item that was taken back.
    """

    title: str
    href: str = ""
    lang: str = ""
    retracted: bool = False


class DateView(Record):
    """A date for readers. `iso` is machine-readable (a day, or a longer period's start; empty where
    nothing precise can be said), `text` is in the language of the site. `inferred`: the curator
    concluded it. `approximate` covers EDTF's `~` and `?`.
    """

    iso: str
    text: str
    inferred: bool = False
    approximate: bool = False


class LabelView(Record):
    """What may be done with a page: `text` such as "TLP:CLEAR" (empty: unmarked), `level` such as
    "AMBER+STRICT", `means` in the reader's language, `marking` free text beside it.
    """

    text: str = ""
    level: str = ""
    means: str = ""
    marking: str = ""


class RatingView(Record):
    """An Admiralty rating: a letter for the source, a figure for what it says, each in words. F and
    6 mean unknown, never worst.
    """

    reliability: str
    credibility: str
    reliability_words: str
    credibility_words: str


class ProofView(Record):
    """The quotations of a page held against the captured text: `proven` of `checked` stand in it
    word for word. `sha256` is the digest of that text, `short` its beginning. `omissions` counts
    the places where words are left out by a sign, `insertions` the words put in, in brackets.
    """

    proven: int
    checked: int
    sha256: str
    short: str
    omissions: int = 0
    insertions: int = 0


class SourceView(Record):
    """What the article summarises. An empty field was not stated. `proof` is None where no captured
    text is kept, and quotations are unchecked. `language` is a tag of BCP 47, `language_name`
    the same in the reader's words.
    """

    title: str = ""
    publisher: Ref | None = None
    authors: tuple[str, ...] = ()
    published: DateView | None = None
    accessed: DateView | None = None
    url: str = ""
    archive_url: str = ""
    language: str = ""
    language_name: str = ""
    type: str = ""
    rights: str = ""
    translator: str = ""
    rating: RatingView | None = None
    descriptor: str = ""
    proof: ProofView | None = None


class Shared(Record):
    """A part that several pages show as it is: what a theme's macro makes of it is kept."""


class Card(Shared):
    """An article in a list. `label` is set only where it is stricter than the page's. `corrected`:
    something it said was wrong; `retracted`: all of it was taken back; `superseded`: another takes
    its place.
    """

    title: str
    href: str
    summary: str = ""
    publisher: str = ""
    date: DateView | None = None
    rating: RatingView | None = None
    label: LabelView | None = None
    disputed: bool = False
    corrected: bool = False
    retracted: bool = False
    superseded: bool = False
    lang: str = ""
    dir: str = ""


class DisputeView(Record):
    """One article contradicts another: `other` is the one that this page does not show. `quote` are
    the disputed words as they stand in a statement, if one is named, in the language `quote_lang`,
    and `speaker` is who said them.
    """

    other: Ref
    publisher: str = ""
    date: DateView | None = None
    quote: str = ""
    quote_lang: str = ""
    quote_dir: str = ""
    speaker: Ref | None = None
    note: str = ""


class StatementView(Record):
    """A quotation with its speaker. `article` is set where it is shown away from its article; on
    the article's own page `disputed_by` are those that contradict this very statement.
    `verbatim`: it stands word for word in the captured text, or does not; None: no such text is
    kept. `anchor` is its place on the article's page; `rating`, away from there, is that of the
    article's source.
    """

    quote: str
    lang: str
    dir: str
    speaker: Ref | None = None
    role: str = ""
    translation: str = ""
    date: DateView | None = None
    to: str = ""
    via: str = ""
    evidence: str = ""
    disputed: bool = False
    disputed_by: tuple[DisputeView, ...] = ()
    verbatim: bool | None = None
    article: Ref | None = None
    anchor: str = ""
    rating: RatingView | None = None


class EventView(Record):
    """Something dated. `planned`: it lay ahead when the source was published. `anchor` is its place
    on the article's page. `certainty` names what keeps the date from being exact: "about",
    "uncertain", "within" (a longer time is all that is known), "open-start", "open-end",
    "inferred", "planned".
    """

    date: DateView
    what: str
    where: Ref | None = None
    planned: bool = False
    anchor: str = ""
    certainty: tuple[str, ...] = ()


class CorrectionView(Record):
    """A dated note: `kind` is correction, clarification, update or retraction."""

    date: DateView
    kind: str
    note: str


class CarrierView(Record):
    """Another article on the same report: who published it, and when."""

    article: Ref
    publisher: str = ""
    date: DateView | None = None


class PacketCard(Shared):
    """A packet in a list. `retracted`: it was taken back; `superseded`: another takes its place."""

    title: str
    href: str
    date: DateView | None = None
    series: str = ""
    number: int | None = None
    bluf: str = ""
    count: int = 0
    label: LabelView | None = None
    retracted: bool = False
    superseded: bool = False

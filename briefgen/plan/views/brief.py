"""The view of a brief: the PDF of one packet."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.model.packet import BriefOptions
from briefgen.plan.views.pages import ArticleView, PacketView
from briefgen.plan.views.parts import EventView, LabelView, Ref
from briefgen.plan.views.timeline import DrawingView


class BriefItem(Record):
    """An article as the brief prints it, with its number in the packet and the editor's note."""

    number: int
    article: ArticleView
    note: str = ""
    label: LabelView | None = None


class BriefSection(Record):
    """A section with its items."""

    number: int
    title: str = ""
    note: str = ""
    items: tuple[BriefItem, ...] = ()


class IndexEntry(Record):
    """A line of the index: a name as it is filed ("Kabulov, Zamir", or "Zamir Kabulov" where nobody
    said what the family name is) and the numbers of the items that name it, in order.
    """

    title: str
    items: tuple[int, ...]
    description: str = ""


class Index(Record):
    """One part of the index: people, organisations or places."""

    title: str
    entries: tuple[IndexEntry, ...] = ()


class BriefEvent(Record):
    """A row of the brief's timeline: an event, and the number of the item that reports it. `lang`
    and `dir` are those of the item, where it is not in the site's language.
    """

    event: EventView
    number: int
    lang: str = ""
    dir: str = ""


class BriefTimeline(Record):
    """The events of all items, drawn on one axis as wide as the page's text (600 units are 450
    points), and in a table, earliest first. `first` and `last` are months, `shapes` the kinds of
    mark in the drawing; `grouped`: a line is not an event, but all of a month or more.
    """

    drawing: DrawingView
    first: str
    last: str
    shapes: tuple[str, ...] = ()
    broken: bool = False
    grouped: bool = False
    events: tuple[BriefEvent, ...] = ()


class BriefMeta(Record):
    """What the PDF says of itself. Dates are ISO 8601, from the packet, never from the clock.
    `rights` is the label with the marking; `address` that of the packet's page. `dir` is the
    direction of `lang`; `words` the language of the interface, which is another where nobody has
    translated it; `digits` the numbering system of `lang` in CLDR.
    """

    title: str
    author: str
    description: str
    keywords: tuple[str, ...] = ()
    lang: str = "en"
    dir: str = "ltr"
    words: str = "en"
    digits: str = "latn"
    created: str = ""
    modified: str = ""
    rights: str = ""
    address: str = ""


class Colophon(Record):
    """What a brief was made of and with. `digest` is that of what is published of the packet and
    its items, which the ledger keeps too; `fingerprint` that of the platform; `versions` are names
    of programs with their releases.
    """

    digest: str
    fingerprint: str
    versions: tuple[tuple[str, str], ...] = ()


class BriefView(Record):
    """A brief (template `brief.html`). `address` is the absolute address of the packet's page, if
    the site has one. An item's anchor is `item-SLUG`; links between items of the same packet lead
    to it, others to the site if it has an address, else they are plain text. `contents` of the
    items come in `content.items`, by slug; the packet's own in `content.packet`. `attached` are the
    names of the files that lie in that of the brief. What it was made of and with comes in
    `content.colophon`.
    """

    site_title: str
    tagline: str
    packet: PacketView
    label: LabelView
    options: BriefOptions
    meta: BriefMeta
    sections: tuple[BriefSection, ...] = ()
    timeline: BriefTimeline | None = None
    indexes: tuple[Index, ...] = ()
    sources: tuple[tuple[int, Ref], ...] = ()
    address: str = ""
    attached: tuple[str, ...] = ()
    theme_options: dict[str, str] = {}

"""`briefgen.yaml`: the settings of a site."""

from __future__ import annotations

import enum

from briefgen.model.base import Record
from briefgen.model.channels import MailOutlet, Outlet
from briefgen.model.handling import Audience, Tlp
from briefgen.model.packet import BriefOptions


class Level(enum.StrEnum):
    """How a check reports what it finds."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


class SlugFrom(enum.StrEnum):
    """Where a slug comes from that the item does not state."""

    STEM = "stem"
    PATH = "path"


class DateFrom(enum.StrEnum):
    """Where an item's date comes from that it does not state: nowhere, or its file's name."""

    FIELD = "field"
    FILE_NAME = "file name"


class Withdrawn(enum.StrEnum):
    """What is left at the address of a withdrawn item: nothing, or a page that says so."""

    REMOVE = "remove"
    TOMBSTONE = "tombstone"


class Content(Record):
    """Which files are content, as globs from the project's root, per kind."""

    articles: tuple[str, ...] = ("content/articles/**/*.md",)
    packets: tuple[str, ...] = ("content/packets/**/*.md",)
    pages: tuple[str, ...] = ("content/pages/**/*.md",)
    entities: str = "content/entities.yaml"


class Markdown(Record):
    """Extensions of CommonMark, on or off."""

    tables: bool = True
    footnotes: bool = True
    definition_lists: bool = True
    strikethrough: bool = True
    attributes: bool = True
    containers: bool = True
    smart_quotes: bool = True
    heading_anchors: bool = True
    html: bool = True


class Limits(Record):
    """Bounds that keep a mistake or a hostile file from stopping the machine, and those of fair
    use. Sizes in bytes. Those of media hold for each file, and `media_pixels` for each picture.
    Shares and likeness are in per cent, what is copied in words (in a script without spaces, two
    characters count as one). Each brief may take so many seconds and megabytes of memory.
    """

    file_size: int = 10_000_000
    nesting: int = 100
    yaml_aliases: int = 100
    media_size: int = 32_000_000
    media_pixels: int = 40_000_000
    quoted_of_article: int = 60
    quoted_of_source: int = 50
    copied_words: int = 12
    copied_lede: int = 80
    brief_seconds: int = 600
    brief_memory: int = 2048


class NavItem(Record):
    """An entry of the navigation: the name of a list ("packets", "topics"), the slug of a page, or
    a mapping with a title and an address.
    """

    title: str = ""
    page: str = ""
    url: str = ""


class Settings(Record):
    """All settings, each with its default. Unknown keys are errors."""

    title: str
    tagline: str = ""
    base_url: str = ""
    language: str = "en"
    timezone: str = "UTC"
    theme: str = "default"
    theme_options: dict[str, str] = {}
    system_fonts: bool = False
    audiences: dict[str, Audience] = {}
    default_audience: str = "public"
    default_tlp: Tlp | None = None
    nav: tuple[NavItem, ...] = ()
    sources_dir: str = "content/sources"
    checks: dict[str, Level] = {}
    field_aliases: dict[str, str] = {}
    content: Content = Content()
    slug_from: SlugFrom = SlugFrom.STEM
    date_from: DateFrom = DateFrom.FIELD
    markdown: Markdown = Markdown()
    packets: BriefOptions = BriefOptions()
    limits: Limits = Limits()
    deploy: Outlet = Outlet()
    mail: MailOutlet = MailOutlet()
    withdrawn: Withdrawn = Withdrawn.REMOVE
    not_secret: tuple[str, ...] = ()

"""The addresses of pages, from the root of the site. Files are named, not folders."""

from __future__ import annotations

from briefgen.model.item import Kind
from briefgen.read.anchors import element_id
from briefgen.resolve.terms import TermKind

HOME = "index.html"
ARCHIVE = "archive/index.html"
PACKETS = "packets/index.html"
FEED = "feed.xml"
JSON_FEED = "feed.json"
STATEMENTS = "statements/index.html"
TIMELINE = "timeline/index.html"
RATINGS = "ratings/index.html"
CORRECTIONS = "corrections/index.html"
CORRECTIONS_FEED = "corrections/feed.xml"
CORRECTIONS_JSON = "corrections/feed.json"
MISSING = "404.html"
SEARCH = "search/index.html"
# The index of the search page is a folder of files that only Pagefind understands.
INDEX_FOLDER = "search/pagefind/"
INDEX_ENTRY = f"{INDEX_FOLDER}pagefind-entry.json"
INDEX_SCRIPT = f"{INDEX_FOLDER}pagefind.js"


def item_address(kind: Kind, slug: str) -> str:
    """The page of an article, packet or free page."""
    return f"{_FOLDERS[kind]}{slug}.html"


_FOLDERS: dict[str, str] = {Kind.ARTICLE: "articles/", Kind.PACKET: "packets/", Kind.PAGE: ""}


def address_of(item_id: str) -> str:
    """The page of the item with this id ("article:tianjin")."""
    kind, _, slug = item_id.partition(":")
    return f"{_FOLDERS[kind]}{slug}.html"


def anchor_of(item_id: str, fragment: str) -> str:
    """What follows the address of an item to lead to a heading of its text."""
    kind, _, slug = item_id.partition(":")
    return f"#{element_id(Kind(kind), slug, fragment)}" if fragment else ""


def brief_address(slug: str) -> str:
    """The PDF of a packet."""
    return f"packets/{slug}.pdf"


# What follows the slug of a packet in the names of the files beside its page.
DATA_ENDINGS = ("json", "csl.json", "bib", "ris")


def data_address(slug: str, ending: str) -> str:
    """A packet, or what it cites, as data."""
    return f"packets/{slug}.{ending}"


def topic_feeds(slug: str) -> tuple[str, str]:
    """The feeds of a topic, as Atom and as JSON Feed."""
    folder = f"{TermKind.TOPICS.value}/{slug}"
    return f"{folder}/{FEED}", f"{folder}/{JSON_FEED}"


def term_address(kind: TermKind, slug: str) -> str:
    """The page of a term."""
    return f"{kind}/{slug}.html"


def terms_address(kind: TermKind) -> str:
    """The index of a kind of term."""
    return f"{kind}/index.html"


def statements_address(topic: str) -> str:
    """What was said on a topic."""
    return f"statements/topics/{topic}.html"


def root_from(path: str) -> str:
    """What leads from the page at `path` back to the root of the site."""
    return "../" * path.count("/")

"""The HTML elements that an author may write, and what each may stand in and hold.

A modest list: what marks up text. The models of content are those of HTML (WHATWG, section 4), as
far as they keep a page valid and its parts where their author put them.
"""

from __future__ import annotations

from enum import Enum, auto
from types import MappingProxyType
from typing import NamedTuple


class Holds(Enum):
    """What may stand in an element."""

    NOTHING = auto()
    WORDS = auto()  # text and elements of a line
    BLOCKS = auto()
    PARTS = auto()  # nothing but elements that name it as their parent


class Element(NamedTuple):
    """`block`: it stands beside paragraphs, never in a line of text. `parents`: it stands directly
    in one of these, or nowhere. `ends_itself`: its end tag may be left out. `attributes` are its
    own, besides those that all have."""

    block: bool
    holds: Holds
    parents: tuple[str, ...] = ()
    ends_itself: bool = False
    attributes: tuple[str, ...] = ()


WORDS = Element(block=False, holds=Holds.WORDS)
BLOCKS = Element(block=True, holds=Holds.BLOCKS)
GROUP = Element(block=True, holds=Holds.PARTS, parents=("table",), ends_itself=True)
CELL = Element(
    block=True,
    holds=Holds.BLOCKS,
    parents=("tr",),
    ends_itself=True,
    attributes=("colspan", "rowspan"),
)

PLAIN = (
    *("abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "i", "kbd", "mark", "q", "ruby"),
    *("s", "samp", "small", "span", "strong", "sub", "sup", "u", "var"),
)
ELEMENTS = MappingProxyType(
    dict.fromkeys(PLAIN, WORDS)
    | dict.fromkeys(("blockquote", "div", "figure"), BLOCKS)
    | dict.fromkeys(("thead", "tbody", "tfoot"), GROUP)
    | {
        "br": Element(block=False, holds=Holds.NOTHING),
        "wbr": Element(block=False, holds=Holds.NOTHING),
        "hr": Element(block=True, holds=Holds.NOTHING),
        "time": WORDS._replace(attributes=("datetime",)),
        "del": WORDS._replace(attributes=("datetime",)),
        "ins": WORDS._replace(attributes=("datetime",)),
        "rt": WORDS._replace(parents=("ruby",), ends_itself=True),
        "rp": WORDS._replace(parents=("ruby",), ends_itself=True),
        "p": Element(block=True, holds=Holds.WORDS, ends_itself=True),
        "pre": Element(block=True, holds=Holds.WORDS),
        "details": BLOCKS._replace(attributes=("open",)),
        "summary": Element(block=True, holds=Holds.WORDS, parents=("details",)),
        "figcaption": BLOCKS._replace(parents=("figure",)),
        "ul": Element(block=True, holds=Holds.PARTS),
        "ol": Element(block=True, holds=Holds.PARTS, attributes=("start", "reversed")),
        "li": BLOCKS._replace(parents=("ul", "ol"), ends_itself=True, attributes=("value",)),
        "dl": Element(block=True, holds=Holds.PARTS),
        "dt": Element(block=True, holds=Holds.WORDS, parents=("dl",), ends_itself=True),
        "dd": BLOCKS._replace(parents=("dl",), ends_itself=True),
        "table": Element(block=True, holds=Holds.PARTS),
        "caption": BLOCKS._replace(parents=("table",)),
        "tr": GROUP._replace(parents=("table", "thead", "tbody", "tfoot")),
        "td": CELL,
        "th": CELL._replace(attributes=(*CELL.attributes, "scope")),
    }
)
# These are what they stand in: around blocks they hold blocks.
TRANSPARENT = ("del", "ins")
COMMON = ("class", "id", "lang", "dir", "title")  # attributes of all

# The other names of HTML. What bears one is a tag and is left out; any other word in angle brackets
# was meant as text.
REFUSED = frozenset((
    "a", "acronym", "address", "applet", "area", "article", "aside", "audio", "base",
    "basefont", "bgsound", "big", "blink", "body", "button", "canvas", "center", "col",
    "colgroup", "data", "datalist", "dialog", "dir", "embed", "fieldset", "font", "footer",
    "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup",
    "html", "iframe", "image", "img", "input", "isindex", "label", "legend", "link", "main",
    "map", "marquee", "math", "menu", "menuitem", "meta", "meter", "nav", "nobr", "noembed",
    "noframes", "noscript", "object", "optgroup", "option", "output", "param", "picture",
    "plaintext", "progress", "rb", "rtc", "script", "search", "section", "select", "slot",
    "source", "spacer", "strike", "style", "svg", "template", "textarea", "title", "track",
    "tt", "video", "xmp",
))  # fmt: skip
UNSEEN = ("script", "style")  # nobody reads what stands in these


def advice(name: str) -> str:
    """What to write instead of a tag that is not published."""
    if name == "a":
        return "Write a link as [words](address)."
    if name in ("img", "image", "picture"):
        return "Write a picture as ![what it shows](its file), and it is published."
    if name in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return f"Write a heading as {'#' * int(name[1])} and its words, on a line of its own."
    if name in UNSEEN:
        return "Scripts and styles are the theme’s."
    if name in ("iframe", "embed", "object", "video", "audio"):
        return "Nothing is loaded from elsewhere. Write a link as [words](address)."
    return "What stands in it is kept. Give it a class if it is to look its own: [words]{.class}."

"""HTML, XML, JSON, style sheets, plain text: all that is characters."""

from __future__ import annotations

import html
import re
import urllib.parse
from collections.abc import Iterator

from briefgen.leaks.decode.part import Part
from briefgen.leaks.fold import BREAK

# Elements that divide no word and no sentence: text runs through them. In order, with what they
# share taken together: a page has hundreds of tags, and each is tried.
INLINE = (
    "a(?:bbr)?|b(?:d[io]|ig)?|c(?:ite|ode)|d(?:ata|el|fn)|em|font|i(?:ns)?|kbd|mark|q|r(?:[bpt]|uby)"
    "|s(?:amp|mall|pan|trike|trong|u[bp])?|t(?:ime|t)|u|var|wbr"
)
_THROUGH = re.compile(rf"</?(?:{INLINE})(?:\s[^>]*)?/?>|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BETWEEN = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")
_PERCENT = re.compile(r"[^\s\"'<>]*%[0-9A-Fa-f]{2}[^\s\"'<>]*")
# A text may be escaped for HTML inside XML, and once more inside an attribute.
_DEPTH = 3


def markup_parts(text: str) -> Iterator[Part]:
    """What a reader of a page sees, with the tags taken out; then all there is, tags, attributes
    and comments included, with every way of escaping undone.
    """
    plain = _unescaped(text)
    if "<" in text:
        seen = _unescaped(_stripped(text))
        yield Part(where="the text", text=_stripped(seen) if "<" in seen else seen, shown=True)
        yield _tags(plain)
    else:
        yield Part(where="the text", text=_stripped(plain) if "<" in plain else plain, shown=True)
    if "\\" in text:
        unquoted = _unescaped(_ESCAPED.sub(_unquote, text))
        unquoted = unquoted.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        yield Part(where="the text", text=_stripped(unquoted), shown=True)
        if "<" in unquoted:
            yield _tags(unquoted)
    if "%" in text:
        addresses = _PERCENT.findall(plain)
        if addresses:
            decoded = BREAK.join(map(urllib.parse.unquote, addresses))
            yield Part(where="an address", text=decoded)


def _tags(text: str) -> Part:
    """What is within tags and comments; the rest is text, and read as such."""
    return Part(where="the tags", text=BREAK.join(dict.fromkeys(_BETWEEN.findall(text))))


def _stripped(text: str) -> str:
    return _TAG.sub(BREAK, _THROUGH.sub("", text))


def _unescaped(text: str) -> str:
    for _ in range(_DEPTH):
        if "&" not in text:
            break
        before, text = text, html.unescape(text)
        if text == before:
            break
    return text


def _unquote(found: re.Match[str]) -> str:
    if found[1]:
        return chr(int(found[1], 16))
    return " " if found[2] in "nrtbf" else found[2]

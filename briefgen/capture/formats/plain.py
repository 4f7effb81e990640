"""Plain text: its head by its structure, and the snapshot byte for byte."""

from __future__ import annotations

import re

import msgspec

from briefgen.capture.formats.dates import day_in
from briefgen.capture.formats.decode import decode
from briefgen.capture.material import Found, Material
from briefgen.capture.notes import note
from briefgen.diagnostics import Diagnostic

# A headline is longer than a word and shorter than a paragraph.
_LONGEST_TITLE = 200
# Byline, date and address stand this near to the top, on lines of their own.
_HEAD_LINES = 12
_LONGEST_HEAD_LINE = 120
_BYLINE = re.compile(r"(?:by|author)\s*:?\s+(?P<names>[^\W\d_].*)", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|\band\b|&)\s*", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?:\s+[\w.’'-]+){1,4}")
_ADDRESS = re.compile(r"(?:[\w ]+:\s*)?<?(https?://[^\s<>\"]+)>?", re.IGNORECASE)
_LABEL = re.compile(
    r"(title|headline|publisher|source|publication)\s*:\s*(?P<value>\S.*)", re.IGNORECASE
)
_END = re.compile(r"[.!?;,]$")


def read_plain(material: Material) -> Found:
    """The text as it is. Bytes that are not UTF-8 are written anew as UTF-8, which is said."""
    decoded = decode(material.data, material.charset)
    told: tuple[Diagnostic, ...] = ()
    if decoded.charset:
        told = (
            note(
                "capture-recoded",
                f"The text is no UTF-8: it was read as {decoded.charset}, and kept as UTF-8.",
                hint="Look whether letters with accents came out well.",
            ),
        )
    return msgspec.structs.replace(
        read_text(decoded.text, material.address),
        snapshot=decoded.text.encode() if decoded.charset else material.data,
        diagnostics=told,
    )


def read_text(text: str, address: str = "") -> Found:
    """What a text without markup says of itself at its head."""
    head = _head(text)
    labels = {
        found[1].casefold(): found["value"].strip() for found in map(_LABEL.match, head) if found
    }
    title = labels.get("title") or labels.get("headline") or _title(head)
    authors: tuple[str, ...] = ()
    published = url = ""
    for line in head:
        if line == title:
            continue
        if (byline := _BYLINE.fullmatch(line)) and not authors:
            authors = _names(byline["names"])
        if (link := _ADDRESS.fullmatch(line)) and not url:
            url = link[1]
        published = published or day_in(line)
    publisher = labels.get("publisher") or labels.get("publication") or labels.get("source", "")
    return Found(
        snapshot=text.encode(),
        text=text,
        title=title,
        publisher="" if "://" in publisher else publisher,
        author=authors,
        published=published,
        url=address or url,
    )


def _head(text: str) -> list[str]:
    """The short lines before the first long one."""
    lines: list[str] = []
    for line in text.splitlines()[: 2 * _HEAD_LINES]:
        bare = " ".join(line.split())
        if lines and len(bare) > _LONGEST_HEAD_LINE:
            break
        if bare:
            lines.append(bare)
    return lines[:_HEAD_LINES]


def _title(head: list[str]) -> str:
    first = head[0].removeprefix("# ") if head else ""
    if not first or len(first) > _LONGEST_TITLE or (_END.search(first) and not first.endswith("?")):
        return ""
    return "" if _ADDRESS.fullmatch(first) or _BYLINE.fullmatch(first) else first


def _names(text: str) -> tuple[str, ...]:
    names = [name for name in _AND.split(text) if name]
    return tuple(names) if all(map(_NAME.fullmatch, names)) else ()

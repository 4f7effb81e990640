"""Where a link leads: to the web, to an item's file, or to a place in the same text."""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple
from urllib.parse import unquote

from briefgen.read.findings import Complaint, shorten

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
WEB = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)
MAIL = re.compile(r"mailto:[^?\s]", re.IGNORECASE)
# Browsers drop these before they look at the scheme (WHATWG URL, section 4.4).
DROPPED = re.compile(r"[\t\n\r]|^[\x00-\x20]+|[\x00-\x20]+$")
# What may not stand in an address as it is; letters of any script may.
ODD = re.compile(
    r"[\x00-\x20\x7f-\x9f\"<>\\^`{|}\u200e\u200f\u202a-\u202e\u2066-\u2069]|%(?![0-9A-Fa-f]{2})"
)


class External(NamedTuple):
    """A web or mail address, fit to be written into HTML after escaping, and the attribute that
    tells a link to another site."""

    address: str
    relation: str


class Inside(NamedTuple):
    """A file of the project, from its root, and a fragment; `path` is empty for the same text."""

    path: str
    fragment: str


def locate(href: str, path: str) -> External | Inside | Complaint:
    """What the address in a link of the file `path` means. A path that begins with a stroke is
    taken from the project's root, others from the file's folder."""
    href = DROPPED.sub("", href)
    scheme = SCHEME.match(href)
    if scheme:
        return _external(href, scheme[1].lower())
    if href.startswith(("//", "\\", "/\\")):
        return Complaint(
            code="link-scheme",
            message=f"The link “{shorten(href)}” names a site without saying how to reach it.",
            hint="Begin it with https://",
        )
    target, mark, fragment = href.partition("#")
    if not target and not fragment:
        return Complaint(
            code="link-empty",
            message="This link leads nowhere.",
            hint="Write the address between the round brackets.",
        )
    if not target and mark:
        return Inside("", unquote(fragment))
    target = unquote(target)
    folder = "" if target.startswith("/") else posixpath.dirname(path)
    joined = posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
    if joined == ".." or joined.startswith("../"):
        return Complaint(
            code="link-outside",
            message=f"The link “{shorten(href)}” leads out of the project’s folder.",
            hint="A link to a file begins at the folder of the file in which it stands.",
        )
    return Inside(joined, unquote(fragment))


def _external(href: str, scheme: str) -> External | Complaint:
    if scheme not in ("http", "https", "mailto"):
        return Complaint(
            code="link-scheme",
            message=f"Links that begin with “{scheme}:” are not published.",
            hint="Links begin with https://, http:// or mailto:, or name a file.",
        )
    if not (MAIL if scheme == "mailto" else WEB).match(href):
        return Complaint(
            code="link-invalid",
            message=f"The link “{shorten(href)}” is no full address.",
            hint="" if scheme == "mailto" else "It has the form https://example.org/page.",
        )
    return External(ODD.sub(_encode, href), "" if scheme == "mailto" else ' rel="external"')


def _encode(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())

"""What a browser must know of a file to see whether it shows the newest."""

from __future__ import annotations

import html
import re

import msgspec

from briefgen.model.base import digest_bytes

_STYLE = re.compile(rb"<link\b[^>]*\brel=[\"']?stylesheet\b[^>]*>", re.IGNORECASE)
_HREF = re.compile(rb"\bhref=([\"']?)([^\"'\s>]*)\1", re.IGNORECASE)
_HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)
SCRIPT = "/.briefgen/preview.js"


# Not a Record: as JSON those are lists, and a script reads names.
class Fingerprint(msgspec.Struct, frozen=True, kw_only=True):
    """`digest` is that of the file. `skeleton` is that of a page without the addresses of its style
    sheets, which are in `styles`: as long as it stays, only styles have changed."""

    digest: str
    skeleton: str = ""
    styles: tuple[str, ...] = ()


def fingerprint_of(path: str, data: bytes) -> Fingerprint:
    """The fingerprint of the file at `path`."""
    digest = digest_bytes(data)
    if not path.endswith(".html"):
        return Fingerprint(digest=digest)
    styles: list[str] = []

    def blank(tag: re.Match[bytes]) -> bytes:
        href = _HREF.search(tag[0])
        if href is None:
            return tag[0]
        styles.append(html.unescape(href[2].decode("utf-8", "replace")))
        return tag[0][: href.start(2)] + tag[0][href.end(2) :]

    skeleton = digest_bytes(_STYLE.sub(blank, data))
    return Fingerprint(digest=digest, skeleton=skeleton, styles=tuple(styles))


def with_script(page: bytes, seen: Fingerprint | None) -> bytes:
    """`page` with the one tag that makes it live; `seen` is None for a page that is not the one of
    its address, such as an error page. The site's own policy lets the script in: it comes from the
    same origin and stands in no page."""
    digest, skeleton = (seen.digest, seen.skeleton) if seen else ("", "")
    tag = (
        f'<script type="module" src="{SCRIPT}" data-digest="{digest}" data-skeleton="{skeleton}">'
        "</script>"
    ).encode()
    end = _HEAD_END.search(page)
    at = end.start() if end else len(page)
    return page[:at] + tag + page[at:]

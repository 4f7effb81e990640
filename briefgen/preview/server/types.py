"""What kind of file a browser is told it gets. Ours, for a machine's own table may be anything."""

from __future__ import annotations

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "json": "application/json",
    "xml": "application/xml",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/vnd.microsoft.icon",
    "woff2": "font/woff2",
    "wasm": "application/wasm",
    "ics": "text/calendar; charset=utf-8",
    "eml": "message/rfc822",
}
_WHOLE = {
    "SHA256SUMS": "text/plain; charset=utf-8",
    "feed.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
}


def type_of(path: str) -> str:
    """The media type of the file at `path`."""
    name = path.rpartition("/")[2]
    ending = name.rpartition(".")[2].casefold()
    return _WHOLE.get(name) or _TYPES.get(ending, "application/octet-stream")

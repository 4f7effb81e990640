"""Which format some bytes have."""

from __future__ import annotations

import enum
import re

from briefgen.capture.material import Material


class Kind(enum.StrEnum):
    """The formats that can be read, and those that are known well enough to say what to do."""

    HTML = "HTML"
    PDF = "PDF"
    MAIL = "e-mail"
    TEXT = "plain text"
    OFFICE = "an office document"
    PICTURE = "a picture"
    UNKNOWN = "neither text nor another format that briefgen reads"


_MEDIA_TYPES = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "application/pdf": Kind.PDF,
    "message/rfc822": Kind.MAIL,
    "text/plain": Kind.TEXT,
    "text/markdown": Kind.TEXT,
}
_ENDINGS = {
    "html": Kind.HTML,
    "htm": Kind.HTML,
    "xhtml": Kind.HTML,
    "eml": Kind.MAIL,
    "pdf": Kind.PDF,
    "txt": Kind.TEXT,
    "text": Kind.TEXT,
    "md": Kind.TEXT,
}
_MAGIC = (
    (b"PK\x03\x04", Kind.OFFICE),
    (b"\xd0\xcf\x11\xe0", Kind.OFFICE),
    (b"{\\rtf", Kind.OFFICE),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"II*\x00", Kind.PICTURE),
)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# How far into a file its nature shows.
_HEAD = 1024
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def kind_of(material: Material) -> Kind:
    """The bytes decide where they are plain about it, then the server, then the file's name."""
    head = material.data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if head.lstrip().startswith(b"%PDF-"):
        return Kind.PDF
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if _HTML.match(head):
        return Kind.HTML
    if b"\0" in head and not head.startswith(_UTF_16):
        return Kind.UNKNOWN
    told = _MEDIA_TYPES.get(material.media_type)
    named = _ENDINGS.get(material.name.rpartition(".")[2].casefold())
    if told or named:
        return told or named or Kind.TEXT
    return Kind.MAIL if _is_mail(material.data) else Kind.TEXT


def _is_mail(data: bytes) -> bool:
    """Whether it begins with the header of a message that has a sender."""
    lines = data[: 64 * _HEAD].replace(b"\r\n", b"\n").split(b"\n\n", 1)[0].split(b"\n")
    names = set()
    for line in lines:
        name, colon, _ = line.partition(b":")
        if colon and re.fullmatch(rb"[A-Za-z][A-Za-z0-9-]*", name):
            names.add(name.lower())
        elif not names or not line.startswith((b" ", b"\t")):
            return False
    return b"from" in names and bool(names & {b"date", b"subject", b"message-id"})

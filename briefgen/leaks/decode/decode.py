"""Any file of the output, by what its bytes say that it is."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from briefgen.leaks.decode.markup import markup_parts
from briefgen.leaks.decode.packed import is_packed, packed_texts
from briefgen.leaks.decode.part import Part
from briefgen.leaks.decode.picture import picture_parts
from briefgen.leaks.fold import BREAK

GZIP, PDF = b"\x1f\x8b", b"%PDF-"
# A packed file that unpacks to more is not one of ours; what lies within the bound is looked at.
MOST = 256_000_000
# A text is folded in one piece up to so many characters, to bound the memory.
_CHARACTERS = 4_000_000
_OVERLAP = 1_000
# How deep files may lie in files.
_DEPTH = 4


def decoded(data: bytes, depth: int = 0) -> Iterator[Part]:
    """All that can be read in the file."""
    if depth > _DEPTH:
        return
    if data.startswith(GZIP):
        yield from decoded(_gunzip(data), depth + 1)
    elif data[:1024].find(PDF) >= 0:
        from briefgen.leaks.decode.pdf import pdf_parts  # noqa: PLC0415  pypdf, only for a PDF

        yield from pdf_parts(data, lambda inner: decoded(inner, depth + 1))
        if not data.startswith(PDF):
            # It may be a page that speaks of such files.
            yield from _others(data)
    else:
        yield from _others(data)


def _others(data: bytes) -> Iterator[Part]:
    if is_packed(data):
        yield Part(where="the index of the search", text=BREAK.join(packed_texts(data)))
    elif _is_text(data):
        text = data.decode("utf-8-sig", "ignore")
        for start in range(0, len(text) or 1, _CHARACTERS):
            yield from markup_parts(text[start : start + _CHARACTERS + _OVERLAP])
    else:
        yield from picture_parts(data)


def _is_text(data: bytes) -> bool:
    if b"\0" in data[:4096]:
        return False
    try:
        data[:4096].decode()
    except UnicodeDecodeError as cut:
        return cut.start > len(data[:4096]) - 4
    return True


def _gunzip(data: bytes) -> bytes:
    parts: list[bytes] = []
    size = 0
    while data.startswith(GZIP) and size < MOST:
        inflate = zlib.decompressobj(wbits=31)
        try:
            parts.append(inflate.decompress(data, MOST - size))
        except zlib.error:
            break
        size += len(parts[-1])
        data = inflate.unused_data
    return b"".join(parts) + data

"""Pictures: what is written beside the pixels."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

from briefgen.leaks.decode.part import Part

JPEG, PNG, RIFF = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF"
_WHERE = "the metadata of the picture"
# Segments of JPEG that have no length (ITU-T T.81, table B.1), and where the pixels begin and end.
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
_MARKER, _SCAN, _END = 0xFF, 0xDA, b"\xff\xd9"
# The low half of the first byte of what is packed with Deflate (RFC 1950, 2.2).
_DEFLATE = 0x08
_PIXELS = frozenset({b"IDAT", b"fdAT", b"VP8 ", b"VP8L", b"ALPH", b"ANMF"})
_COMPRESSED = (b"zTXt", b"iTXt", b"iCCP")
# What a packed text of a picture may unpack to, in bytes.
_MOST = 8_000_000
_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){9,}|(?:\x00[\x20-\x7e]){9,}")


def picture_parts(data: bytes) -> Iterator[Part]:
    """The texts of a picture, or of any file of bytes."""
    if data.startswith(JPEG):
        blocks = _jpeg(data)
    elif data.startswith(PNG):
        blocks = _png(data)
    elif data.startswith(RIFF):
        blocks = _riff(data)
    else:
        yield Part(where=_WHERE, text=data.decode("utf-8", "ignore"))
        wide = b"\n".join(_WIDE.findall(data)).replace(b"\0", b"")
        yield Part(where=_WHERE, text=wide.decode("ascii", "ignore"))
        return
    for block in blocks:
        for coding in ("utf-8", "latin-1", "utf-16-le", "utf-16-be"):
            yield Part(where=_WHERE, text=block.decode(coding, "ignore"))
            if coding.startswith("utf-16"):
                yield Part(where=_WHERE, text=block[1:].decode(coding, "ignore"))


def _jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == _MARKER:
        kind = data[at + 1]
        if kind in _BARE or kind == _MARKER:
            at += 1 if kind == _MARKER else 2
            continue
        if kind == _SCAN:
            break
        (length,) = struct.unpack_from(">H", data, at + 2)
        yield data[at + 4 : at + 2 + length]
        at += 2 + length
    yield data[data.rfind(_END) + 2 :] if _END in data else data[at:]


def _png(data: bytes) -> Iterator[bytes]:
    at = len(PNG)
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind not in _PIXELS:
            yield from _unpacked(data[at + 8 : at + 8 + length], kind)
        at += 12 + length
        if kind == b"IEND":
            break
    yield data[at:]


def _unpacked(chunk: bytes, kind: bytes) -> Iterator[bytes]:
    """A chunk as it is, and if its text is packed, unpacked (PNG, third edition, 11.3.3)."""
    yield chunk
    if kind in _COMPRESSED:
        for start in (at for at in range(len(chunk)) if chunk[at] & 0x0F == _DEFLATE):
            try:
                yield zlib.decompressobj().decompress(chunk[start:], _MOST)
            except zlib.error:
                continue
            return


def _riff(data: bytes) -> Iterator[bytes]:
    at = 12
    while at + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        if kind not in _PIXELS:
            yield data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2
    yield data[at:]

"""The index of a search: what Pagefind writes. Its files are packed, and begin with a word by which
they are known. A fragment is JSON; the others are CBOR (RFC 8949), of which every text is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

HEADER = b"pagefind_dcd"
# The major types of CBOR that have bytes of their own, and those that hold other items.
_BYTES, _TEXT = 2, 3
# The lengths of the argument that follows the first byte, by the code in it; less is the argument.
_FOLLOWING = {24: 1, 25: 2, 26: 4, 27: 8}
_NONE = 23


def is_packed(data: bytes) -> bool:
    """Whether these bytes, once unpacked, are CBOR of Pagefind."""
    return data.startswith(HEADER) and data[len(HEADER) : len(HEADER) + 1] != b"{"


def packed_texts(data: bytes) -> Iterator[str]:
    """Every text in it, each by itself. Items follow one another, whatever holds them, so nothing
    need be known of how they are nested. What is no CBOR, such as a program, ends it.
    """
    at, end = len(HEADER), len(data)
    while at < end:
        major, code = data[at] >> 5, data[at] & 31
        at += 1
        argument = code if code <= _NONE else 0
        if code in _FOLLOWING:
            argument = int.from_bytes(data[at : at + _FOLLOWING[code]], "big")
            at += _FOLLOWING[code]
        if major in {_BYTES, _TEXT}:
            yield data[at : at + argument].decode("utf-8", "ignore")
            at += argument

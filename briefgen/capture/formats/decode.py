"""From bytes to text, for sources that nobody asked to be UTF-8."""

from __future__ import annotations

import codecs

from briefgen.model.base import Record

# What is not UTF-8 and says nothing of itself is nearly always this, or reads well enough as it.
LAST_RESORT = "windows-1252"

# Encodings whose bytes are all ASCII, so that they would pass for UTF-8.
_SHIFTED = ("iso-2022", "iso2022", "hz")


class Decoded(Record):
    """`charset` is empty where the bytes were UTF-8."""

    text: str
    charset: str = ""


def decode(data: bytes, told: str = "") -> Decoded:
    """The text of `data`; `told` is the charset that somebody stated. A mark at the beginning is
    believed first, then UTF-8 if the bytes are that, then what was told.
    """
    for mark, charset in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            text = data[len(mark) :].decode(charset, "replace")
            return Decoded(text=text, charset="" if charset == "utf-8" else "utf-16")
    if told.casefold().startswith(_SHIFTED) and is_charset(told):
        return Decoded(text=data.decode(told, "replace"), charset=told)
    try:
        return Decoded(text=data.decode())
    except UnicodeDecodeError:
        charset = told if is_charset(told) else LAST_RESORT
        return Decoded(text=data.decode(charset, "replace"), charset=charset)


def is_charset(name: str) -> bool:
    """Whether text can be decoded by that name. Python's own transformations have names too."""
    try:
        return bool(name) and codecs.lookup(name)._is_text_encoding  # noqa: SLF001  no other way to ask
    except (LookupError, ValueError):
        return False

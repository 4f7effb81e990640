"""How many columns of a terminal a character takes, and what of a text may be sent to one."""

from __future__ import annotations

import unicodedata

TAB = 4
# Characters that reorder what follows them, to the end of the line and beyond: in a report they
# would put the underline under another word, and can hide what a line really says.
_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_REPLACEMENT = "\ufffd"
_PICTURES = 0x2400
_DELETE = 0x7F
_DELETE_PICTURE = "\u2421"


def visible(character: str) -> str:
    """The character itself, or one that can be seen in the place of a control character, so that
    nothing in a file can steer the terminal.
    """
    code = ord(character)
    if code < ord(" "):
        return chr(_PICTURES + code)
    if code == _DELETE:
        return _DELETE_PICTURE
    if character in _REORDERING or unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}:
        return _REPLACEMENT
    return character


def width(character: str) -> int:
    """Columns: 2 for wide characters, 0 for those that join the one before, else 1."""
    if character < "\u0300":  # nothing wide or combining is as low, and most text is
        return 0 if character == "\u00ad" else 1
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def plain(text: str) -> str:
    """A text of one line that is safe to print."""
    if text.isprintable():
        return text
    return "".join(" " if each in "\r\n\t" else visible(each) for each in text)


def runs_right_to_left(text: str) -> bool:
    """Whether a terminal may show some of the text from right to left."""
    return any(unicodedata.bidirectional(each) in {"R", "AL", "AN"} for each in text)

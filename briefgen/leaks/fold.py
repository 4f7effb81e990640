"""One form for a text however it is set: letters and digits alone, without case.

Spaces, hyphens (soft, hard, at the end of a line), quotation marks, ligatures, vowel signs and
forms of presentation do not count, so that what was laid out anew is found all the same. NUL stays:
it divides what does not belong together.
"""

from __future__ import annotations

import re
import unicodedata

BREAK = "\0"

_SIGNS = bytes(code for code in range(1, 128) if not chr(code).isalnum())
_OTHER_SIGNS = re.compile(r"[^\x00-\x7f\w]+")


def fold(text: str) -> bytes:
    """The folded text, in UTF-8."""
    if not text.isascii():
        text = _OTHER_SIGNS.sub("", unicodedata.normalize("NFKC", text))
    return text.casefold().encode("utf-8", "ignore").translate(None, _SIGNS)

"""Words that are written in two parts with a joiner between them that nobody sees, as in Persian.

Hands and programs write such a word with the joiner, with a space, or in one piece. How a text
writes it is seen where it has the joiner; then all three are taken for the same word, as one piece.
"""

from __future__ import annotations

import re

from briefgen.quotation.fold import fold

JOINERS = "\u200c\u200d"
_JOINED = re.compile(rf"\w+(?:[{JOINERS}]\w+)+")
_JOINER = re.compile(f"[{JOINERS}]")


class Joints:
    """The words that a text writes with a joiner, by their form with spaces."""

    def __init__(self, text: str) -> None:
        words = sorted(set(_JOINED.findall(text)), key=len, reverse=True)
        spaced = "|".join(_JOINER.sub(" ", word) for word in words)
        self._spaced = re.compile(rf"(?<!\w)(?:{spaced})(?!\w)") if words else None

    def close(self, text: str) -> str:
        """A text with these words in one piece where it has them in two."""
        if self._spaced is None:
            return text
        return self._spaced.sub(lambda found: found[0].replace(" ", ""), text)


def opened(quote: str, text: str) -> str:
    """A quotation with a space in the place of each joiner where the text has one."""
    if quote.isascii():
        return quote
    for word in set(_JOINED.findall(quote)):
        apart = _JOINER.sub(" ", word)
        if fold(apart) in text and fold(word) not in text:
            quote = quote.replace(word, apart)
    return quote

"""Whether a text is English, by its small words."""

from __future__ import annotations

import re

_SMALL = frozenset(
    re.findall(
        r"\w+",
        """
    the of and to in a that is was for it with as his on be at by he had not are from this
    have they which said were been has will would their its who but
    """,
    )
)
# English prose has about four in ten, its nearest relatives fewer than one.
_SHARE = 0.2
# The beginning of a long text tells.
_SAMPLE = 20_000
_FEWEST = 8
_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Whether `text` reads as English; too few words say nothing."""
    words = [word.casefold() for word in _WORD.findall(text[:_SAMPLE])]
    return len(words) >= _FEWEST and sum(word in _SMALL for word in words) >= _SHARE * len(words)

"""Text on one line."""

from __future__ import annotations

import re

# Not the spaces that do not break: they are part of what stands there.
_SPACE = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")


def on_one_line(text: str) -> str:
    """With a single space wherever a line or a word may end."""
    # Of all spaces only the plain one is printable: mostly there is nothing to be done.
    if text.isprintable() and "  " not in text:
        return text
    return _SPACE.sub(" ", text)

"""Finds words again in a text where signs may stand between them."""

from __future__ import annotations

from collections.abc import Sequence

# Signs and spaces between two words: the marks of YAML and Markdown, an indentation, an address.
_BETWEEN = 200
# Places of the first word that are tried.
_MOST = 200


def find_words(text: str, words: Sequence[str], start: int = 0) -> tuple[int, int] | None:
    """Where the words stand one after the other, from `start` on."""
    if not words:
        return None
    at = text.find(words[0], start)
    for _ in range(_MOST):
        if at < 0:
            return None
        end = at + len(words[0])
        for word in words[1:]:
            following = text.find(word, end, end + len(word) + _BETWEEN)
            if following < 0 or any(map(str.isalpha, text[end:following].partition("](")[0])):
                break
            end = following + len(word)
        else:
            return at, end
        at = text.find(words[0], at + 1)
    return None

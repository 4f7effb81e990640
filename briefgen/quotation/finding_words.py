"""Finds words again in a text where signs may stand between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.model.marks import WHOLE_FILE, Mark
from briefgen.quotation.measure import words_of

# Signs and spaces between two words: the marks of YAML and Markdown, an indentation, an address.
_BETWEEN = 200
# Places of the first word that are tried.
_MOST = 200
# With the first a word begins, the last are in none.
_FIRST, _LAST = re.compile("[a-zA-Z0-9]+"), ".,;:!?"


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


def find_span(text: str, span: str, start: int = 0) -> tuple[int, int] | None:
    """Where the words of a span stand one after the other, from `start` on."""
    # Mostly they stand there sign for sign, which is seen in a tenth of the time: from the first
    # place where the first of them does, for that is where they would be found one by one.
    first = _FIRST.match(span)
    same = span.rstrip(_LAST)
    if first is not None and same[-1].isalnum():
        at = text.find(first[0], start)
        if at >= 0 and text.startswith(same, at):
            return at, at + len(same)
    return find_words(text, words_of(span), start)


# So many words of a run tell where it begins.
_GLIMPSE = 6


def mark_of_words(text: str, words: str) -> Mark:
    """Where a run of folded words begins in a file, to the end of the line at most."""
    wanted = words_of(words)
    found = find_words(text, wanted[:_GLIMPSE])
    if found is None:
        return WHOLE_FILE
    begin = found[0]
    whole = find_words(text, wanted, begin)
    line_end = text.find("\n", begin)
    last = len(text) if line_end < 0 else line_end
    if whole is not None and whole[0] == begin:
        last = min(last, whole[1])
    start = text.rfind("\n", 0, begin) + 1
    return Mark(line=text.count("\n", 0, begin) + 1, column=begin - start + 1, length=last - begin)

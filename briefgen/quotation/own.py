"""The quoted spans of a text that a curator writes."""

from __future__ import annotations

import re

from briefgen.quotation.find import find_spans

# Single marks that are no apostrophes: the first opens before a word, the last closes after one.
_SINGLE = re.compile(r"(?<!\w)‘[^‘’]+(?:’(?=\w)[^‘’]*)*’(?!\w)")
MARKS = '“”„«»‹›「」『』"＂‘'
_MARKS = re.compile(f"[{MARKS}]")
_STRAIGHT = re.compile(r"(?<!\w)'(?=\w)")


def own_spans(text: str) -> tuple[str, ...]:
    """The quoted spans of one paragraph, without their marks; in single marks only where there are
    no double ones.
    """
    spans = find_spans(text)
    if spans:
        return tuple(each.text for each in spans)
    return tuple(found[0][1:-1] for found in _SINGLE.finditer(text))


def may_quote(text: str) -> bool:
    """Whether there is any mark that may open a quotation."""
    if '"' in text or ("'" in text and _STRAIGHT.search(text)):
        return True
    return not text.isascii() and _MARKS.search(text) is not None

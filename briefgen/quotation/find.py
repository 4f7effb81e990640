"""Finds what is quoted in a paragraph.

Single marks are left alone: one cannot tell them from apostrophes, and inside a quotation they
stand for a quotation in it. A quotation that its attribution interrupts is two spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.quotation.span import Span, verbatim

# Each mark that opens, with those that close it.
_PAIRS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "‹": "›",
    "「": "」",
    "『": "』",
}
# Marks that open where a word begins: straight ones, and those that some languages turn round.
_EITHER = {'"': '"', "”": "”", "»": "«»", "›": "‹›", "＂": "＂"}
_MARK = re.compile('[“”„«»‹›「」『』"＂]')
# In Hebrew a mark inside a word is part of an abbreviation.
_ABBREVIATED = re.compile("[א-ת]")

Marks = list[tuple[int, str]]


def find_spans(text: str) -> tuple[Span, ...]:
    """The quoted spans of a paragraph, in order. What stands inside another is part of it."""
    spans: list[Span] = []
    marks = marks_of(text)
    if not marks:
        return ()
    for start, end, closed in find_ranges(text, marks, len(text)):
        quoted = verbatim(text[start + 1 : end])
        if quoted[:1].isalnum() or any(map(str.isalnum, quoted)):
            spans.append(
                Span(start=start, end=end + 1 if closed else end, text=quoted, closed=closed)
            )
    return tuple(spans)


def marks_of(text: str) -> Marks:
    """The places of all marks: only these are looked at, for most of a text is none."""
    return [(found.start(), found[0]) for found in _MARK.finditer(text)]


def find_ranges(text: str, marks: Marks, end: int) -> Iterator[tuple[int, int, bool]]:
    """Where quotations open and close in a paragraph that has these marks and ends at `end`, and
    whether a mark closes them.
    """
    if len(marks) == 2 and _is_pair(text, *marks):  # noqa: PLR2004  as most paragraphs have
        yield marks[0][0], marks[1][0], True
        return
    # Looked at once for the whole paragraph, or a hostile one would take for ever.
    nested = (
        frozenset(mark for mark in _PAIRS if _balanced(marks, mark))
        if len(marks) > 2  # noqa: PLR2004  a pair
        else frozenset[str]()
    )
    number = 0
    while number < len(marks):
        at = marks[number][0]
        closers = _closers(text, at)
        if not closers:
            number += 1
            continue
        last, closed = _close(text, marks, number, closers, nested)
        yield at, marks[last][0] if last < len(marks) else end, closed
        number = last + 1 if closed else max(last, number + 1)


def _is_pair(text: str, one: tuple[int, str], other: tuple[int, str]) -> bool:
    """Whether two marks can only be the ends of one quotation."""
    closers = _PAIRS.get(one[1], "")
    return other[1] in closers and not text[other[0] + 1 : other[0] + 2].isalpha()


def _closers(text: str, at: int) -> str:
    mark = text[at]
    if mark in _PAIRS:
        return _PAIRS[mark]
    if mark not in _EITHER:
        return ""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    begins = not before or before.isspace() or before in "([{—–-/‘':,;"
    return _EITHER[mark] if begins and after and not after.isspace() else ""


def _close(
    text: str, marks: Marks, start: int, closers: str, nested: frozenset[str]
) -> tuple[int, bool]:
    """The number of the mark at which the quotation ends that begins at mark `start`, and whether
    it closes it. The same mark again before that is either a quotation inside it, or the sign of a
    mark that was forgotten: the former, if there are marks enough to close both.
    """
    opener = marks[start][1]
    depth = 1
    paired = opener not in closers and opener in _PAIRS
    for number in range(start + 1, len(marks)):
        at, mark = marks[number]
        if mark in closers:
            if _inside_word(text, at):
                continue
            depth -= 1
            if not depth:
                return number, True
        elif mark == opener and paired:
            if opener not in nested:
                return number, False
            depth += 1
    return len(marks), False


def _inside_word(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not after.isalpha():
        return False
    return bool(_ABBREVIATED.match(before) and _ABBREVIATED.match(after))


def _balanced(marks: Marks, opener: str) -> bool:
    opened = sum(mark == opener for _, mark in marks)
    return 1 < opened <= sum(mark in _PAIRS[opener] for _, mark in marks)

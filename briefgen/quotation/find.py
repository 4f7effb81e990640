"""Finds what is quoted in a paragraph.

Single marks are left alone: one cannot tell them from apostrophes, and inside a quotation they
stand for a quotation in it. A quotation that its attribution interrupts is two spans.
"""

from __future__ import annotations

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


def find_spans(text: str) -> tuple[Span, ...]:
    """The quoted spans of a paragraph, in order. What stands inside another is part of it."""
    spans: list[Span] = []
    # Looked at once for the whole paragraph, or a hostile one would take for ever.
    nested = frozenset(mark for mark in _PAIRS if _balanced(text, mark))
    at = 0
    while at < len(text):
        closers = _closers(text, at)
        if not closers:
            at += 1
            continue
        end, closed = _close(text, at, closers, nested)
        quoted = verbatim(text[at + 1 : end])
        if any(map(str.isalnum, quoted)):
            after = end + 1 if closed else end
            spans.append(Span(start=at, end=after, text=quoted, closed=closed))
        at = end + 1 if closed else max(end, at + 1)
    return tuple(spans)


def _closers(text: str, at: int) -> str:
    mark = text[at]
    if mark in _PAIRS:
        return _PAIRS[mark]
    if mark not in _EITHER:
        return ""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    begins = not before or before.isspace() or before in "([{—–-/‘':,;"
    return _EITHER[mark] if begins and after and not after.isspace() else ""


def _close(text: str, start: int, closers: str, nested: frozenset[str]) -> tuple[int, bool]:
    """Where the quotation that begins at `start` ends, and whether a mark closes it. The same
    mark again before that is either a quotation inside it, or the sign of a mark that was
    forgotten: the former, if there are marks enough to close both.
    """
    opener = text[start]
    depth = 1
    paired = opener not in closers and opener in _PAIRS
    for at in range(start + 1, len(text)):
        character = text[at]
        if character in closers:
            depth -= 1
            if not depth:
                return at, True
        elif character == opener and paired:
            if opener not in nested:
                return at, False
            depth += 1
    return len(text), False


def _balanced(text: str, opener: str) -> bool:
    opened = text.count(opener)
    return 1 < opened <= sum(text.count(closer) for closer in _PAIRS[opener])

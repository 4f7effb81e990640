"""Lines that seem to belong to the page and not to the text, or were damaged on the way."""

from __future__ import annotations

import re
from collections import Counter

from briefgen.capture.furniture import patterns
from briefgen.model.base import Record
from briefgen.quotation.paragraphs import Line, lines_of

# Furniture is short; a long line that speaks of cookies is about cookies.
_LONGEST = 240
# A headline or a label may go without a full stop; a line of more words hardly does.
_SENTENCE_WORDS = 8
_REPEATED = 3
_END = re.compile(r"[.!?…:;,][”\"’'»)\]]*$|[”\"»)\]’]$")
# Nothing ends on these that was not cut.
_UNENDING = frozenset(
    re.findall(
        r"\w+",
        """
    a an the of to in on at by for with from during and or but as that which who into over
    under between against about after before than is are was were his her their its
    """,
    )
)
_ALONE = frozenset("aiyoàéуияовск")
_WORD = re.compile(r"[^\W_]+")
_LOST = "\ufffd"
_HIDDEN = re.compile("[\u200b\u202a-\u202e\u2060-\u2069\ufeff]")


class Suspicion(Record):
    """A line of the snapshot that the curator should look at, and why."""

    line: int
    text: str
    reason: str


def suspicious_lines(text: str) -> tuple[Suspicion, ...]:
    """The suspicious lines of a text, in order; one reason each, the likeliest first."""
    lines = [line for line in lines_of(text) if line.text.strip()]
    alone = _alone(text)
    counts = Counter(_bare(line.text) for line in lines)
    found: list[Suspicion] = []
    for at, line in enumerate(lines):
        bare = _bare(line.text)
        reason = _furniture(bare) or _damaged(line.text)
        if not reason and counts[bare] >= _REPEATED:
            reason = "the same line again and again"
        if not reason and at and line.number in alone:
            reason = _cut(bare)
        if reason:
            found.append(Suspicion(line=line.number, text=bare, reason=reason))
    return tuple(found)


def _alone(text: str) -> frozenset[int]:
    """The lines with no other directly below: where a line was broken by hand, it goes on there."""
    lines = lines_of(text)
    last = len(lines) - 1
    return frozenset(
        line.number
        for at, line in enumerate(lines)
        if at == last or _ends_block(line, lines[at + 1])
    )


def _ends_block(line: Line, below: Line) -> bool:
    return not below.text.strip() or len(line.text) > _LONGEST / 2


def _bare(text: str) -> str:
    return " ".join(text.split())


def _furniture(bare: str) -> str:
    if len(bare) > _LONGEST:
        return ""
    return next((reason for reason, pattern in patterns().items() if pattern.search(bare)), "")


def _damaged(text: str) -> str:
    if _LOST in text:
        return "characters were lost"
    # A mark of the encoding at the very beginning of a text is no secret.
    return "hidden characters" if _HIDDEN.search(text.removeprefix("\ufeff")) else ""


def _cut(bare: str) -> str:
    words = _WORD.findall(bare)
    if _END.search(bare) or len(words) < _SENTENCE_WORDS / 2:
        return ""
    last = words[-1].casefold()
    if last in _UNENDING or (len(last) == 1 and last.isalpha() and last not in _ALONE):
        return "cut short"
    if len(words) >= _SENTENCE_WORDS:
        return "no full stop at its end: a caption, a heading, or cut short"
    return ""

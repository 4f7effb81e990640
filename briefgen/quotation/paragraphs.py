"""The paragraphs of a text, each with its line."""

from __future__ import annotations

import bisect
import re

from briefgen.model.base import Record

# A line this long was not broken by hand: it is a paragraph by itself.
_WHOLE = 120
_SENTENCE_END = re.compile(r"[.!?…][”\"’'»)\]]*\s*$")
# In a text without any blank line, so many of its lines end sentences if each is a paragraph.
_SHARE = 0.6
_ENDS = re.compile(r"\r\n|\r|\n")


class Paragraph(Record):
    """Text without line ends: where lines were broken stands a space for each character of the
    break, so that an offset here is one there. `line` is the number of its first line, from 1, and
    `breaks` are the offsets at which further lines begin.
    """

    text: str
    line: int
    breaks: tuple[int, ...] = ()

    def line_at(self, offset: int) -> int:
        """The number of the line on which a character stands."""
        return self.line + bisect.bisect_right(self.breaks, offset)


class Line(Record):
    """A line of the text, and the break that follows it."""

    text: str
    end: str
    number: int


def lines_of(text: str) -> list[Line]:
    """The lines of a text as editors count them."""
    lines: list[Line] = []
    at = 0
    for number, found in enumerate(_ENDS.finditer(text), 1):
        lines.append(Line(text=text[at : found.start()], end=found[0], number=number))
        at = found.end()
    if at < len(text):
        lines.append(Line(text=text[at:], end="", number=len(lines) + 1))
    return lines


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text: blocks between blank lines, or single lines where the text is
    written so.
    """
    lines = lines_of(text)
    blocks: list[list[Line]] = []
    fresh = True
    for line in lines:
        if not line.text.strip():
            fresh = True
            continue
        if fresh:
            blocks.append([])
        blocks[-1].append(line)
        fresh = False
    singly = len(blocks) == 1 and _a_paragraph_each(blocks[0])
    made: list[Paragraph] = []
    for block in blocks:
        if singly or any(len(line.text) > _WHOLE for line in block):
            made.extend(_paragraph([line]) for line in block)
        else:
            made.append(_paragraph(block))
    return tuple(made)


def _a_paragraph_each(lines: list[Line]) -> bool:
    ending = sum(bool(_SENTENCE_END.search(line.text)) for line in lines)
    return ending >= _SHARE * len(lines)


def _paragraph(lines: list[Line]) -> Paragraph:
    parts: list[str] = []
    breaks: list[int] = []
    length = 0
    for line in lines:
        if parts:
            breaks.append(length)
        part = line.text + " " * len(line.end)
        parts.append(part)
        length += len(part)
    return Paragraph(text="".join(parts), line=lines[0].number, breaks=tuple(breaks))

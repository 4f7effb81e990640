"""The prose of an item by passages, and where in the author's file a word of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.check.item_rule import ItemSubject
from briefgen.model.article import ArticleBody, ArticleFace
from briefgen.model.base import Record
from briefgen.model.marks import Mark, find_mark
from briefgen.model.packet import PacketFace


class Passage(Record):
    """A value of the front matter, or the Markdown below it, which has no field."""

    text: str
    field: str = ""


def told(subject: ItemSubject) -> Iterable[Passage]:
    """What the item says of events: summary, key points and text of an article; bottom line,
    judgments and text of a packet.
    """
    keys, rest = subject.face.keys, subject.body.keys
    if isinstance(keys, ArticleFace) and isinstance(rest, ArticleBody):
        yield Passage(text=keys.summary, field="summary")
        for number, point in enumerate(rest.key_points):
            yield Passage(text=point, field=f"key_points.{number}")
    yield from judged(subject, assessment=False)
    if not subject.is_page:
        yield Passage(text=subject.markdown)


def judged(subject: ItemSubject, *, assessment: bool = True) -> Iterable[Passage]:
    """The curator's own view: a packet's bottom line and judgments, an article's assessment."""
    keys, rest = subject.face.keys, subject.body.keys
    if isinstance(keys, PacketFace):
        yield Passage(text=keys.bluf, field="bluf")
        for number, judgment in enumerate(keys.key_judgments):
            yield Passage(text=judgment.text, field=f"key_judgments.{number}.text")
    elif assessment and isinstance(rest, ArticleBody):
        yield Passage(text=rest.assessment, field="assessment")


def mark_of(subject: ItemSubject, passage: Passage, start: int, end: int) -> Mark:
    """The place in the file of the characters from `start` to `end` of a passage."""
    text = subject.text
    below = len(text) - len(subject.markdown)
    if not passage.field:
        return _mark(text, below + start, below + end)
    field = find_mark(subject.body.marks, passage.field)
    if field.line == 0:
        return field
    # A value in several lines has lost its indentation, and one in quotation marks its escapes; so
    # the words are looked for, and counted, because they may stand there more than once.
    words = passage.text[start:end].split()
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
    earlier = len(pattern.findall(passage.text[:start]))
    first = _line_start(text, field.line) + field.column - 1
    for number, found in enumerate(pattern.finditer(text, first, below)):
        if number == earlier:
            return _mark(text, found.start(), found.end())
    return field


def _mark(text: str, start: int, end: int) -> Mark:
    """A mark reaches to the end of its first line at most."""
    line_end = text.find("\n", start)
    until = end if line_end < 0 else min(end, line_end)
    return Mark(
        line=text.count("\n", 0, start) + 1,
        column=start - text.rfind("\n", 0, start),
        length=max(until - start, 1),
    )


def _line_start(text: str, line: int) -> int:
    """Where a line begins, counted from 1; the end of the text where it has fewer lines."""
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
        if not at:
            return len(text)
    return at

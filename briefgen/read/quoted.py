"""What the front matter of an article or a packet quotes, each span with its place in the file."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from briefgen.model.article import ArticleBody, ArticleFace
from briefgen.model.marks import Mark, Marks, find_mark
from briefgen.model.packet import PacketFace
from briefgen.model.quoted import Quoted
from briefgen.quotation.finding_words import find_words
from briefgen.quotation.measure import words_of
from briefgen.quotation.own import may_quote, own_spans
from briefgen.quotation.turning import denies

FIRST = 2  # the line of the file in which the keys begin
_OPEN, _CLOSE = "“„«‹「『\"'‘", "”“»›」』\"'’"
# So much of a value is looked for: enough to tell it from its neighbours.
_GLIMPSE, _FIRST_WORDS = 80, 4


def quoted_fields(
    face: ArticleFace, body: ArticleBody, keys: str, marks: Marks
) -> Iterable[Quoted]:
    """The statements, and the quoted spans of the fields that tell of the source. `keys` is the
    text of the front matter.
    """
    place = _Places(keys)
    for number, statement in enumerate(face.statements):
        field = f"statements.{number}.quote"
        yield Quoted(field=field, mark=place.of(statement.quote, find_mark(marks, field)))
    for field, text in _fields(face, body):
        if may_quote(text):
            yield from _spans(field, text, find_mark(marks, field), place)


def _fields(face: ArticleFace, body: ArticleBody) -> Iterator[tuple[str, str]]:
    yield "title", face.title
    yield "summary", face.summary
    for number, point in enumerate(body.key_points):
        yield f"key_points.{number}", point
    yield "relevance", body.relevance
    yield "assessment", body.assessment


def quoted_in_packet(face: PacketFace, keys: str, marks: Marks) -> Iterable[Quoted]:
    """The quoted spans of what a packet says of the articles that it carries."""
    place = _Places(keys)
    for field, text in _packet_fields(face):
        if may_quote(text):
            yield from _spans(field, text, find_mark(marks, field), place)


def _packet_fields(face: PacketFace) -> Iterator[tuple[str, str]]:
    yield "bluf", face.bluf
    for number, judgment in enumerate(face.key_judgments):
        yield f"key_judgments.{number}.text", judgment.text
        yield f"key_judgments.{number}.dissent", judgment.dissent
    for number, entry in enumerate(face.articles):
        yield f"articles.{number}.note", entry.note
    for number, section in enumerate(face.sections):
        yield f"sections.{number}.note", section.note
        for place, entry in enumerate(section.articles):
            yield f"sections.{number}.articles.{place}.note", entry.note


def _spans(field: str, text: str, mark: Mark, places: _Places) -> Iterator[Quoted]:
    before = mark
    for paragraph in text.split("\n"):
        at = 0
        for span in own_spans(paragraph):
            before = places.of(span, before)
            start, at = at, max(paragraph.find(span, at), at)
            negated = denies(paragraph[start:at])
            yield Quoted(text=span, field=field, mark=before, negated=negated)


class _Places:
    """Finds values again in the text of the front matter."""

    def __init__(self, keys: str) -> None:
        self._keys = keys
        # How many characters stand in the lines before each, without their ends.
        self._before = list(itertools.accumulate(map(len, keys.split("\n")), initial=0))

    def _start(self, line: int) -> int:
        return self._before[line] + line

    def of(self, value: str, field: Mark) -> Mark:
        """Where `value` begins, from the mark of its field on; to the end of its first line. In
        several lines it has lost its indentation, so its first words are looked for.
        """
        keys, line = self._keys, field.line - FIRST
        if not 0 <= line < len(self._before):
            return field
        start = self._start(line) + field.column - 1
        if keys.startswith(value, start):
            return Mark(line=field.line, column=field.column, length=max(len(value), 1))
        found = find_words(keys, words_of(value[:_GLIMPSE])[:_FIRST_WORDS], start)
        if found is None:
            return field
        begin = found[0]
        while begin > start and keys[begin - 1] in _OPEN:
            begin -= 1
        first = line + keys.count("\n", start, begin)
        line_end = self._start(first + 1) - 1
        end = line_end
        if keys.startswith(value, found[0]):
            end = found[0] + len(value)
            end += keys[end : end + 1] in _CLOSE and end < line_end
        return Mark(
            line=first + FIRST,
            column=begin - self._start(first) + 1,
            length=max(min(end, line_end) - begin, 1),
        )

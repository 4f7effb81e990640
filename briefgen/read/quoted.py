"""What the front matter of an article quotes, each span with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.model.article import ArticleBody, ArticleFace
from briefgen.model.marks import Mark, Marks, find_mark
from briefgen.model.quoted import Quoted
from briefgen.quotation.finding_words import find_words
from briefgen.quotation.measure import words_of
from briefgen.quotation.own import may_quote, own_spans

FIRST = 2  # the line of the file in which the keys begin
_STRAIGHT = "'"


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
        if may_quote(text) or _STRAIGHT in text:
            yield from _spans(field, text, find_mark(marks, field), place)


def _fields(face: ArticleFace, body: ArticleBody) -> Iterator[tuple[str, str]]:
    yield "summary", face.summary
    for number, point in enumerate(body.key_points):
        yield f"key_points.{number}", point
    yield "relevance", body.relevance
    yield "assessment", body.assessment


def _spans(field: str, text: str, mark: Mark, places: _Places) -> Iterator[Quoted]:
    before = mark
    for paragraph in text.split("\n"):
        for span in own_spans(paragraph):
            before = places.of(span, before)
            yield Quoted(text=span, field=field, mark=before)


class _Places:
    """Finds values again in the text of the front matter."""

    def __init__(self, keys: str) -> None:
        self._keys = keys
        self._starts = [0]
        at = keys.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = keys.find("\n", at + 1)

    def of(self, value: str, field: Mark) -> Mark:
        """Where the words of `value` stand, from the mark of its field on; on their first line."""
        line = field.line - FIRST
        if not 0 <= line < len(self._starts):
            return field
        start = self._starts[line] + field.column - 1
        found = find_words(self._keys, words_of(value), start)
        if found is None:
            return field
        begin, end = found
        while begin > start and self._keys[begin - 1] in "“„«‹「『\"'‘":
            begin -= 1
        first = self._keys.count("\n", start, begin) + line
        line_end = self._keys.find("\n", begin)
        last = end if line_end < 0 else min(end, line_end)
        return Mark(
            line=first + FIRST,
            column=begin - self._starts[first] + 1,
            length=max(last - begin, 1),
        )

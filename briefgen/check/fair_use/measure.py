"""Measures what one article takes: a pure function of the article and the snapshot's text. The
limits come later, so that a change of them measures nothing anew.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from briefgen.check.quotations.given import Given
from briefgen.model.article import Source as Told
from briefgen.model.borrowed import Borrowed, Run
from briefgen.model.quoted import Quoted
from briefgen.model.text import SLOT_CHARACTERS
from briefgen.quotation.borrowing import SharedRuns, is_named, lede_likeness, own_voice
from briefgen.quotation.measure import word_count
from briefgen.quotation.source import Source

# So much of a snapshot holds its first sentences, in characters.
_BEGINNING = 1_500
_MOST_RUNS = 20
_EDGE = " ,.;:…"
_CAPITAL_NOUNS = frozenset({"de", "lb"})
_BLOCK = re.compile(r"</(?:p|li|h\d|td|th|dd|dt|pre)>|<br>")
_QUOTATION = re.compile(r"<(blockquote|pre|q)[ >].*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SLOT = re.compile(f"[{SLOT_CHARACTERS}](?:\\d+(?=[{SLOT_CHARACTERS}]))?")


def measure_article(given: Given, source: Source) -> Borrowed:
    """Count what is quoted, and look for what is copied without quotation marks."""
    face, body = given.face, given.body
    statements = [each.quote for each in face.statements]
    spans = [each.text for each in body.quoted if _counts(each)]
    quoted = sum(map(word_count, (*statements, *spans)))
    own = (face.summary, *body.keys.key_points)
    return Borrowed(
        quoted=quoted,
        taken=quoted - sum(map(word_count, _again(statements, spans))),
        article=sum(map(word_count, (*statements, *own))) + body.text.words,
        source=source.words,
        runs=_runs(given, source),
        lede=lede_likeness(face.summary, source, source.beginning(_BEGINNING)),
    )


def _counts(quoted: Quoted) -> bool:
    """Whether a span is part of the article as it is counted, which its title is not."""
    return not quoted.internal and quoted.field != "title"


def _again(statements: list[str], spans: list[str]) -> Iterator[str]:
    """The spans that only repeat what a statement, or a span before them, has quoted."""
    before = list(statements)
    for span in spans:
        # A comma before the closing mark is the curator's.
        if any(span.strip(_EDGE) in each for each in before):
            yield span
        else:
            before.append(span)


def _runs(given: Given, source: Source) -> tuple[Run, ...]:
    told = given.face.source or Told()
    shared = SharedRuns(source)
    # One look at the whole, without what it quotes, is enough for most articles.
    body = html.unescape(_TAG.sub("", given.body.text.html))
    keys = given.body.keys
    whole = "\n".join((given.face.summary, *keys.key_points, keys.relevance, keys.assessment, body))
    for each in given.body.quoted:
        if each.text:
            whole = whole.replace(each.text, "")
    if not shared.may_share(whole):
        return ()
    # Where every noun has a capital, names are not told by theirs.
    capitals = told.language.partition("-")[0] in _CAPITAL_NOUNS
    runs = [
        Run(words=words, text=text, field=field)
        for field, paragraph in _texts(given)
        if shared.may_share(paragraph)
        for words, text in shared.find(own_voice(paragraph, told.title))
        if capitals or not is_named(text)
    ]
    runs.sort(key=lambda run: (-run.words, run.field, run.text))
    return tuple(runs[:_MOST_RUNS])


def _texts(given: Given) -> Iterator[tuple[str, str]]:
    """The curator's own text by paragraphs, each with its field."""
    yield "summary", given.face.summary
    for number, point in enumerate(given.body.keys.key_points):
        yield f"key_points.{number}", point
    yield "relevance", given.body.keys.relevance
    yield "assessment", given.body.keys.assessment
    body = _QUOTATION.sub("", given.body.text.html)
    for block in _BLOCK.split(body):
        plain = html.unescape(_TAG.sub("", _SLOT.sub("", block)))
        if plain.strip():
            yield "", " ".join(plain.split())

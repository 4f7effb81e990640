"""Measures what one article takes: a pure function of the article and the snapshot's text. The
limits come later, so that a change of them measures nothing anew.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from briefgen.check.quotations.given import Given
from briefgen.model.borrowed import Borrowed, Run
from briefgen.model.quoted import Quoted
from briefgen.model.text import SLOT_CHARACTERS
from briefgen.quotation.borrowing import SharedRuns, lede_likeness, own_voice
from briefgen.quotation.measure import word_count
from briefgen.quotation.source import Source

# So much of a snapshot holds its first sentences, in characters.
_BEGINNING = 1_500
_MOST_RUNS = 20
_BLOCK = re.compile(r"</(?:p|li|h\d|td|th|dd|dt|pre)>|<br>")
_QUOTATION = re.compile(r"<(blockquote|pre|q)[ >].*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SLOT = re.compile(f"[{SLOT_CHARACTERS}](?:\\d+(?=[{SLOT_CHARACTERS}]))?")


def measure_article(given: Given, source: Source) -> Borrowed:
    """Count what is quoted, and look for what is copied without quotation marks."""
    face, body = given.face, given.body
    statements = sum(word_count(each.quote) for each in face.statements)
    quoted = sum(word_count(each.text) for each in body.quoted if _counts(each))
    own = (face.summary, *body.keys.key_points)
    return Borrowed(
        quoted=statements + quoted,
        article=statements + sum(map(word_count, own)) + body.text.words,
        source=source.words,
        runs=_runs(given, source),
        lede=lede_likeness(face.summary, source, source.beginning(_BEGINNING)),
    )


def _counts(quoted: Quoted) -> bool:
    """Whether a span is part of the article as it is counted, which its title is not."""
    return not quoted.internal and quoted.field != "title"


def _runs(given: Given, source: Source) -> tuple[Run, ...]:
    shared = SharedRuns(source)
    # One look at the whole, without what it quotes, is enough for most articles.
    body = html.unescape(_TAG.sub("", given.body.text.html))
    whole = "\n".join((given.face.summary, *given.body.keys.key_points, body))
    for each in given.body.quoted:
        if each.text:
            whole = whole.replace(each.text, "")
    if not shared.may_share(whole):
        return ()
    runs = [
        Run(words=words, text=text, field=field)
        for field, paragraph in _texts(given)
        if shared.may_share(paragraph)
        for words, text in shared.find(own_voice(paragraph))
    ]
    runs.sort(key=lambda run: (-run.words, run.field, run.text))
    return tuple(runs[:_MOST_RUNS])


def _texts(given: Given) -> Iterator[tuple[str, str]]:
    """The curator's own text by paragraphs, each with its field."""
    yield "summary", given.face.summary
    for number, point in enumerate(given.body.keys.key_points):
        yield f"key_points.{number}", point
    body = _QUOTATION.sub("", given.body.text.html)
    for block in _BLOCK.split(body):
        plain = html.unescape(_TAG.sub("", _SLOT.sub("", block)))
        if plain.strip():
            yield "", " ".join(plain.split())

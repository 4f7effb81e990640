"""Measures what one article takes: a pure function of the article and the snapshot's text. The
limits come later, so that a change of them measures nothing anew.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from briefgen.check.quotations.given import Given
from briefgen.model.borrowed import Borrowed, Run
from briefgen.model.text import SLOT_CHARACTERS
from briefgen.quotation.borrowing import lede_likeness, own_voice, shared_with
from briefgen.quotation.measure import word_count
from briefgen.quotation.source import Source

# So much of a snapshot holds its first sentences, in characters.
_BEGINNING = 1_500
_MOST_RUNS = 20
_BLOCK = re.compile(r"</(?:p|li|h\d|td|th|dd|dt|pre)>|<br>")
_QUOTATION = re.compile(r"<blockquote.*?</blockquote>|<pre.*?</pre>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SLOT = re.compile(f"[{SLOT_CHARACTERS}](?:\\d+(?=[{SLOT_CHARACTERS}]))?")


def measure_article(given: Given, source: Source) -> Borrowed:
    """Count what is quoted, and look for what is copied without quotation marks."""
    texts = list(_texts(given))
    statements = sum(word_count(each.quote) for each in given.face.statements)
    quoted = statements + sum(
        word_count(each.text) for each in given.body.quoted if not each.internal
    )
    shared = shared_with(source)
    runs = [
        Run(words=words, text=text, field=field)
        for field, paragraph in texts
        for words, text in shared.find(own_voice(paragraph))
    ]
    runs.sort(key=lambda run: (-run.words, run.field, run.text))
    return Borrowed(
        quoted=quoted,
        article=statements + sum(word_count(text) for _, text in texts),
        source=source.words,
        runs=tuple(runs[:_MOST_RUNS]),
        lede=lede_likeness(given.face.summary, source, source.beginning(_BEGINNING)),
    )


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

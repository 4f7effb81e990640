"""Text of a draft that was to be replaced, in an item that is to be read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.check.item_rule import ItemRule, ItemSubject
from briefgen.check.own_words import own_words
from briefgen.check.passages import Passage, mark_of
from briefgen.model.article import ArticleBody, ArticleFace
from briefgen.model.finding import Finding
from briefgen.model.packet import PacketBody, PacketFace
from briefgen.model.page import PageFace
from briefgen.scaffold.drafts import PLACEHOLDER

CODE = "placeholder"

# Capitals are meant: todo is a word of Spanish. TK and XXX are names as well (TK Maxx, XXX Corps,
# Super Bowl XXX): TK counts in brackets or alone, XXX where no word with a capital is beside it.
SIGNS = re.compile(
    r"""(?<![\w.\-/])(?:
      [A-Z]\w*\s+XXX
    | (?P<sign>
        TODO | FIXME | TKTK\w* | \[TK\] | \(TK\) | ^TK\.?$
      | XXX+(?!\s+[A-Z])
      | (?i:lorem\s+ipsum)
      )
    )(?![\w\-/])""",
    re.VERBOSE | re.MULTILINE,
)
# Most texts have none of them: these are looked for first, which costs less than the pattern.
_HINTS = ("TODO", "FIXME", "TK", "XXX", "orem")
# In a whole value, or a whole line of the text.
_WHOLE = re.compile(rf"^[ \t]*(?:[-*]\s+)?{PLACEHOLDER}[.:]?(?=\s*$|:)", re.MULTILINE)


def _left(subject: ItemSubject) -> Iterable[Finding]:
    if subject.is_draft:
        return
    for passage in _passages(subject):
        for found in _found(passage.text):
            words = found[0].strip()
            start = found.start() + found[0].index(words)
            yield Finding(
                code=CODE,
                message=f"“{words}” stands here in place of a text.",
                item=subject.face.id,
                path=subject.face.path,
                mark=mark_of(subject, passage, start, start + len(words)),
                hint="Write the text, or leave the item a draft: `status: draft`.",
            )


def _found(text: str) -> Iterable[re.Match[str]]:
    if PLACEHOLDER in text:
        yield from _WHOLE.finditer(text)
    if any(hint in text for hint in _HINTS):
        yield from (each for each in SIGNS.finditer(own_words(text)) if each["sign"])


def _passages(subject: ItemSubject) -> Iterable[Passage]:
    """All that readers see of the author's prose."""
    keys, rest = subject.face.keys, subject.body.keys
    yield Passage(text=keys.title, field="title")
    if isinstance(keys, ArticleFace | PageFace):
        yield Passage(text=keys.summary, field="summary")
    if isinstance(keys, ArticleFace) and keys.source is not None:
        yield Passage(text=keys.source.title, field="source.title")
    if isinstance(rest, ArticleBody):
        yield from _each("key_points", rest.key_points)
        yield Passage(text=rest.relevance, field="relevance")
        yield Passage(text=rest.assessment, field="assessment")
    if isinstance(keys, PacketFace):
        yield Passage(text=keys.bluf, field="bluf")
        for number, judgment in enumerate(keys.key_judgments):
            yield Passage(text=judgment.text, field=f"key_judgments.{number}.text")
        for number, section in enumerate(keys.sections):
            yield Passage(text=section.title, field=f"sections.{number}.title")
            yield Passage(text=section.note, field=f"sections.{number}.note")
    if isinstance(rest, PacketBody):
        yield from _each("gaps", rest.gaps)
        yield from _each("watch", rest.watch)
        yield from _each("recommendations", rest.recommendations)
        yield Passage(text=rest.purpose, field="purpose")
    yield Passage(text=subject.markdown)


def _each(field: str, texts: tuple[str, ...]) -> Iterable[Passage]:
    for number, text in enumerate(texts):
        yield Passage(text=text, field=f"{field}.{number}")


RULE = ItemRule(code=CODE, run=_left)

"""A passage of the source as a reader of a message should see it."""

from __future__ import annotations

import re

from briefgen.quotation.joiners import JOINERS
from briefgen.quotation.measure import words_of
from briefgen.quotation.source import Region, Source

# Around the passage, so that one sees who speaks; in characters.
_AROUND = 50
_LONGEST = 240
_BETWEEN = r"[\W_]{0,8}?"
# Letters that are folded to another, or to none.
_FOLDED = re.compile(f"[ёЁكي\u0640{JOINERS}]")
_FORMS = {"е": "[её]", "Е": "[ЕЁ]", "ک": "[کك]", "ی": "[یي]"}
_UNSEEN = f"[\u0640{JOINERS} ]?"


def shown(source: Source, region: Region) -> str:
    """The passage with what stands around it, with the marks of the source where it can be found
    again as it was written.
    """
    number = source.paragraph_at(region.start)
    if number >= len(source.paragraphs):
        return ""
    text = " ".join(source.paragraphs[number].text.split())
    words = words_of(source.text[region.start : region.end])
    form = _in_any_form if _FOLDED.search(text) else re.escape
    found = re.search(_BETWEEN.join(map(form, words)), text) if words else None
    if found is None:
        place = source.region_of(number)
        begin, end = region.start - place.start, min(region.end, place.end) - place.start
        text = source.text[place.start : place.end]
    else:
        begin, end = found.span()
    if end - begin > _LONGEST:
        return f"{text[begin : begin + _LONGEST].rstrip()}…"
    first, last = _word_start(text, begin - _AROUND), _word_end(text, end + _AROUND)
    cut = text[first:last].strip()
    return f"{'…' if first else ''}{cut}{'…' if last < len(text) else ''}"


def _in_any_form(word: str) -> str:
    """A pattern for a folded word as it may be written."""
    return _UNSEEN.join(_FORMS.get(each) or re.escape(each) for each in word)


def _word_start(text: str, at: int) -> int:
    if at <= 0:
        return 0
    space = text.find(" ", at)
    return at if space < 0 or space > at + _AROUND // 2 else space + 1


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", 0, at)
    return at if space < at - _AROUND // 2 else space

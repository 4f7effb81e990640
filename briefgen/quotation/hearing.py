"""Whether the source gives a quotation to another speaker than the article does.

A quotation that stands beside the name of its speaker, and of no other whom the article names, is
believed at once, in any language. Only for the rest an English source is read as capture reads it.
"""

from __future__ import annotations

import re

from briefgen.quotation.names import Cast, Person
from briefgen.quotation.nearest import named_nearest
from briefgen.quotation.source import Region, Source
from briefgen.quotation.speech.attribute import offer_statements

# Paragraphs that are read before the one with the quotation, for a “he” to be understood.
_BEFORE = 4
_SENTENCE_END = re.compile(r"[.!?](?=\s|$|[^\x00-\u2fff])")
_PRONOUN = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)
_ALIKE = 80  # per cent of the letters of a surname in two transliterations


def other_speaker(
    region: Region, source: Source, speaker: Person, cast: Cast, *, english: bool
) -> str:
    """Who is named next to the quotation at `region`, if it is plainly not the speaker. Empty where
    it is, or where it cannot be told.
    """
    if plainly_said(region, source, cast):
        return ""
    around = _around(region, source)
    if around is None:
        return ""
    before, after = around
    near = f"{_tail(before)}\n{_head(after)}"
    verdict = _named(near, cast) or _named(f"{before}\n{after}", cast)
    if verdict == _OWN:
        return ""
    if english:
        nobody = verdict == _NOBODY and _PRONOUN.search(near) and _turns_to(region, source, cast)
        return "" if nobody else _heard(region, source, speaker)
    # What the speaker is called in this language may not be known.
    if verdict not in (_OTHER, _BOTH) or not cast.speaker.stand_in(source.text):
        return ""
    return named_nearest(before, after, (_tail(before), _head(after)), cast)


def plainly_said(region: Region, source: Source, cast: Cast) -> bool:
    """Whether the paragraph names the speaker and none of the others, around the quotation. A
    speaker whose name is not known can be none of them.
    """
    if not cast.speaker:
        return True
    paragraph = source.region_of(source.paragraph_at(region.start))
    text = (
        f"{source.text[paragraph.start : region.start]}\n{source.text[region.end : paragraph.end]}"
    )
    return cast.speaker.stand_in(text) and not cast.others.stand_in(text)


_OWN, _OTHER, _BOTH, _NOBODY = "own", "other", "both", ""


def _named(text: str, cast: Cast) -> str:
    """Who of the cast is named in a text."""
    own, other = cast.speaker.stand_in(text), cast.others.stand_in(text)
    if own:
        return _BOTH if other else _OWN
    return _OTHER if other else _NOBODY


def _around(region: Region, source: Source) -> tuple[str, str] | None:
    """What the paragraph says before and after the quoted stretch, other quotations left out."""
    paragraph = source.region_of(source.paragraph_at(region.start))
    own = [each for each in source.speech if each.start <= region.start < each.end]
    if not own:
        return None
    spans = [
        each
        for each in source.speech
        if paragraph.start <= each.start and each.end <= paragraph.end
    ]
    before = _without(source.text, paragraph.start, own[0].start, spans)
    after = _without(source.text, own[0].end, paragraph.end, spans)
    return before, after


def _without(text: str, start: int, end: int, spans: list[Region]) -> str:
    """A stretch with a full stop in the place of each quotation that ends a sentence."""
    pieces: list[str] = []
    for span in spans:
        if start <= span.start and span.end <= end:
            pieces += (text[start : span.start], " … ")
            start = span.end
    pieces.append(text[start:end])
    return "".join(pieces)


def _tail(text: str) -> str:
    """The sentence that runs into the quotation."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text.rstrip())]
    return text[ends[-1] :] if ends else text


def _head(text: str) -> str:
    """The sentence that goes on after it."""
    found = _SENTENCE_END.search(text)
    return text[: found.end()] if found else text


def _turns_to(region: Region, source: Source, cast: Cast) -> bool:
    """Whether the last paragraph before that names anybody of the cast names the speaker alone."""
    number = source.paragraph_at(region.start)
    for earlier in range(number - 1, max(number - 1 - _BEFORE, -1), -1):
        place = source.region_of(earlier)
        verdict = _named(source.text[place.start : place.end], cast)
        if verdict != _NOBODY:
            return verdict == _OWN
    return False


def _heard(region: Region, source: Source, speaker: Person) -> str:
    """Whom the English around the quotation names as its speaker."""
    number = source.paragraph_at(region.start)
    first = max(number - _BEFORE, 0)
    offers = offer_statements(source.paragraphs[first : number + 1], english=True)
    place = source.region_of(number)
    spans = [each for each in source.speech if place.start <= each.start and each.end <= place.end]
    at = next((n for n, each in enumerate(spans) if each.start <= region.start < each.end), None)
    own = offers[len(offers) - len(spans) :]
    if at is None or len(own) != len(spans):
        return ""
    heard = own[at].speaker
    if not heard.name or own[at].uncertain or _same(heard.name, heard.role, speaker):
        return ""
    return heard.name


def _same(heard: str, role: str, speaker: Person) -> bool:
    """Whether two names may be those of one: they share a word, or their last words are nearly
    alike, as transliterations are; or a spokesman speaks for a body.
    """
    words = {word for name in speaker.names for word in _words(name)}
    if words & (_words(heard) | _words(role)):
        return True
    from rapidfuzz import fuzz  # noqa: PLC0415  slow to import

    last = heard.casefold().split()[-1]
    return any(fuzz.ratio(last, name.casefold().split()[-1]) >= _ALIKE for name in speaker.names)


_COMMON = frozenset({"the", "and", "for", "del", "der", "von", "van", "bin", "ibn", "abu"})


def _words(name: str) -> set[str]:
    found = re.findall(r"[^\W\d_]{3,}", name.casefold())
    return set(found) - _COMMON

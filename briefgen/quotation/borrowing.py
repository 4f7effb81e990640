"""Runs of words that two texts share, and sentences that are nearly the same."""

from __future__ import annotations

import functools
import re

from briefgen.quotation.fold import fold
from briefgen.quotation.folded_words import folded_words
from briefgen.quotation.own import MARKS, own_spans
from briefgen.quotation.shortest import SHORTEST
from briefgen.quotation.source import Source
from briefgen.quotation.speech.words import ABBREVIATIONS

# In a script without spaces two characters count as a word.
SHORTEST_UNSPACED = 2 * SHORTEST
# The source's first sentences, of which the lede may be any: a heading or a byline goes before it.
_LEDES = 5
# Fewer words make no sentence whose likeness means anything.
_SENTENCE = 6
# Sentences that share fewer of their words are not compared further (per cent).
_SHARED = 60
_WORD = re.compile(r"\w+")
_WIDE_WORD = re.compile(r"\w")
_END = re.compile(r"[.!?](\s+)|(\n)")
# Shorter ones stand in names too: "of the", "and", "von der".
_FULL = 4
# A sign that is in no text: no run goes over a quotation.
_CUT = " \0 "


def own_voice(text: str, title: str = "") -> str:
    """A paragraph without what it quotes, and without the name of its source."""
    if title:
        text = text.replace(title, _CUT)
    if any(mark in text for mark in MARKS):
        for span in own_spans(text):
            text = text.replace(span, _CUT, 1)
    return text


def is_named(text: str) -> bool:
    """Whether a run of words is mostly names: a title of office, a list of countries. Nobody can
    say those in words of his own. Scripts without capitals do not tell.
    """
    words = _WORD.findall(text)
    plain = sum(len(word) >= _FULL and word[0].islower() for word in words)
    return 3 * plain < len(words) and any(word[0].isupper() for word in words)


class SharedRuns:
    """The words of a source, by runs."""

    def __init__(self, source: Source) -> None:
        self._pattern = _WIDE_WORD if source.wide else _WORD
        self._least = SHORTEST_UNSPACED if source.wide else SHORTEST
        self.wide = source.wide
        self._words = self._words_of(source.text if source.wide else source.loose)
        # In each run of the least length lies one of these: half as long, and so far apart that no
        # run goes past them all. They are a fifth as many as all runs, and hardly ever shared.
        self._half = self._least // 2
        step = self._least - self._half + 1
        self._halves = set(
            zip(*(self._words[start::step] for start in range(self._half)), strict=False)
        )

    def _words_of(self, text: str) -> list[str]:
        return self._pattern.findall(text.casefold()) if self.wide else folded_words(text)

    @functools.cached_property
    def _runs(self) -> set[tuple[str, ...]]:
        """All runs of the least length: they take the time of everything else together."""
        return set(_windows(self._words, self._least))

    def may_share(self, text: str) -> bool:
        """Whether a text shares any run at all, quoted or not: quickly said, and mostly not."""
        words = self._words_of(text)
        if self._halves.isdisjoint(_windows(words, self._half)):
            return False
        return not self._runs.isdisjoint(_windows(words, self._least))

    def find(self, text: str) -> list[tuple[int, str]]:
        """The runs of a text that stand in the source, each with the number of its words."""
        found: list[tuple[int, str]] = []
        for part in text.split(_CUT.strip()):
            folded = fold(part)
            words = [each.span() for each in self._pattern.finditer(folded)]
            keys = [folded[start:end].casefold() for start, end in words]
            at = 0
            while at + self._least <= len(keys):
                if tuple(keys[at : at + self._least]) not in self._runs:
                    at += 1
                    continue
                last = at + self._least
                while last < len(keys) and tuple(keys[last + 1 - self._least : last + 1]) in (
                    self._runs
                ):
                    last += 1
                length = (last - at) // 2 if self.wide else last - at
                found.append((length, folded[words[at][0] : words[last - 1][1]]))
                at = last
        return found


def _windows(words: list[str], size: int) -> zip[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(size)), strict=False)


def lede_likeness(summary: str, source: Source, beginning: str) -> int:
    """How like the first sentence of a summary is to one of those with which a source begins, in
    per cent of their words. What the summary quotes is not its own, so it does not count in either.
    """
    pattern = _WIDE_WORD if source.wide else _WORD
    own = pattern.findall(_first_sentences(own_voice(summary), 1)[0].casefold())
    if len(own) < _SENTENCE:
        return 0
    best = 0
    for sentence in _first_sentences(own_voice(beginning), _LEDES):
        words = pattern.findall(sentence.casefold())
        shared = len(set(own) & set(words))
        if 100 * shared < _SHARED * max(len(set(own)), len(set(words)), 1):
            continue
        from rapidfuzz.distance import Indel  # noqa: PLC0415  slow to import

        best = max(best, round(100 * Indel.normalized_similarity(own, words)))
    return best


def _first_sentences(text: str, most: int) -> list[str]:
    """With their signs; none is looked for behind them."""
    text = text.strip()
    sentences: list[str] = []
    done = 0
    for end in _END.finditer(text):
        start, stop = end.span(end.lastindex or 0)
        if end[1] and _is_abbreviated(text[done:start]):
            continue
        if text[done:start].strip():
            sentences.append(text[done:start])
            if len(sentences) == most:
                return sentences
        done = stop
    if text[done:].strip():
        sentences.append(text[done:])
    return sentences or [""]


def _is_abbreviated(text: str) -> bool:
    """Whether a full stop at its end belongs to its last word: "Mr.", "U.S.", an initial."""
    if not text.endswith("."):
        return False
    word = text.rsplit(maxsplit=1)[-1][:-1]
    return word.casefold() in ABBREVIATIONS or len(word) == 1 or "." in word

"""The text in which quotations are looked for, folded once."""

from __future__ import annotations

import bisect
import functools
import re
from typing import NamedTuple

from briefgen.quotation.find import find_spans
from briefgen.quotation.fold import bare, composed, is_wide, smooth
from briefgen.quotation.measure import word_count
from briefgen.quotation.paragraphs import Paragraph, paragraphs_of

# Single marks round words, as in the British press: up to the last that can close before the next
# that opens, for an apostrophe at the end of a word looks the same.
_SINGLE = re.compile(r"(?<!\w)'(?=\w)(?:(?!(?<!\w)'(?=\w)).)*'(?!\w)")
# A paragraph of an interview or a record: a dash, or a name and a colon.
_DIALOGUE = re.compile(r"-(?=\w)|[^\W\d][\w .'-]{0,40}: ?(?=\S)")
# So many of them make a text an interview; a single one may be anything.
_INTERVIEW = 3


class Region(NamedTuple):
    """A stretch of the folded text from `start` to `end`."""

    start: int
    end: int


class Source:
    """A text with its folded form. `text` is the whole on one line, `wide` whether its script
    writes no spaces. The rest is made when it is asked for: most quotations are found at once.
    """

    def __init__(self, text: str) -> None:
        normal = composed(text)
        self.wide = is_wide(normal)
        self.paragraphs: tuple[Paragraph, ...] = paragraphs_of(normal)
        self._smooth = smooth(
            "\n".join(" ".join(each.text.split()) for each in self.paragraphs), wide=self.wide
        ).split("\n")
        texts: list[str] = []
        starts: list[int] = []
        speech: list[Region] = []
        length = 0
        for paragraph in self._smooth:
            starts.append(length)
            folded = self._add(paragraph, length, speech)
            texts.append(folded)
            length += len(folded) + 1
        self.text = " ".join(texts)
        self._starts = starts
        self.speech = tuple(speech)

    def _add(self, paragraph: str, start: int, speech: list[Region]) -> str:
        """Fold a paragraph, and note where it quotes somebody."""
        spans = [(each.start, each.end) for each in find_spans(paragraph)]
        if not spans and "'" in paragraph:
            spans = [found.span() for found in _SINGLE.finditer(paragraph)]
        pieces: list[str] = []
        length = done = 0
        for first, last in spans:
            before = bare(paragraph[done:first], wide=self.wide)
            inside = bare(paragraph[first:last], wide=self.wide)
            pieces += (before, inside)
            begin = start + length + len(before)
            speech.append(Region(begin, begin + len(inside)))
            length += len(before) + len(inside)
            done = last
        pieces.append(bare(paragraph[done:], wide=self.wide))
        return "".join(pieces)

    @functools.cached_property
    def spoken(self) -> tuple[Region, ...]:
        """The stretches that are somebody's speech, neighbours joined: what stands in quotation
        marks, and paragraphs of an interview. Without any of them all may be speech, as in the
        record of an address.
        """
        regions = [*self.speech, *self._dialogue()]
        joined: list[Region] = []
        for region in sorted(regions):
            if joined and not self.text[joined[-1].end : region.start].strip():
                joined[-1] = Region(joined[-1].start, max(joined[-1].end, region.end))
            else:
                joined.append(region)
        return tuple(joined)

    def _dialogue(self) -> list[Region]:
        found = [
            number for number, each in enumerate(self._smooth) if _DIALOGUE.match(each) is not None
        ]
        if len(found) < _INTERVIEW:
            found = [number for number in found if self._smooth[number].startswith("-")]
        return [self.region_of(number) for number in found]

    @functools.cached_property
    def words(self) -> int:
        """How many words the text has."""
        return word_count(self.text)

    def paragraph_at(self, at: int) -> int:
        """The number of the paragraph in which an offset lies."""
        return max(bisect.bisect_right(self._starts, at) - 1, 0)

    def region_of(self, number: int) -> Region:
        """Where a paragraph stands."""
        following = number + 1 < len(self._starts)
        end = self._starts[number + 1] - 1 if following else len(self.text)
        return Region(self._starts[number], end)

    def line_at(self, at: int) -> int:
        """The line, in the file, of the paragraph in which an offset lies."""
        return self.paragraphs[self.paragraph_at(at)].line if self.paragraphs else 1

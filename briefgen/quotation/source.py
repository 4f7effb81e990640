"""The text in which quotations are looked for, folded once."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.quotation.find import Marks, find_ranges
from briefgen.quotation.fold import QUOTES, composed, is_wide, smooth, without_ellipses
from briefgen.quotation.measure import word_count
from briefgen.quotation.paragraphs import Paragraph, paragraphs_of

# Single marks round words, as in the British press: up to the last that can close before the next
# that opens, for an apostrophe at the end of a word looks the same.
_SINGLE = re.compile(r"(?<!\w)‘(?=\w)(?:(?!(?<!\w)‘(?=\w)).)*‘(?!\w)")
# A paragraph of an interview or a record: a dash, or a name and a colon.
_DIALOGUE = re.compile(r"-(?=\w)|[^\W\d][\w .'-]{0,40}: ?(?=\S)")
_HEAD = 42
# So many of them make a text an interview; a single one may be anything.
_INTERVIEW = 3

# Spaces that are not single ones between two words.
_UGLY = ("  ", "\t", "\r", "\f", "\v", "\x85", "\u2028", "\u2029", " \n", "\n ")


class Region(NamedTuple):
    """A stretch of the folded text from `start` to `end`."""

    start: int
    end: int


class Source:
    """A text with its folded form. `text` is the whole on one line, `wide` whether its script
    writes no spaces. The rest is made when it is asked for: most quotations are found at once.
    """

    def __init__(self, text: str) -> None:
        self._normal = composed(text)
        self.wide = is_wide(self._normal)
        plain = "\n".join(self._texts())
        if any(each in plain for each in _UGLY):
            plain = "\n".join(" ".join(each.split()) for each in plain.split("\n"))
        plain = without_ellipses(smooth(plain, wide=self.wide), wide=self.wide)
        marks = [(found.start(), found[0]) for found in QUOTES.finditer(plain)]
        self._smooth = plain.split("\n")
        starts = list(itertools.accumulate((len(each) + 1 for each in self._smooth), initial=0))
        dropped = [at for at, _ in marks]

        def place(at: int) -> int:
            """The offset in the text without its marks."""
            return at - bisect.bisect_left(dropped, at)

        self._starts = [place(at) for at in starts[:-1]]
        self.speech = tuple(
            Region(place(start), place(end)) for start, end in _quoted(plain, marks, starts)
        )
        pieces: list[str] = []
        done = 0
        for at in dropped:
            pieces.append(plain[done:at])
            done = at + 1
        pieces.append(plain[done:])
        self.text = "".join(pieces).replace("\n", " ")

    def _texts(self) -> list[str]:
        """The paragraphs. Where each is a line between blank ones, as captures mostly are, there is
        nothing to join.
        """
        blocks = [each.strip("\n") for each in self._normal.split("\n\n")]
        if any("\n" in each or "\r" in each for each in blocks):
            return [each.text for each in self.paragraphs]
        return [each.strip() for each in blocks if each and not each.isspace()]

    @functools.cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs as they stand there, with their lines."""
        return paragraphs_of(self._normal)

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
            number
            for number, each in enumerate(self._smooth)
            if (each.startswith("-") or ":" in each[:_HEAD]) and _DIALOGUE.match(each)
        ]
        if len(found) < _INTERVIEW:
            found = [number for number in found if self._smooth[number].startswith("-")]
        return [self.region_of(number) for number in found]

    @functools.cached_property
    def words(self) -> int:
        """How many words the text has."""
        return word_count(self.text) if self.wide else len(self.text.split())

    def beginning(self, length: int) -> str:
        """About so many characters from the beginning, paragraphs in lines of their own."""
        text: list[str] = []
        for each in self._smooth:
            text.append(each)
            length -= len(each)
            if length <= 0:
                break
        return "\n".join(text)

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


def _quoted(text: str, marks: Marks, starts: list[int]) -> Iterator[tuple[int, int]]:
    """Where a text of paragraphs quotes somebody; in single marks only where a paragraph has no
    others.
    """
    number = 0
    for paragraph, following in itertools.pairwise(starts):
        own: Marks = []
        while number < len(marks) and marks[number][0] < following:
            own.append(marks[number])
            number += 1
        if not own:
            continue
        found = False
        for start, end, _ in find_ranges(text, own, following - 1):
            found = True
            yield start, end
        if not found:
            for single in _SINGLE.finditer(text[paragraph : following - 1]):
                yield paragraph + single.start(), paragraph + single.end()

"""The text in which quotations are looked for, folded once."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.quotation.find import Marks, find_ranges
from briefgen.quotation.fold import MARKS, composed, is_simple, is_wide, smooth, without_ellipses
from briefgen.quotation.foreign import foreign_in
from briefgen.quotation.joiners import JOINERS, Joints
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
_ODD_SPACES = ("\t", "\r", "\f", "\v", "\x85", "\u2028", "\u2029")


# Marks that are ASCII, or written so by now.
_ALWAYS = frozenset('"‘')


class Region(NamedTuple):
    """A stretch of the folded text from `start` to `end`."""

    start: int
    end: int


class Source:
    """A text with its folded form. `raw` is the text as it is, `text` the folded whole on one line,
    `wide` whether its script writes no spaces. Each part is made when it is asked for: most
    quotations are found in the text as it is, and of most texts little is ever folded.
    """

    def __init__(self, text: str) -> None:
        self.raw = text

    @functools.cached_property
    def _simple(self) -> bool:
        """Whether nothing of it has another form, as in plain English."""
        return is_simple(foreign_in(self.raw))

    @functools.cached_property
    def _normal(self) -> str:
        return self.raw if self._simple else composed(self.raw)

    @functools.cached_property
    def _foreign(self) -> frozenset[str]:
        return foreign_in(self._normal)

    @functools.cached_property
    def wide(self) -> bool:
        """Whether any of it is in a script that writes no spaces."""
        return not self._simple and is_wide(self._foreign)

    @functools.cached_property
    def joints(self) -> Joints | None:
        """The words that it writes with a joiner, if any."""
        if self._foreign.isdisjoint(JOINERS):
            return None
        return Joints(smooth(self._joined(), self._foreign - frozenset(JOINERS), wide=self.wide))

    @functools.cached_property
    def _plain(self) -> str:
        plain = smooth(self._joined(), self._foreign, wide=self.wide)
        if self.joints is not None:
            plain = self.joints.close(plain)
        return without_ellipses(plain, wide=self.wide)

    @functools.cached_property
    def _signs(self) -> frozenset[str]:
        """The quotation marks that may be in it: an apostrophe may have become one, and no other
        character.
        """
        return _ALWAYS | (MARKS & self._foreign)

    @functools.cached_property
    def _bare(self) -> str:
        text = self._plain
        for sign in self._signs:
            text = text.replace(sign, "")
        return text

    @functools.cached_property
    def text(self) -> str:
        """The whole as it is compared."""
        return self._bare.replace("\n", " ")

    def _joined(self) -> str:
        """The paragraphs in lines of their own, with single spaces. Where each is a line between
        blank ones, as captures mostly are, there is nothing to join.
        """
        blocks = [each.strip("\n") for each in self._normal.split("\n\n")]
        if "\r" in self._normal or any("\n" in each for each in blocks):
            joined = "\n".join([each.text for each in self.paragraphs])
            ugly = " \n" in joined or "\n " in joined
        else:
            joined = "\n".join([each.strip() for each in blocks if each and not each.isspace()])
            ugly = False
        if ugly or "  " in joined or any(each in joined for each in _ODD_SPACES):
            joined = "\n".join([" ".join(each.split()) for each in joined.split("\n")])
        return joined

    @functools.cached_property
    def _smooth(self) -> list[str]:
        """The paragraphs as they are compared, with their quotation marks."""
        return self._plain.split("\n")

    @functools.cached_property
    def _marks(self) -> Marks:
        """The places of the quotation marks in the plain text."""
        marks: Marks = []
        for sign in self._signs:
            at = self._plain.find(sign)
            while at >= 0:
                marks.append((at, sign))
                at = self._plain.find(sign, at + 1)
        marks.sort()
        return marks

    @functools.cached_property
    def _starts(self) -> list[int]:
        """Where the paragraphs begin."""
        lengths = [len(each) + 1 for each in self._bare.split("\n")]
        return [0, *itertools.accumulate(lengths[:-1])]

    @functools.cached_property
    def speech(self) -> tuple[Region, ...]:
        """What stands in quotation marks."""
        marks = self._marks
        if "".join([mark for _, mark in marks]) == "“”" * (len(marks) // 2):
            # Mostly one quotation after another, none in another: nothing is to be weighed then.
            pairs = list(itertools.pairwise(marks))[::2]
            if not any(self._unlike_pair(opens[0], closes[0]) for opens, closes in pairs):
                return tuple(
                    [
                        Region(opens[0] - 2 * number, closes[0] - 2 * number - 1)
                        for number, (opens, closes) in enumerate(pairs)
                    ]
                )
        # Each mark that stands before a place moves it by one.
        return tuple(
            Region(
                start - bisect.bisect_left(marks, (start, "")),
                end - bisect.bisect_left(marks, (end, "")),
            )
            for start, end in _quoted(self._plain, marks, self._smooth)
        )

    def _unlike_pair(self, opens: int, closes: int) -> bool:
        """Whether two marks may be no pair: in two paragraphs, or the last inside a word."""
        plain = self._plain
        return plain.find("\n", opens, closes) >= 0 or plain[closes + 1 : closes + 2].isalpha()

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
        return word_count(self.raw) if self.wide else len(self.raw.split())

    @functools.cached_property
    def loose(self) -> str:
        """A text with the same words, whatever stands between them."""
        return self.raw if self._simple else self.text

    def beginning(self, length: int) -> str:
        """About so many characters from the beginning, paragraphs in lines of their own."""
        end = self.raw.find("\n\n", length)
        if end >= 0:
            return Source(self.raw[:end]).beginning(length)
        return "\n".join(self._smooth)

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


def _quoted(text: str, marks: Marks, paragraphs: list[str]) -> Iterator[tuple[int, int]]:
    """Where a text of paragraphs quotes somebody; in single marks only where a paragraph has no
    others.
    """
    number = 0
    starts = itertools.accumulate((len(each) + 1 for each in paragraphs), initial=0)
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

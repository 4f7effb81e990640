"""How a quotation that does not stand in its source is wrong: altered, spliced, or not there."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence

from briefgen.quotation.passage import Passage, nearest_passage, told
from briefgen.quotation.pieces import Cut, Piece
from briefgen.quotation.runs import Index, Run, shared_runs
from briefgen.quotation.shown import shown
from briefgen.quotation.source import Region, Source
from briefgen.quotation.tokens import Word, tokens_of
from briefgen.quotation.verdict import Judgment, Verdict

# With this the source goes on after it has said, between dashes, who speaks.
_DASH = re.compile(r"[,.;:!?]? ?-")
_HAS_WORD = re.compile(r"\w")
# A run of fewer words stands in any text by chance; in a script without spaces, of fewer
# characters.
_RUN, _RUN_UNSPACED = 3, 4
# Fewer words left out between two runs are a slip; more are two passages joined.
_APART, _APART_UNSPACED = 4, 5
# The share of the words that must be in runs for a quotation to be made of them.
_COVERED = 0.85
# The share of the words that a passage must have for the quotation to be taken from it.
_ALIKE = 0.5


def mistaken(cut: Cut, source: Source) -> Judgment:
    """What is wrong with the quotation."""
    words = tokens_of(source.text)
    index = Index(words)
    # The piece that is wrong, or all of them if each stands there by itself.
    wrong = next((each for each in cut.pieces if each.text not in source.text), None)
    pieces = cut.pieces if wrong is None else (wrong,)
    quoted = [word for piece in pieces for word in tokens_of(piece.text)]
    wide = source.wide and any(word.text[0] > "\u2fff" for word in quoted)
    runs = [
        run for run in shared_runs(quoted, index) if run.length >= (_RUN_UNSPACED if wide else _RUN)
    ]
    parts = _apart(runs, quoted, wide=wide)
    if wrong is None and len(pieces) > 1:
        parts = parts or _by_piece(pieces, index)
    if parts:
        return _spliced(parts, index, source)
    passage = nearest_passage(quoted, index)
    if passage is None:
        return Judgment(verdict=Verdict.ABSENT)
    return _compared(passage, quoted, words, source)


def _apart(runs: Sequence[Run], quoted: Sequence[Word], *, wide: bool) -> tuple[Run, ...]:
    """The runs, if the quotation is made of them and they stand apart or in another order."""
    if len(runs) < 2 or sum(run.length for run in runs) < _COVERED * len(quoted):  # noqa: PLR2004  two make a splice
        return ()
    least = _APART_UNSPACED if wide else _APART
    for one, other in itertools.pairwise(runs):
        gap = other.place - (one.place + one.length)
        if gap < 0 or gap >= least:
            return tuple(runs)
    return ()


def _by_piece(pieces: Sequence[Piece], index: Index) -> tuple[Run, ...]:
    """Pieces that each stand in the source, but not one after the other."""
    runs: list[Run] = []
    at = 0
    for piece in pieces:
        quoted = tokens_of(piece.text)
        length, places = index.longest(quoted, 0) if quoted else (0, [])
        if length:
            runs.append(Run(at, length, places[0]))
        at += len(quoted)
    return tuple(runs)


def _spliced(runs: tuple[Run, ...], index: Index, source: Source) -> Judgment:
    parts: list[str] = []
    end: int | None = None
    for run in runs:
        begin = index.words[run.place].start
        stop = index.words[run.place + run.length - 1].end
        text = source.text[begin:stop]
        line = source.line_at(begin)
        if end is None:
            parts.append(f"“{text}” stands in line {line}")
        elif run.place < end:
            parts.append(f"“{text}” before that, in line {line}")
        else:
            parts.append(f"“{text}” {_count(run.place - end)} on, in line {line}")
        end = run.place + run.length
    first = index.words[runs[0].place].start
    return Judgment(
        verdict=Verdict.SPLICED,
        difference="; ".join(parts),
        line=source.line_at(first),
    )


def _count(words: int) -> str:
    return "1 word" if words == 1 else f"{words} words"


def _compared(
    passage: Passage, quoted: Sequence[Word], words: Sequence[Word], source: Source
) -> Judgment:
    share = passage.same / max(len(quoted), passage.end - passage.start, 1)
    if passage.end <= passage.start:
        return Judgment(verdict=Verdict.ABSENT)
    region = Region(words[passage.start].start, words[passage.end - 1].end)
    interruption = _interruption(passage, words, source)
    if interruption:
        return Judgment(
            verdict=Verdict.SPLICED,
            passage=shown(source, region),
            line=source.line_at(region.start),
            interruption=interruption,
        )
    difference = told(passage.differences)
    alike = share >= _ALIKE
    if alike and not difference:
        difference = "the words are the same, but not their capitals or the signs between them"
    return Judgment(
        verdict=Verdict.ALTERED if alike else Verdict.ABSENT,
        passage=shown(source, region),
        difference=difference,
        line=source.line_at(region.start),
    )


def _interruption(passage: Passage, words: Sequence[Word], source: Source) -> str:
    """With what the source interrupts the passage, if the quotation leaves out nothing else."""
    found: list[str] = []
    for each in passage.differences:
        if each.here or not each.there:
            return ""
        region = Region(words[each.start].start, words[each.end - 1].end)
        if not _interrupts(region, source):
            return ""
        found.append(each.there)
    return " … ".join(found)


def _interrupts(region: Region, source: Source) -> bool:
    """Whether the words stand between two quotations, or between two dashes in one."""
    text = source.text
    if text[: region.start].rstrip().endswith("-") and _DASH.match(text, region.end):
        return True
    spans = source.speech
    after = bisect.bisect_left(spans, (region.end, 0))
    return (
        0 < after < len(spans)
        and spans[after - 1].end <= region.start
        and not _HAS_WORD.search(text, spans[after - 1].end, region.start)
        and not _HAS_WORD.search(text, region.end, spans[after].start)
    )

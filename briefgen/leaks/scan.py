"""Search decoded files for the probes, and sort out what may be known."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Callable, Iterable, Iterator

from briefgen.leaks.decode.decode import decoded
from briefgen.leaks.fold import BREAK, fold
from briefgen.leaks.index import Index
from briefgen.leaks.pieces import Pieces
from briefgen.model.base import Record

# Files that are searched before it is looked up for the first time whether what was found is known,
# and how many times as many each time after: the names that stand everywhere are out of the way
# soon, and looking up takes long.
_FILES, _MORE = 64, 16

NAMES = "the names of the files"


class Hit(Record):
    """A probe that stands in the output: in which file (from the output folder), and where in it
    first.
    """

    probe: bytes
    path: str
    where: str


Known = Callable[[frozenset[bytes]], frozenset[bytes]]


def search(
    index: Index, names: Iterable[str], contents: Iterable[tuple[str, bytes]], known: Known
) -> tuple[Hit, ...]:
    """The hits in `contents` (path and bytes) and among `names`, one for each probe and file.
    `known` says which of some probes stand in what may be read anyhow: these are no leak.
    """
    hits: dict[bytes, dict[str, Hit]] = {}
    leaks: set[bytes] = set()
    waiting, most = 0, _FILES
    for found in _hits(index, names, contents):
        for hit in found:
            hits.setdefault(hit.probe, {}).setdefault(hit.path, hit)
        waiting += 1
        doubts = hits.keys() - leaks
        if doubts and waiting >= most:
            leaks |= _leaking(doubts, hits, index, known)
            waiting, most = 0, most * _MORE
    _leaking(hits.keys() - leaks, hits, index, known)
    return tuple(hit for by_path in hits.values() for hit in by_path.values())


def _leaking(
    doubts: set[bytes], hits: dict[bytes, dict[str, Hit]], index: Index, known: Known
) -> set[bytes]:
    """Those in doubt that are leaks; the others are forgotten."""
    harmless = known(frozenset(doubts)) if doubts else frozenset()
    index.forget(harmless)
    for probe in harmless:
        del hits[probe]
    return doubts - harmless


def _hits(
    index: Index, names: Iterable[str], contents: Iterable[tuple[str, bytes]]
) -> Iterator[list[Hit]]:
    """What is found, file by file."""
    yield list(_hits_in_names(index, tuple(names)))
    pieces = Pieces()
    for path, data in contents if index else ():
        hits = [
            Hit(probe=probe, path=path, where=part.where)
            for part in decoded(pieces.begin(data))
            for probe in index.find(fold(pieces.new_in(part.text)))
        ]
        pieces.end(clean=not hits)
        yield hits


def _hits_in_names(index: Index, names: tuple[str, ...]) -> Iterator[Hit]:
    folded = [fold(name) for name in names]
    begins = list(itertools.accumulate((len(each) + 1 for each in folded), initial=0))
    joined = BREAK.encode().join(folded)
    for probe in index.find(joined):
        at = joined.find(probe)
        while at >= 0:
            number = bisect.bisect_right(begins, at) - 1
            yield Hit(probe=probe, path=names[number], where=NAMES)
            at = joined.find(probe, begins[number + 1])

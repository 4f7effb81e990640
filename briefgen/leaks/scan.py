"""Search decoded files for the probes, and sort out what may be known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefgen.leaks.decode.decode import decoded
from briefgen.leaks.fold import BREAK, fold
from briefgen.leaks.index import Index
from briefgen.model.base import Record

# Files that are searched before it is looked up for the first time whether what was found is known,
# and how many times as many each time after: the names that stand everywhere are out of the way
# soon, and looking up takes long.
_FILES, _MORE = 16, 4

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
    folded = {name: fold(name) for name in names}
    likely = index.find(fold(BREAK.join(folded)))
    yield [
        Hit(probe=probe, path=name, where=NAMES)
        for probe in likely
        for name, text in folded.items()
        if probe in text
    ]
    for path, data in contents if index else ():
        yield [
            Hit(probe=probe, path=path, where=part.where)
            for part in decoded(data)
            for probe in index.find(fold(part.text))
        ]

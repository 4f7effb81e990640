"""Find thousands of probes in a text at once.

Eight bytes out of each probe are kept as a number, of a long one the eight after these too. A text
is taken as a row of such numbers, at every eighth byte: of eight neighbouring places in a probe one
must be among them. The interpreter does that in C, and since a long probe is kept by two numbers
that follow one another, hardly anything else is taken for it. What seems to be there is then looked
for itself. Where probes are too short for eight places, the text is taken at every fourth byte, or
second one; the shortest are looked for one by one as long as they are few.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

_WIDTH = 8
_FEW = 32

_NUMBER = struct.Struct("=Q").unpack_from
_PAIR = struct.Struct("=QQ").unpack_from


class Index:
    """The probes that are looked for; each of `SHORTEST` bytes or more."""

    def __init__(self, probes: Iterable[bytes]) -> None:
        # From long probes to short ones.
        self._rows = (_Row(8, pairs=True), _Row(8), _Row(4), _Row(2))
        self._left: set[bytes] = set()
        self._short: set[bytes] = set()
        for probe in probes:
            self._left.add(probe)
            row = self._row_of(probe)
            row.add(probe)
            if row is self._rows[-1]:
                self._short.add(probe)

    def __bool__(self) -> bool:
        return bool(self._left)

    def find(self, folded: bytes) -> set[bytes]:
        """The probes that stand in the folded text."""
        likely: set[bytes] = set()
        for row in self._rows[:-1]:
            likely |= row.likely(folded)
        few = len(self._short) <= _FEW
        likely |= self._short if few else self._rows[-1].likely(folded)
        return {probe for probe in likely if probe in folded}

    def forget(self, probes: Iterable[bytes]) -> None:
        """Look for these no longer."""
        for gone in probes:
            if gone in self._left:
                self._left.remove(gone)
                self._short.discard(gone)
                self._row_of(gone).remove(gone)

    def _row_of(self, probe: bytes) -> _Row:
        return next((row for row in self._rows if len(probe) >= row.least), self._rows[-1])


class _Row:
    """Probes by a number at each of `step` places, or by two that follow one another."""

    def __init__(self, step: int, *, pairs: bool = False) -> None:
        self._step = step
        self._pairs = pairs
        # The shortest probe that has so many places.
        self.least = (2 if pairs else 1) * _WIDTH + step - 1
        self._of: dict[object, list[bytes]] = {}

    def add(self, probe: bytes) -> None:
        for key in self._keys(probe):
            self._of.setdefault(key, []).append(probe)

    def remove(self, probe: bytes) -> None:
        for key in self._keys(probe):
            left = [each for each in self._of.get(key, ()) if each != probe]
            if left:
                self._of[key] = left
            else:
                self._of.pop(key, None)

    def likely(self, folded: bytes) -> set[bytes]:
        found: set[bytes] = set()
        if not self._of:
            return found
        view = memoryview(folded)
        for shift in range(0, _WIDTH, self._step):
            end = shift + (len(view) - shift) // _WIDTH * _WIDTH
            if end > shift:
                numbers = view[shift:end].cast("Q").tolist()
                for key in self._of.keys() & self._row(numbers):
                    found.update(self._of[key])
        return found

    def _row(self, numbers: list[int]) -> Iterable[object]:
        if not self._pairs:
            return numbers
        # `pairwise` makes a tuple for each pair, `zip` takes one again and again.
        return zip(numbers, numbers[1:], strict=False)  # noqa: RUF007

    def _keys(self, probe: bytes) -> Iterator[object]:
        """From the middle: many sentences begin alike."""
        middle = max(len(probe) - self.least, 0) // 2
        for start in range(middle, middle + self._step):
            yield _PAIR(probe, start) if self._pairs else _NUMBER(probe, start)[0]

"""Find thousands of probes in a text at once.

Eight bytes out of each probe are kept as a number, and of a long one the eight after these. A text
is taken as a row of such numbers, at every fourth byte: one of four neighbouring places in a probe
must be among them. The interpreter does that in C, some 100 MB in a second. What seems to be there
is then looked for itself. Where probes are too short for four places, each is looked for by itself
as long as they are few, else at every second byte.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

_WIDTH = 8
# A probe that holds two numbers, whichever of four bytes they begin at.
_PAIR = 2 * _WIDTH + 3
_FEW = 32

# A probe, and the number that must be there beside the one under which it is kept (0: none).
_Kept = tuple[bytes, int]


class Index:
    """The probes that are looked for; each of `SHORTEST` bytes or more."""

    def __init__(self, probes: Iterable[bytes]) -> None:
        self._rows = {step: _Row(step) for step in (4, 2)}
        self._left: set[bytes] = set()
        self._short: set[bytes] = set()
        for probe in probes:
            self._left.add(probe)
            step = 4 if len(probe) >= _WIDTH + 3 else 2
            self._rows[step].add(probe)
            if step == 2:  # noqa: PLR2004  the step of short ones
                self._short.add(probe)

    def __bool__(self) -> bool:
        return bool(self._left)

    def find(self, folded: bytes) -> set[bytes]:
        """The probes that stand in the folded text."""
        likely = self._rows[4].likely(folded)
        likely |= self._short if len(self._short) <= _FEW else self._rows[2].likely(folded)
        return {probe for probe in likely if probe in folded}

    def forget(self, probes: Iterable[bytes]) -> None:
        """Look for these no longer."""
        for gone in probes:
            self._left.discard(gone)
            self._short.discard(gone)
            for row in self._rows.values():
                row.remove(gone)


class _Row:
    def __init__(self, step: int) -> None:
        self._step = step
        self._of: dict[int, list[_Kept]] = {}
        self._numbers: set[int] = set()

    def add(self, probe: bytes) -> None:
        for number, other in self._places(probe):
            self._of.setdefault(number, []).append((probe, other))
            self._numbers.update((number, other))

    def remove(self, probe: bytes) -> None:
        for number, other in self._places(probe):
            left = [each for each in self._of.get(number, ()) if each != (probe, other)]
            if left:
                self._of[number] = left
            else:
                self._of.pop(number, None)

    def likely(self, folded: bytes) -> set[bytes]:
        if not self._of:
            return set()
        seen: set[int] = set()
        view = memoryview(folded)
        for shift in range(0, _WIDTH, self._step):
            end = shift + (len(view) - shift) // _WIDTH * _WIDTH
            if end > shift:
                seen |= self._numbers.intersection(view[shift:end].cast("Q"))
        return {
            probe
            for number in seen & self._of.keys()
            for probe, other in self._of[number]
            if not other or other in seen
        }

    def _places(self, probe: bytes) -> Iterator[tuple[int, int]]:
        """From the middle: many sentences begin alike."""
        pair = len(probe) >= _PAIR
        width = (2 if pair else 1) * _WIDTH + self._step - 1
        middle = (len(probe) - width) // 2
        for start in range(middle, middle + self._step):
            other = start + _WIDTH
            yield (
                int.from_bytes(probe[start:other], sys.byteorder),
                int.from_bytes(probe[other : other + _WIDTH], sys.byteorder) if pair else 0,
            )

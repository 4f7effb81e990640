"""Whether two texts are nearly the same, by the runs of words that they share."""

from __future__ import annotations

import hashlib

from briefgen.likeness.words import runs_of, words_of

# Runs of the new text that an old one is asked for before it is looked at in full, and how many it
# must have. Two texts that share half of their runs have twelve of these on the average.
_SAMPLE = 24
_ENOUGH = 6
# The share of runs that two texts have in common, of all that either has (Jaccard).
ALIKE = 0.5


class Likeness:
    """One text, to be compared with many."""

    def __init__(self, text: str) -> None:
        self._runs = runs_of(words_of(text))
        ranked = sorted(self._runs, key=lambda run: hashlib.blake2b(run.encode()).digest())
        self._sample = ranked[:_SAMPLE]

    def to(self, text: str) -> float:
        """How alike another text is: 1 for the same words, 0 where that is plainly not so."""
        if not self._runs:
            return 0.0
        words = words_of(text)
        joined = f" {' '.join(words)} "
        present = sum(f" {run} " in joined for run in self._sample)
        if present < min(_ENOUGH, len(self._sample)):
            return 0.0
        other = runs_of(words)
        return len(self._runs & other) / len(self._runs | other)

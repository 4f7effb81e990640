"""What comes of looking for a quotation in its source."""

from __future__ import annotations

import enum

from briefgen.model.base import Record


class Verdict(enum.StrEnum):
    """The value is the end of the code under which it is told."""

    PROVEN = "proven"
    ALTERED = "altered"
    SPLICED = "spliced"
    ABSENT = "absent"
    SHORT = "short"
    PROSE = "prose"
    SPEAKER = "speaker"
    TURNED = "turned"


class Judgment(Record):
    """`passage` is the nearest of the source, in its line `line` (0: none is shown), `difference`
    what differs from it in words, `heard` who speaks there, `interruption` the words with which the
    source interrupts what is quoted in one piece. `omissions` and `insertions` count
    where words were left out, and the words put in.
    """

    verdict: Verdict
    passage: str = ""
    difference: str = ""
    line: int = 0
    heard: str = ""
    interruption: str = ""
    omissions: int = 0
    insertions: int = 0

    @property
    def proven(self) -> bool:
        """Whether the words stand there as they were said, though one may be missed."""
        return self.verdict in _FOUND

    @property
    def stands(self) -> bool:
        """Whether the words stand in the source, whoever says them there, and however few."""
        return self.verdict in _STANDING


# What was left out or put in is told to the curator, who may have had a reason.
_FOUND = frozenset((Verdict.PROVEN, Verdict.TURNED))
_STANDING = frozenset((*_FOUND, Verdict.SHORT, Verdict.PROSE, Verdict.SPEAKER))

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

    @property
    def stands(self) -> bool:
        """Whether the words stand in the source, whoever says them."""
        return self in (Verdict.PROVEN, Verdict.SPEAKER)


class Judgment(Record):
    """`hint` shows the nearest passage and what differs. `line` is its line in the snapshot, 0 if
    there is none. `wrong` is the first word of the quotation that is not that of the passage.
    """

    verdict: Verdict
    hint: str = ""
    line: int = 0
    omissions: int = 0
    insertions: int = 0
    wrong: str = ""

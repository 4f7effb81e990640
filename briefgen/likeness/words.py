"""The words of a text as they are compared, and the runs that they make."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Words in a run: long enough that two texts on one event do not share many.
RUN = 4
# Each character of a script that sets no spaces counts as a word.
_WORD = r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+"


def words_of(text: str) -> list[str]:
    """The words without case, punctuation and differences of Unicode form."""
    return re.findall(_WORD, unicodedata.normalize("NFKC", text).casefold())


def runs_of(words: Sequence[str]) -> frozenset[str]:
    """All runs of RUN words; a shorter text is one run."""
    if not words:
        return frozenset()
    last = max(len(words) - RUN + 1, 1)
    return frozenset(" ".join(words[at : at + RUN]) for at in range(last))

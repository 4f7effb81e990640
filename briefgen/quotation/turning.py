"""Words that turn a meaning round: left out of a quotation, or put into it, they make it say the
opposite, though every other word stands in the source."""

from __future__ import annotations

import itertools
import re

from briefgen.quotation.pieces import Piece, put_in
from briefgen.quotation.placing import Placement
from briefgen.quotation.source import Source

# In languages that write negation as words of their own. Elsewhere, as in Chinese and in verbs of
# Persian, it cannot be told from a list.
_LISTED = """
not no never neither nor cannot hardly nobody nothing none
не нет ни никогда никто ничего нельзя
ne pas jamais aucun nicht kein keine keinen keiner nie niemand
لا لم لن ليس ليست هرگز نه
לא אין אל לעולם
"""
_WORDS = frozenset(_LISTED.split())
_SENTENCE = re.compile(r"[.!?؟。！？]\s|[。！？]")
_WORD = re.compile(r"[\w']+")


def turned(quote: str, pieces: tuple[Piece, ...], placement: Placement, source: Source) -> str:
    """The word that turns the meaning, if one was left out and none put in, or the other way round;
    else nothing. What was left out with the end of a sentence is another statement."""
    inserted = _negation(" ".join(put_in(quote)))
    omitted = ""
    for (before, after), piece in zip(itertools.pairwise(placement), pieces[1:], strict=True):
        gap = source.text[before.end : after.start]
        if piece.inserted or not _SENTENCE.search(gap):
            omitted = omitted or _negation(gap)
    if omitted and inserted:
        return ""
    return omitted or inserted


def _negation(text: str) -> str:
    for word in _WORD.findall(text):
        low = word.casefold()
        if low in _WORDS or low.endswith("n't"):
            return str(word)
    return ""

"""Sees at a glance that a quotation stands in its source but for words that it says are left out.

As in `glance.py`, each piece is looked for in the text as it is, and of the text only what lies
between the pieces is looked at. Whatever might be judged otherwise by the whole proof is left to
it: a word that turns the meaning round among those left out, a form of a piece that folding would
find sooner, several marks around one speech.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.quotation.foreign import foreign_in
from briefgen.quotation.glance import (
    PLAIN,
    PLAIN_SIGNS,
    is_apart,
    is_plain_letter,
    is_said,
    may_be_turned,
    plainly_signed,
)
from briefgen.quotation.measure import is_short
from briefgen.quotation.names import Cast
from briefgen.quotation.pieces import EDGES
from briefgen.quotation.turning import negations_in

_LEFT_OUT = re.compile(r" ?(?:\[(?:…|\.{3})?\]|\((?:…|\.{3})\)|…|\.{3}) ?")
_MARKS = str.maketrans("", "", '"“”')
_DOUBLE = frozenset('"“”\n')


def omissions_seen(
    quote: str, raw: str, cast: Cast | None, *, speech: bool, negated: bool = False
) -> int:
    """How often words are left out of a quotation that otherwise plainly stands in a text, on the
    terms of `stands_plainly`; 0 if that is not seen, or nothing is left out.
    """
    if "…" not in quote and "..." not in quote and "[]" not in quote:
        return 0
    parts = _LEFT_OUT.split(quote)
    # What was left out at an end leaves an empty part there; one in between is a row of signs.
    if "" in parts[1:-1] or not all(map(PLAIN.fullmatch, filter(None, parts))):
        return 0
    pieces = [each.strip(EDGES) for each in parts if each]
    if is_short(" ".join(pieces)):
        return 0
    places: list[tuple[int, int]] = []
    for piece in pieces:
        place = _place(piece, raw, places[-1][1] if places else 0)
        if place is None:
            return 0
        if places and _may_turn(raw[places[-1][1] : place[0]]):
            return 0
        places.append(place)
    start = places[0][0]
    if not negated and may_be_turned(raw, start):
        return 0
    if speech and not _is_one_speech(raw, places, cast):
        return 0
    return len(parts) - 1


def _place(piece: str, raw: str, start: int) -> tuple[int, int] | None:
    """Where a piece stands first from `start` on; None if that is not plain."""
    at = raw.find(piece, start)
    while at >= 0:
        end = at + len(piece)
        if is_apart(raw, at, end):
            return at, end
        # Inside a longer word it stands nowhere; beside another sign it may.
        if not (is_plain_letter(raw[at - 1 : at]) or is_plain_letter(raw[end : end + 1])):
            return None
        at = raw.find(piece, at + 1)
    return None


def _may_turn(gap: str) -> bool:
    """Whether what was left out may turn the meaning of what follows."""
    return not foreign_in(gap) <= PLAIN_SIGNS or negations_in(gap.translate(_MARKS))


def _is_one_speech(raw: str, places: Sequence[tuple[int, int]], cast: Cast | None) -> bool:
    """Whether all pieces stand in one quotation of one paragraph, and as `is_said` asks."""
    start, end = places[0][0], places[-1][1]
    between = raw[start:end]
    if not _DOUBLE.isdisjoint(between) or not is_said(raw, start, end, cast):
        return False
    return cast is None or not cast.others.stand_in(plainly_signed(between))

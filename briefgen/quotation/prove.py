"""Proves that a quotation stands in its source, or says how it fails to."""

from __future__ import annotations

import bisect
import itertools
import math

import msgspec

from briefgen.model.base import Record
from briefgen.quotation.glance import stands_plainly
from briefgen.quotation.glance_pieces import omissions_seen
from briefgen.quotation.hearing import other_speaker
from briefgen.quotation.joiners import opened
from briefgen.quotation.measure import is_short
from briefgen.quotation.mistakes import mistaken
from briefgen.quotation.names import Cast, Person
from briefgen.quotation.pieces import Cut, cut
from briefgen.quotation.placing import Placement, places
from briefgen.quotation.shown import shown
from briefgen.quotation.source import Region, Source
from briefgen.quotation.turning import turned, turned_before
from briefgen.quotation.verdict import Judgment, Verdict

# Ways in which a quotation may stand in a text that are looked at: a phrase comes back, here said
# by somebody, there told by the reporter.
_WAYS = 8
# So much text tells whether a “not” goes before.
_BEFORE = 24
_PROVEN = Judgment(verdict=Verdict.PROVEN)


class Claim(Record):
    """What an article says: these words were said by this speaker. `others` are whom else it names.
    `speech`: they must be somebody's speech in the source, not the reporter's own words. `negated`:
    the article itself says “not” before them.
    """

    quote: str
    speaker: Person | None = None
    others: tuple[Person, ...] = ()
    speech: bool = True
    negated: bool = False


def prove(claim: Claim, source: Source, *, english: bool) -> Judgment:
    """Look for the quotation. `english`: the source is in English, so that it can be read for who
    speaks.
    """
    cast = None
    if claim.speech and claim.speaker is not None:
        cast = Cast(claim.speaker, claim.others, english=english)
    if stands_plainly(claim.quote, source.raw, cast, speech=claim.speech, negated=claim.negated):
        return _PROVEN
    omissions = omissions_seen(
        claim.quote, source.raw, cast, speech=claim.speech, negated=claim.negated
    )
    if omissions:
        return Judgment(verdict=Verdict.PROVEN, omissions=omissions)
    return prove_closely(claim, source, cast, english=english)


def prove_closely(claim: Claim, source: Source, cast: Cast | None, *, english: bool) -> Judgment:
    """The same for a quotation that is not plainly there. `cast`: who may be named beside it."""
    pieces = cut(opened(claim.quote, source.text), wide=source.wide, joints=source.joints)
    if not pieces.pieces:
        return Judgment(verdict=Verdict.ABSENT)
    worst: Judgment | None = None
    for placement in itertools.islice(places(pieces.pieces, source), _WAYS):
        judgment = _judge(claim, placement, pieces, source, cast, english=english)
        if judgment.verdict is Verdict.PROVEN:
            return judgment
        worst = worst or judgment
    return worst or mistaken(pieces, source)


def _judge(  # noqa: PLR0913  all that is known by then
    claim: Claim,
    placement: Placement,
    pieces: Cut,
    source: Source,
    cast: Cast | None,
    *,
    english: bool,
) -> Judgment:
    made = _PROVEN
    if pieces.omissions or pieces.insertions:
        made = msgspec.structs.replace(
            made, omissions=pieces.omissions, insertions=pieces.insertions
        )
    if claim.speech and not _is_spoken(placement, source):
        return _as(Verdict.PROSE, made, source, placement[0])
    if is_short(" ".join([each.text for each in pieces.pieces])):
        return _as(Verdict.SHORT, made, source, placement[0])
    if cast is not None and claim.speaker is not None:
        for region in placement:
            heard = other_speaker(region, source, claim.speaker, cast, english=english)
            if heard:
                return _as(Verdict.SPEAKER, made, source, region, heard)
    word = turned(claim.quote, pieces.pieces, placement, source)
    if not word and not claim.negated:
        first = placement[0]
        word = turned_before(source.text[max(first.start - _BEFORE, 0) : first.start])
        if word and _begins_speech(first, source):
            word = ""
    if not word:
        return made
    told = _as(Verdict.TURNED, made, source, placement[0])
    return msgspec.structs.replace(told, difference=word)


def _begins_speech(region: Region, source: Source) -> bool:
    """Whether a mark opens right before it: what goes before is then not of the same speech."""
    at = bisect.bisect_left(source.speech, (region.start, 0))
    return at < len(source.speech) and source.speech[at].start == region.start


def _as(
    verdict: Verdict, made: Judgment, source: Source, region: Region, heard: str = ""
) -> Judgment:
    return Judgment(
        verdict=verdict,
        passage=shown(source, region),
        line=source.line_at(region.start),
        heard=heard,
        omissions=made.omissions,
        insertions=made.insertions,
    )


def _is_spoken(placement: Placement, source: Source) -> bool:
    """Whether all pieces are speech. A source without any is speech as a whole."""
    return (
        _lies_in(placement, source.speech)
        or not source.spoken
        or _lies_in(placement, source.spoken)
    )


def _lies_in(placement: Placement, regions: tuple[Region, ...]) -> bool:
    for start, end in placement:
        # In the last region that begins before it, if in any: they do not overlap.
        at = bisect.bisect_right(regions, (start, math.inf)) - 1
        if at < 0 or end > regions[at].end:
            return False
    return True

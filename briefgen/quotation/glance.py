"""Sees at a glance that a quotation stands in its source.

Most do, word for word, and then nothing need be folded to see it: the words are looked for in the
text as it is, and of the text only the paragraph is looked at in which they stand. What is not
plain at once is left to the whole proof: words in another form, a sign beside them that may be part
of a word, marks of several kinds, somebody else who is named there. Whatever is seen here would be
proven there too.
"""

from __future__ import annotations

import re

from briefgen.quotation.fold import fold
from briefgen.quotation.foreign import foreign_in
from briefgen.quotation.measure import is_short
from briefgen.quotation.names import Cast
from briefgen.quotation.pieces import EDGES
from briefgen.quotation.turning import turned_before

# Words and signs in which nothing is folded but the apostrophe, which is written in two ways.
_WORD = "[a-zA-Z0-9]+(?:['’-][a-zA-Z0-9]+)*"
PLAIN = re.compile(rf"(?:{_WORD}[,;:.!?]? )*{_WORD}[,;:.!?]?")
_BEFORE, _AFTER = " \n", " ,.;:!?\n"
# Marks that may stand between a word and what is beside it.
_OPENS, _CLOSES = '“"«', '”"»'
_ROUND, _CLOSED, _STRAIGHT = "“", "”", '"'
# Where a paragraph has no other foreign characters, these are all that is folded in it.
PLAIN_SIGNS = frozenset("“”‘’–—…")
_FOLDED = {"’": "'", "‘": "'", "–": "-", "—": "-"}
# So many characters tell whether a “not” goes before, with signs that folding takes away.
_GLIMPSE = 48
_BESIDE = ' \n"“”«»'


def stands_plainly(
    quote: str, raw: str, cast: Cast | None, *, speech: bool, negated: bool = False
) -> bool:
    """Whether it plainly stands in a text, as somebody's speech where that is asked, and as that of
    the first of the cast. `negated`: whoever quotes it says “not” himself.
    """
    if not PLAIN.fullmatch(quote) or is_short(quote):
        return False
    wanted = quote.strip(EDGES)
    at = raw.find(wanted)
    if at < 0:
        if "'" not in wanted and "’" not in wanted:
            return False
        at = raw.find(wanted.replace("'", "’"))
        if at < 0:
            at = raw.find(wanted.replace("’", "'"))
            if at < 0:
                return False
    end = at + len(wanted)
    if not is_apart(raw, at, end):
        return False
    if not negated and may_be_turned(raw, at):
        return False
    return not speech or is_said(raw, at, end, cast)


def is_apart(raw: str, at: int, end: int) -> bool:
    """Whether whole words begin and end there."""
    before = at - 1
    if before >= 0 and raw[before] in _OPENS:
        before -= 1
    if before >= 0 and raw[before] not in _BEFORE:
        return False
    if end < len(raw) and raw[end] in _CLOSES:
        end += 1
    return end >= len(raw) or raw[end] in _AFTER


def may_be_turned(raw: str, at: int) -> bool:
    """Whether right before a place may stand a word that turns round what follows, in any form and
    with any marks between them.
    """
    glimpse = raw[max(at - _GLIMPSE, 0) : at].rstrip(_BESIDE)
    last = glimpse[-1:]
    if not last or last in ",;:!?" or (last == "." and is_plain_letter(glimpse[-2:-1])):
        return False  # another part of the sentence, or another one
    if glimpse.isascii() and "-" not in glimpse and glimpse.rpartition(" ")[2].isalpha():
        return bool(turned_before(f"{glimpse} "))
    folded = fold(glimpse)
    return bool(turned_before(folded) or turned_before(f"{folded} "))


def is_plain_letter(sign: str) -> bool:
    """Whether it is a letter or digit that is folded to nothing else."""
    return sign.isascii() and sign.isalnum()


def is_said(raw: str, at: int, end: int, cast: Cast | None) -> bool:
    """Whether a stretch stands in a quotation of a paragraph that is one line between blank ones,
    and whether that names the speaker, and nobody else, around it.
    """
    first, last = raw.rfind("\n\n", 0, at), raw.find("\n\n", end)
    before = raw[first + 2 if first >= 0 else 0 : at]
    after = (raw[end:last] if last >= 0 else raw[end:]).rstrip("\n")
    around = f"{before}\n{after}"
    foreign = foreign_in(around)
    if around.count("\n") > 1 or "\r" in around or not foreign <= PLAIN_SIGNS:
        return False
    if _STRAIGHT in around:
        said = _ROUND not in foreign and _CLOSED not in foreign and _in_straight(before)
    else:
        said = before.rfind(_ROUND) > before.rfind(_CLOSED)
    if not said or cast is None or not cast.speaker:
        return said
    if foreign:
        around = plainly_signed(around)
    return cast.speaker.stand_in(around) and not cast.others.stand_in(around)


def plainly_signed(text: str) -> str:
    """With its apostrophes and dashes in their plain forms."""
    for sign, plain in _FOLDED.items():
        text = text.replace(sign, plain)
    return text


def _in_straight(before: str) -> bool:
    """Whether the last of the straight marks opens, and each before it has its partner."""
    pieces = before.split(_STRAIGHT)
    if len(pieces) % 2:
        return False
    for outside, inside in zip(pieces[::2], pieces[1::2], strict=True):
        if (outside and outside[-1] != " ") or inside[:1].isspace():
            return False
    return True

"""A quotation in the pieces that must stand in the source one by one."""

from __future__ import annotations

import re

from briefgen.model.base import Record
from briefgen.quotation.fold import bare, composed, smooth
from briefgen.quotation.foreign import foreign_in
from briefgen.quotation.joiners import Joints
from briefgen.quotation.measure import word_count

# What stands for words that were left out, and what the quoting hand put in.
_SIGN = re.compile(r"\((?:\.{3}|…)\)|\[([^\[\]]{0,200})\]|…")
_LEFT_OUT = ("", "…", "...")
# Words and signs in which nothing is to be folded.
_PLAIN = re.compile(r"(?:[a-zA-Z0-9]+[,;:.!?]? )*[a-zA-Z0-9]+[,;:.!?]?")
# Marks at the ends of a quotation belong as often to the sentence around it.
EDGES = " .,;:…-"


class Piece(Record):
    """`text` is folded. `omitted`: words were left out before it; `inserted`: so many were
    put in there. `glued` at either end: letters of the same word were put in, as in “[W]e”.
    """

    text: str
    omitted: bool = False
    inserted: int = 0
    glued_start: bool = False
    glued_end: bool = False


class Cut(Record):
    """A quotation cut into pieces, with how often words were left out, and how many put in."""

    pieces: tuple[Piece, ...]
    omissions: int = 0
    insertions: int = 0


def put_in(quote: str) -> list[str]:
    """What the quoting hand put in."""
    inside = (found[1] for found in _SIGN.finditer(quote))
    return [each for each in inside if each is not None and each.strip() not in _LEFT_OUT]


def cut(quote: str, *, wide: bool, joints: Joints | None = None) -> Cut:
    """Cut a quotation at its ellipses and brackets. `joints` are those of the source."""
    if not wide and _PLAIN.fullmatch(quote):
        return Cut(pieces=(Piece(text=quote.strip(EDGES)),))
    text = " ".join(composed(quote).split())
    text = smooth(text, foreign_in(text), wide=wide)
    if joints is not None:
        text = joints.close(text)
    if "…" not in text and "[" not in text:
        whole = _piece(text, False, 0, False, False, wide=wide)  # noqa: FBT003
        return Cut(pieces=(whole,) if whole is not None else ())
    pieces: list[Piece] = []
    done = omissions = insertions = inserted = 0
    omitted = glued = False
    for found in _SIGN.finditer(text):
        inside = found[1]
        leaves_out = inside is None or inside.strip() in _LEFT_OUT
        ahead = found.end() < len(text) and text[found.end()].isalpha() and not leaves_out
        behind = text[found.start() - 1 : found.start()].isalpha() and not leaves_out
        made = _piece(text[done : found.start()], omitted, inserted, glued, behind, wide=wide)
        if made is not None:
            pieces.append(made)
            omitted, inserted = False, 0
        if leaves_out:
            omissions += 1
            omitted = True
        else:
            count = max(word_count(inside or ""), 1)
            insertions += count
            inserted += count
        glued = ahead and not wide
        done = found.end()
    made = _piece(text[done:], omitted, inserted, glued, False, wide=wide)  # noqa: FBT003
    if made is not None:
        pieces.append(made)
    return Cut(pieces=tuple(pieces), omissions=omissions, insertions=insertions)


def _piece(  # noqa: PLR0913  what is known of a piece when it ends
    text: str,
    omitted: bool,  # noqa: FBT001
    inserted: int,
    glued_start: bool,  # noqa: FBT001
    glued_end: bool,  # noqa: FBT001
    *,
    wide: bool,
) -> Piece | None:
    folded = bare(text, wide=wide)
    folded = folded.rstrip(EDGES) if glued_start else folded.strip(EDGES)
    if not any(map(str.isalnum, folded)):
        return None
    return Piece(
        text=folded,
        omitted=omitted,
        inserted=inserted,
        glued_start=glued_start,
        glued_end=glued_end and not wide,
    )

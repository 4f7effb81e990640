"""Typographic quotation marks and apostrophes, by the language of the text, in linear time."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from markdown_it.token import Token

STRAIGHT = re.compile("[\"']")
APOSTROPHE = "\u2019"
NBSP = "\u00a0"
TEXT = "text"
SPACES = ("softbreak", "hardbreak")
# These stand for something: what is beside them is beside a word.
SOLID = {"code_inline": "x", "image": "x", "raw": "x", "text_special": ""}


class Quotes(NamedTuple):
    """The marks of a language: outer ones for ", inner ones for '."""

    open: str
    close: str
    inner_open: str
    inner_close: str


def quotes_of(language: str) -> Quotes:
    """The marks of a language tag; those of English where we know none."""
    marks = {
        "de": Quotes("„", "“", "‚", "‘"),
        "fr": Quotes(f"«{NBSP}", f"{NBSP}»", "“", "”"),
        "ru": Quotes("«", "»", "„", "“"),
        "uk": Quotes("«", "»", "„", "“"),
        "fa": Quotes("«", "»", "‹", "›"),
    }
    primary = language.partition("-")[0].lower()
    return marks.get(primary, Quotes("“", "”", "‘", "’"))


class Mark(NamedTuple):
    """A straight mark: in which token, where in it, and what stands on both sides of it."""

    token: int
    at: int
    double: bool
    before: str
    after: str


def curl(tokens: list[Token], quotes: Quotes) -> None:
    """Set the marks in the text of one block. A double mark without a partner stays straight, a
    single one is an apostrophe."""
    marks = _find(tokens)
    if not marks:
        return
    set_: dict[tuple[int, int], str] = {}
    open_marks: list[Mark] = []
    doubles = 0
    for mark in marks:
        can_open, can_close = _sides(mark)
        if mark.double:
            if can_close and doubles:
                # Single marks opened inside and not closed are apostrophes.
                while not open_marks[-1].double:
                    open_marks.pop()
                partner = open_marks.pop()
                doubles -= 1
                set_[partner.token, partner.at] = quotes.open
                set_[mark.token, mark.at] = quotes.close
            elif can_open:
                open_marks.append(mark)
                doubles += 1
            continue
        set_[mark.token, mark.at] = APOSTROPHE
        if can_close and open_marks and not open_marks[-1].double:
            partner = open_marks.pop()
            set_[partner.token, partner.at] = quotes.inner_open
            set_[mark.token, mark.at] = quotes.inner_close
        elif can_open and not mark.after.isdigit():  # '90s
            open_marks.append(mark)
    _write(tokens, set_)


def _find(tokens: list[Token]) -> list[Mark]:
    marks: list[Mark] = []
    following: list[str] | None = None
    before = ""
    auto = False
    for number, token in enumerate(tokens):
        if token.type == "link_open":
            auto = token.info == "auto"
        elif token.type == "link_close":
            auto = False
        if token.type == TEXT and token.content:
            text = token.content
            if not auto:
                for found in STRAIGHT.finditer(text):
                    at = found.start()
                    if at + 1 < len(text):
                        after = text[at + 1]
                    else:
                        following = following or _following(tokens)
                        after = following[number]
                    before_mark = text[at - 1] if at else before
                    marks.append(Mark(number, at, found[0] == '"', before_mark, after))
            before = text[-1]
        elif token.type in SPACES:
            before = " "
        elif token.type in SOLID:
            before = SOLID[token.type] or token.content[-1:]
    return marks


def _following(tokens: list[Token]) -> list[str]:
    """For each token the first character that is seen after it; empty at the end."""
    following = [""] * len(tokens)
    seen = ""
    for number in range(len(tokens) - 1, -1, -1):
        following[number] = seen
        token = tokens[number]
        if token.type == TEXT:
            seen = token.content[:1] or seen
        elif token.type in SPACES:
            seen = " "
        elif token.type in SOLID:
            seen = SOLID[token.type] or token.content[:1]
    return following


def _sides(mark: Mark) -> tuple[bool, bool]:
    """Whether the mark can open, and whether it can close: an opening one leans on what follows, a
    closing one on what precedes."""
    space_before = not mark.before or mark.before.isspace()
    space_after = not mark.after or mark.after.isspace()
    if not space_before and not space_after and _is_letter(mark.before) and _is_letter(mark.after):
        # Some scripts set no spaces between words; elsewhere it is an apostrophe or an inch.
        unspaced = mark.double and not (mark.before.isascii() and mark.after.isascii())
        return unspaced, unspaced
    can_open = not space_after and (space_before or not _is_letter(mark.before))
    can_close = not space_before and (space_after or not _is_letter(mark.after))
    return can_open, can_close


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNM"


def _write(tokens: list[Token], set_: dict[tuple[int, int], str]) -> None:
    by_token: dict[int, list[tuple[int, str]]] = {}
    for (number, at), sign in sorted(set_.items()):
        by_token.setdefault(number, []).append((at, sign))
    for number, signs in by_token.items():
        text = tokens[number].content
        pieces: list[str] = []
        done = 0
        for at, sign in signs:
            pieces += (text[done:at], sign)
            done = at + 1
        pieces.append(text[done:])
        tokens[number].content = "".join(pieces)

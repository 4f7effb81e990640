"""Tags of HTML, as CommonMark 0.31, section 6.6, defines them, and blocks of HTML in pieces."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefgen.read.markdown.elements import ELEMENTS, REFUSED, UNSEEN

# Bounded, so that a row of half tags costs no more than its length.
SPACE = r"[ \t\n]"
WORD = "[A-Za-z][A-Za-z0-9-]{0,99}"
NAME = "[A-Za-z_:][A-Za-z0-9_.:-]{0,99}"
VALUE = r"\"[^\"]{0,999}\"|'[^']{0,999}'|[^ \t\n\"'=<>`]{1,999}"
TAG = re.compile(
    rf"<(?:/({WORD}){SPACE}*|({WORD})"
    rf"((?:{SPACE}+{NAME}(?:{SPACE}*={SPACE}*(?:{VALUE}))?){{0,50}}){SPACE}*/?)>"
)
EACH = re.compile(rf"{SPACE}+({NAME})(?:{SPACE}*={SPACE}*({VALUE}))?")
COMMENT = re.compile(r"<!--(?:-?>|.*?-->)", re.DOTALL)
COMMENT_OPEN = "<!--"
END = {name: re.compile(f"</{name}[ \\t\\n]*>", re.IGNORECASE) for name in UNSEEN}


class Tag(NamedTuple):
    """A tag as written: `at` is where it begins in its block, `name` in small letters, `attributes`
    in their order."""

    name: str
    closes: bool
    attributes: tuple[tuple[str, str], ...]
    source: str
    at: int

    @property
    def known(self) -> bool:
        """Whether it is HTML at all, and not a word in angle brackets."""
        return self.name in ELEMENTS or self.name in REFUSED


class Words(NamedTuple):
    """Text between tags, without references to characters."""

    text: str


class Unseen(NamedTuple):
    """What a script or a style holds."""

    text: str


class Open(NamedTuple):
    """A comment without an end."""

    at: int


Piece = Tag | Words | Unseen | Open


def tag_at(source: str, at: int, end: int) -> Tag | None:
    """The tag that begins at `at`, if one does."""
    found = TAG.match(source, at, end)
    if not found:
        return None
    given = tuple(
        (name.lower(), html.unescape(value[1:-1] if value[:1] in "\"'" and value else value))
        for name, value in EACH.findall(found[3] or "")
    )
    name = (found[1] or found[2]).lower()
    return Tag(name, bool(found[1]), given, found[0], at)


def pieces(source: str) -> Iterator[Piece]:
    """A block of HTML, taken apart. Comments are left out."""
    done = at = 0
    endless: set[str] = set()
    while (at := source.find("<", at)) >= 0:
        if source.startswith(COMMENT_OPEN, at):
            comment = COMMENT.match(source, at)
            yield Words(html.unescape(source[done:at]))
            if not comment:
                yield Open(at)
                return
            done = at = comment.end()
            continue
        tag = tag_at(source, at, len(source))
        if not tag:
            at += 1
            continue
        yield Words(html.unescape(source[done:at]))
        yield tag
        done = at = at + len(tag.source)
        if tag.name in UNSEEN and not tag.closes and tag.name not in endless:
            end = END[tag.name].search(source, at)
            if end:
                yield Unseen(source[at : end.start()])
                done = at = end.start()
            else:
                endless.add(tag.name)
    yield Words(html.unescape(source[done:]))

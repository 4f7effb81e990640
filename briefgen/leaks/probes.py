"""Probes: what is looked for. A text is cut into runs of some words, so that a part of it is found
too.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from briefgen.leaks.decode.markup import INLINE
from briefgen.leaks.fold import BREAK, fold

# A text of fewer characters says nothing that could be told from chance.
LEAST = 12
# Bytes of a folded probe: what is shorter is no probe, and a long run is cut after so many.
SHORTEST = 9
LONG = 24

# Days and numbers are printed from many fields: they prove nothing, and a probe ends at them.
_NUMBERS = re.compile(r"\d+")
# The name of a file says as much as its whole path.
_PATH = re.compile(r"\S*/\S+")
_MARKUP = re.compile(r"<[^>]*>")


def probes_of(text: str) -> Iterator[bytes]:
    """The probes of one text, plain or HTML."""
    for block in plain_text(text).split(BREAK):
        for run in _NUMBERS.split(block):
            if _says_enough(run.strip()):
                yield from _cut(run)
    if _PATH.fullmatch(text):
        for name in text.split("/"):
            if _says_enough(stem := name.rpartition(".")[0]):
                yield from _cut(stem)


def plain_text(text: str) -> str:
    """A text of a record without its markup; paragraphs and the like are divided."""
    if "<" not in text and "&" not in text:
        return text
    return html.unescape(_MARKUP.sub(_gap, text))


_INLINE = re.compile(rf"</?(?:{INLINE})\b")


def _gap(tag: re.Match[str]) -> str:
    return "" if _INLINE.match(tag[0]) else BREAK


def _says_enough(run: str) -> bool:
    # A script without spaces says in eight characters what others say in twenty.
    return len(run) >= LEAST or len(fold(run)) >= LONG


def _cut(run: str) -> Iterator[bytes]:
    """Words in their order, a probe as soon as there are enough of them; what is left over at the
    end belongs to the last."""
    probe = before = b""
    for word in _words(run):
        probe += word
        if len(probe) >= LONG:
            if before:
                yield before
            before, probe = probe, b""
    last = before + probe
    if len(last) >= SHORTEST:
        yield last


def _words(run: str) -> Iterator[bytes]:
    for word in run.split():
        # An address, or a sentence in a script without spaces.
        for start in range(0, len(word), LONG):
            yield fold(word[start : start + LONG])

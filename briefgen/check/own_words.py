"""A text without the words of others: quotations stay verbatim, so no rule of style is for them."""

from __future__ import annotations

import functools
import re


# What is quoted ends at its closing mark or, as in a quotation of several paragraphs, at an empty
# line. Straight marks come in pairs. Code, addresses and attributes are nobody's prose.
@functools.cache
def _lines() -> re.Pattern[str]:
    return re.compile(
        r"""
    ^\ {0,3}(?P<fence>```+|~~~+)[^\n]*$ .*? (?:^\ {0,3}(?P=fence)[^\n]*$|\Z)
    | ^\ {0,3}>[^\n]*$
    | ^\ {0,3}\[[^\]\n]+\]:\ [^\n]*$
    """,
        re.VERBOSE | re.MULTILINE | re.DOTALL,
    )


# Each begins with a character of its own, which makes the search fast.
@functools.cache
def _spans() -> re.Pattern[str]:
    return re.compile(
        r"""`[^`]+`
    | <!--.*?-->
    | \]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)
    | \[\[[^\]|\n]+(?=\]\]|\|)
    | https?://[^\s<>"”»)]+
    | \{[^{}\n]*\}
    | „(?:(?!\n\s*\n)[^“”])*[“”]?
    | “(?:(?!\n\s*\n)[^”])*”?
    | «(?:(?!\n\s*\n)[^»])*»?
    | "(?<!\w")(?:(?!\n\s*\n)[^"])*"
    | ‘(?<!\w‘)(?:(?!\n\s*\n)[^‘’])*(?:’(?=\w)[^‘’]*)*’(?!\w)
    """,
        re.VERBOSE | re.DOTALL,
    )


LINE_SIGNS = ("```", "~~~", ">", "]:")
# Ends of sentences and lines stay, for they part what stands around.
COVERED = re.compile(r"[^\n.!?]")
BLANK = "\0"


def own_words(text: str) -> str:
    """`text` with a blank, which is no space and no letter, for each character that is quoted, code
    or address. It is as long as before: a place in the one is a place in the other.
    """
    if any(sign in text for sign in LINE_SIGNS):
        text = _lines().sub(_cover, text)
    return _spans().sub(_cover, text)


def _cover(found: re.Match[str]) -> str:
    return COVERED.sub(BLANK, found[0])

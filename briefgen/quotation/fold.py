"""Text in the form in which quotations are compared.

What differs between two copies of one text without being another text is made equal: quotation
marks, spaces, dashes, the Unicode form, and characters that nobody sees. All else is kept: words,
their case, their order, and the other punctuation.

The Russian ё is mostly printed as е. Of Arabic script the tatweel is dropped, which only stretches
a line, and so is the zero-width non-joiner, for copies lose it (`joiners.py`). Kaf and yeh have two
code points each (ك ک, ي ی), and which one stands in a text depends on the keyboard: they are made
equal. The dotless ى is left apart, for in Arabic it makes another word (على and علي). Vowel signs
and Hebrew points are kept as they stand in the source: they tell how a word is read, and so what it
means.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Set as AbstractSet

from briefgen.quotation.foreign import foreign_in
from briefgen.quotation.measure import UNSPACED, has_unspaced

# Each character that is written in several ways, with the one that stands for all.
_SAME = {
    **dict.fromkeys("–—‐‑‒―−⸺⸻־﹘", "-"),
    **dict.fromkeys("’‘‛‚ʼ′׳", "'"),
    **dict.fromkeys("\u00ad\u061c\u0640\u180e\u200b\u200c\u200d\u200e\u200f", ""),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff", ""),
    "ё": "е",
    "Ё": "Е",
    "ي": "ی",
    "ك": "ک",
    "۔": ".",
    "。": ".",
    "、": ",",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "⋯": "…",
}
_ELLIPSIS = re.compile(r"\.(?:[^\S\n]?\.){2,}|…(?:[^\S\n]?…)+")
_SPACES = re.compile(" {2,}")
_AROUND_ELLIPSIS = re.compile(" ?… ?")
# Beside these marks stands no space, before those that close and behind those that open.
_BEFORE_CLOSING, _OPENING = re.compile(r" (?=[,.;:!?»”)\]])"), "«„“(["
# What looks like an apostrophe is a quotation mark where it does not stand between two letters.
_EDGE = re.compile(r"'(?:(?!\w)|(?<!\w'))")
# All quotation marks; single ones are written ‘ by now.
MARKS = frozenset('"“”„‟«»‹›「」『』《》〈〉〝〞״＂‘')
QUOTES = re.compile(f"[{''.join(sorted(MARKS))}]")


# Marks that are no letters, and have one form only (the ellipsis is kept apart below).
_SIMPLE = frozenset("“”‘’–—…«»„")


# These two are compiled where a script is met that writes no spaces: see `measure.py`.
@functools.cache
def _tight_wide() -> re.Pattern[str]:
    """A space beside a character of such a script."""
    return re.compile(rf" (?=[{UNSPACED}])|(?<=[{UNSPACED},.;:!?]) ")


@functools.cache
def _edge_wide() -> re.Pattern[str]:
    return re.compile(rf"'(?:(?!\w)|(?<!\w')|(?<=[{UNSPACED}]')|(?=[{UNSPACED}]))")


def is_simple(foreign: AbstractSet[str]) -> bool:
    """Whether a text is plain English but for its typography, by its foreign characters."""
    return foreign <= _SIMPLE


def composed(text: str) -> str:
    """In the Unicode form NFKC, in which ligatures, full-width letters and the like are plain ones.
    Line ends stay.
    """
    if text.isascii() or is_simple(foreign_in(text)):
        return text
    # Their compatibility forms have a space in them.
    text = text.replace("´", "'").replace("…", "⋯")
    return text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)


def is_wide(foreign: AbstractSet[str]) -> bool:
    """Whether any of a text is in a script that writes no spaces, by its foreign characters."""
    return bool(foreign) and has_unspaced("".join(foreign))


def smooth(text: str, foreign: AbstractSet[str], *, wide: bool) -> str:
    """`composed` text in its plain form, with its quotation marks; single spaces only. `foreign`
    are the characters in it that are not ASCII; `wide`: as for a script without spaces.
    """
    odd = foreign & _SAME.keys()
    for each in odd:
        text = text.replace(each, _SAME[each])
    if odd and "  " in text:
        text = _SPACES.sub(" ", text)  # a character that nobody sees stood between two
    if "`" in text:
        text = text.replace("`", "'")
    if "'" in text:
        text = (_edge_wide() if wide else _EDGE).sub("‘", text)
    if ".." in text or ". ." in text or ("…" in text and "……" in text):
        text = _ELLIPSIS.sub("…", text)
    if "-" in text:
        text = _tight_dashes(text)
    text = _BEFORE_CLOSING.sub("", text)
    for mark in _OPENING:
        if mark in text:  # one character is looked for ten times as fast as two
            text = text.replace(f"{mark} ", mark)
    return _tight_wide().sub("", text) if wide else text


def without_ellipses(text: str, *, wide: bool) -> str:
    """`smooth` text without its ellipses."""
    if "…" not in text:
        return text
    return text.replace("…", "") if wide else _AROUND_ELLIPSIS.sub(" ", text)


def bare(text: str, *, wide: bool) -> str:
    """`smooth` text without its quotation marks and ellipses."""
    text = without_ellipses(text, wide=wide)
    if text.isascii():  # as most quotations are
        return text.replace('"', "")
    return QUOTES.sub("", text)


def fold(text: str) -> str:
    """Any text on one line, in the form in which it is compared."""
    text = " ".join(composed(text).split())
    foreign = foreign_in(text)
    wide = is_wide(foreign)
    return bare(smooth(text, foreign, wide=wide), wide=wide).strip()


def _tight_dashes(text: str) -> str:
    text = text.replace(" -", "-").replace("- ", "-")
    while "--" in text:
        text = text.replace("--", "-").replace(" -", "-").replace("- ", "-")
    return text

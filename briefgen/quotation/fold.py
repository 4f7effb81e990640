"""Text in the form in which quotations are compared.

What differs between two copies of one text without being another text is made equal: quotation
marks, spaces, dashes, the Unicode form, and characters that nobody sees. All else is kept: words,
their case, their order, and the other punctuation.

Of Arabic script the tatweel is dropped, which only stretches a line, and so is the zero-width
non-joiner, for copies lose it. Kaf and yeh have two code points each (ك ک, ي ی), and which one
stands in a text depends on the keyboard: they are made equal. The dotless ى is left apart, for in
Arabic it makes another word (على and علي). Vowel signs and Hebrew points are kept as they stand in
the source: they tell how a word is read, and so what it means.
"""

from __future__ import annotations

import re
import unicodedata

from briefgen.quotation.measure import UNSPACED

# Each character that is written in several ways, with the one that stands for all.
_SAME = {
    **dict.fromkeys("‐‑‒–—―−⸺⸻־﹘", "-"),
    **dict.fromkeys("’‘‛‚ʼ′׳`", "'"),
    **dict.fromkeys("\u00ad\u061c\u0640\u180e\u200b\u200c\u200d\u200e\u200f", ""),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff", ""),
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
_ODD = re.compile(f"[{''.join(_SAME)}]")
_ELLIPSIS = re.compile(r"\.(?:[^\S\n]?\.){2,}|…(?:[^\S\n]?…)+")
_WIDE = re.compile(f"[{UNSPACED}]")
# No space beside a dash, before a mark that closes, and behind one that opens; nor beside a
# character of a script that knows none.
_TIGHT = re.compile(r" ?-+ ?| (?=[,.;:!?»”)\]])|(?<=[«„“(\[]) ")
_TIGHT_WIDE = re.compile(
    rf" ?-+ ?| (?=[,.;:!?»”)\]])|(?<=[«„“(\[]) | (?=[{UNSPACED}])|(?<=[{UNSPACED},.;:!?]) "
)
_QUOTES = re.compile(r"[\"“”„‟«»‹›「」『』《》〈〉〝〞״＂]|(?<!\w)'|'(?!\w)| ?… ?")
_QUOTES_WIDE = re.compile(
    rf"[\"“”„‟«»‹›「」『』《》〈〉〝〞״＂]|(?<!\w)'|'(?!\w)|(?<=[{UNSPACED}])'|'(?=[{UNSPACED}])|…"
)


def composed(text: str) -> str:
    """In the Unicode form NFKC, in which ligatures, full-width letters and the like are plain ones.
    Line ends stay.
    """
    if text.isascii():
        return text
    # Their compatibility forms have a space in them.
    text = text.replace("´", "'").replace("…", "⋯")
    return text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)


def is_wide(text: str) -> bool:
    """Whether any of it is in a script that writes no spaces."""
    return not text.isascii() and _WIDE.search(text) is not None


def smooth(text: str, *, wide: bool) -> str:
    """`composed` text in its plain form, with its quotation marks; single spaces only. `wide`: as
    for a script without spaces.
    """
    if not text.isascii() or "`" in text:
        text = _ODD.sub(_same, text)
    if ".." in text or ". ." in text or "……" in text:
        text = _ELLIPSIS.sub("…", text)
    return (_TIGHT_WIDE if wide else _TIGHT).sub(_tight, text)


def bare(text: str, *, wide: bool) -> str:
    """`smooth` text without its quotation marks and ellipses."""
    if wide:
        return _QUOTES_WIDE.sub("", text)
    return _QUOTES.sub(_dropped, text)


def fold(text: str) -> str:
    """Any text on one line, in the form in which it is compared."""
    text = " ".join(composed(text).split())
    wide = is_wide(text)
    return bare(smooth(text, wide=wide), wide=wide).strip()


def _same(found: re.Match[str]) -> str:
    return _SAME[found[0]]


def _tight(found: re.Match[str]) -> str:
    return "-" if "-" in found[0] else ""


def _dropped(found: re.Match[str]) -> str:
    return " " if "…" in found[0] else ""

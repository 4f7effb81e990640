"""Slugs: the part of an address that names an item, safe as a file name on every system."""

from __future__ import annotations

import re
import unicodedata

# File systems allow 255 bytes a name; an ending such as `.csl.json` and room for a suffix remain.
LONGEST = 200

PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

# Device names of Windows, which no file may bear whatever its ending (Microsoft, “Naming Files,
# Paths, and Namespaces”).
RESERVED = frozenset(
    ("con", "prn", "aux", "nul"),
) | {f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"}

JOINS = "'’ʼ"  # an apostrophe belongs to its word
NON_JOINER = "\u200c"  # in Persian it separates parts of a word, as a hyphen does


def slugify(text: str) -> str:
    """A slug made of `text`: letters and digits of any script in NFC, folded to lower case, with
    one hyphen for whatever stands between them. Empty if `text` has none. A slug stays as it is."""
    if PLAIN.fullmatch(text) and len(text) <= LONGEST and text not in RESERVED:
        return text
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    words = "".join(_keep(character) for character in folded).split("-")
    slug = unicodedata.normalize("NFC", "-".join(filter(None, map(_bare, words))))
    slug = slug.encode()[:LONGEST].decode(errors="ignore").rstrip("-")
    return f"{slug}-0" if slug in RESERVED else slug


def is_slug(text: str) -> bool:
    """Whether `text` can stand as a slug just as it is."""
    return bool(text) and slugify(text) == text


def _keep(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] in "LNM":
        return character
    dropped = character in JOINS or (category == "Cf" and character != NON_JOINER)
    return "" if dropped else "-"


def _bare(word: str) -> str:
    """Without marks at its beginning, which have no letter to stand on."""
    for at, character in enumerate(word):
        if unicodedata.category(character)[0] != "M":
            return word[at:]
    return ""

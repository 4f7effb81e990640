"""The script of a name, for those who read it aloud and those who set it."""

from __future__ import annotations

import unicodedata

from briefgen.plan.direction import direction
from briefgen.plan.views.terms import Spelling

# The first word of a letter's Unicode name, and the script of ISO 15924 in the tag of BCP 47.
SCRIPTS = {
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "BENGALI": "Beng",
    "CJK": "Hani",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
    "HIRAGANA": "Hira",
    "KATAKANA": "Kana",
    "MONGOLIAN": "Mong",
    "THAI": "Thai",
    "TIBETAN": "Tibt",
}


def spelling_of(name: str) -> Spelling:
    """A name with its script, told by its first letter. Which language it is in nobody says, so the
    tag leaves that open.
    """
    letter = next((each for each in name if each.isalpha()), "")
    script = SCRIPTS.get(unicodedata.name(letter, "").split(" ", maxsplit=1)[0], "")
    lang = f"und-{script}" if script else ""
    return Spelling(text=name, lang=lang, dir=direction(lang))

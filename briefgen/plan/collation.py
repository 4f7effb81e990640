"""The order of an alphabet: what an index is sorted by.

Letters stand as in their own alphabet, without regard to case and to marks over them; scripts stand
one after the other, Latin first. Babel has no collation, and ICU would be a library of its own for
the indexes of a few dozen names.
"""

from __future__ import annotations

import functools
import unicodedata

# Alphabets in which the order of Unicode is not that of readers.
ALPHABETS = (
    "абвгґдђѓеєжзѕиіїйјклљмнњоөпрстћќуўүфхһцчџшщъыьэюя",
    # Persian, with what Arabic, Pashto, Dari and Urdu add beside it.
    "ءآاأإبپتټٹثجځچڅحخدډڈذرړڑزژږسشښصضطظعغفقکكګگلمنںڼوؤهةھیيېۍئىے",
)
PLACES = {letter: place for alphabet in ALPHABETS for place, letter in enumerate(alphabet)}
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW")

Key = tuple[tuple[int, int], ...]


@functools.lru_cache(maxsize=8192)
def order_of(name: str) -> tuple[Key, str]:
    """The key by which `name` is sorted."""
    folded = unicodedata.normalize("NFC", name).casefold()
    return tuple(key for letter in folded if (key := _letter(letter)) is not None), name


def _letter(letter: str) -> tuple[int, int] | None:
    """Script and place of a letter; the space before all letters, as indexes file word by word. A
    hyphen parts words too, and ё is filed as е.
    """
    if letter.isspace() or unicodedata.category(letter) == "Pd":
        return (-2, 0)
    if letter in PLACES:
        script = unicodedata.name(letter).partition(" ")[0]
        return (SCRIPTS.index(script), PLACES[letter])
    base = unicodedata.normalize("NFD", letter)[0]
    if base.isdigit():
        return (-1, unicodedata.digit(base, 0))
    if not base.isalpha():
        return None
    script = unicodedata.name(base, "").partition(" ")[0]
    rank = SCRIPTS.index(script) if script in SCRIPTS else len(SCRIPTS)
    return (rank, PLACES.get(base, ord(base)))

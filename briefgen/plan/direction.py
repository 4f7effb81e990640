"""Which way a language is written."""

from __future__ import annotations

import functools

# Languages written from right to left in their usual script (Unicode CLDR, layout of characters),
# by the subtag of BCP 47.
RIGHT_TO_LEFT = frozenset(
    [
        "ar",
        "arc",
        "ckb",
        "dv",
        "fa",
        "he",
        "iw",
        "khw",
        "ks",
        "nqo",
        "pnb",
        "ps",
        "sd",
        "syr",
        "ug",
        "ur",
        "yi",
    ],
)
RTL_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo"})


@functools.lru_cache(maxsize=256)
def direction(language: str) -> str:
    """Return "rtl" or "ltr"; empty for an empty `language`."""
    if not language:
        return ""
    tags = language.casefold().replace("_", "-").split("-")
    script = next((tag for tag in tags[1:] if len(tag) == 4), "")  # noqa: PLR2004  a script subtag has four letters
    if script:
        return "rtl" if script in RTL_SCRIPTS else "ltr"
    return "rtl" if tags[0] in RIGHT_TO_LEFT else "ltr"

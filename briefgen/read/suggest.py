"""The nearest of a set of names, for “did you mean”."""

from __future__ import annotations

from collections.abc import Iterable

# Below this likeness (0 to 100) a suggestion is noise rather than help.
LIKENESS = 70


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like `word`, if any is like it. Letter case does not count."""
    # Imported here: most builds have no mistake to explain, and need not pay for it.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    found = process.extractOne(
        word,
        sorted(names),
        scorer=fuzz.ratio,
        processor=str.casefold,
        score_cutoff=LIKENESS,
    )
    return found[0] if found else None


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """A hint with the nearest name, or none."""
    found = nearest(word, names)
    return f"Did you mean `{found}`?" if found else ""


def nearest_passage(words: str, texts: Iterable[str]) -> str | None:
    """The text in which something most like `words` stands, if in any."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  as above

    found = process.extractOne(
        words,
        list(texts),
        scorer=fuzz.partial_ratio,
        processor=str.casefold,
        score_cutoff=LIKENESS,
    )
    return found[0] if found else None

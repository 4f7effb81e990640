"""What papers do to a report that they carry."""

from __future__ import annotations

import random
import re

SENTENCE = re.compile(r"(?<=[.!?。])\s+|(?<=。)")


def _is_spaced(text: str) -> bool:
    return " " in text.strip()


def edited(text: str, seed: int) -> str:
    """A word in sixteen is another, one sentence is gone, and the dateline is the paper's own."""
    draw = random.Random(seed)  # noqa: S311  a test, not a secret
    sentences = sentences_of(text)
    del sentences[draw.randrange(2, len(sentences))]
    words = list(" ".join(sentences)) if not _is_spaced(text) else " ".join(sentences).split()
    for at in draw.sample(range(len(words)), len(words) // 16):
        words[at] = "另" if not _is_spaced(text) else f"other{at}"
    joined = ("" if not _is_spaced(text) else " ").join(words)
    return f"ORMSUND, Wednesday (own report). {joined}"


def cut(text: str, part: float) -> str:
    """Only the beginning, so much of it."""
    sentences = sentences_of(text)
    return " ".join(sentences[: max(2, round(len(sentences) * part))])


def wrapped(text: str) -> str:
    """Laid out for another paper: other line ends, marks and dashes."""
    return "\n\n".join(sentences_of(text)).replace("“", '"').replace("”", '"').replace("’", "'")


def sentences_of(text: str) -> list[str]:
    """The sentences of a text."""
    return [each for each in SENTENCE.split(" ".join(text.split())) if each]

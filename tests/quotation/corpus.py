"""The corpus: quotations that are true, and doctored ones, over texts that were written for it."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import NamedTuple

from briefgen.quotation.names import Person
from briefgen.quotation.prove import Claim, prove
from briefgen.quotation.source import Source
from briefgen.quotation.verdict import Judgment, Verdict

FOLDER = Path(__file__).parent / "corpus"
SCRIPTS = {
    "en": "Latin",
    "ru": "Cyrillic",
    "ar": "Arabic",
    "fa": "Arabic",
    "he": "Hebrew",
    "zh": "Chinese",
    "zh-Hant": "Chinese",
}
KINDS = {"true": Verdict.PROVEN} | {each.value: each for each in Verdict}


class Sample(NamedTuple):
    """One line of the corpus: what it is, its source, who is said to have said it, the words."""

    kind: Verdict
    source: str
    speaker: str
    quote: str

    @property
    def language(self) -> str:
        return self.source.partition(".")[2]

    @property
    def script(self) -> str:
        return SCRIPTS[self.language]


def load_samples(name: str) -> list[Sample]:
    """The lines of a file of the corpus."""
    return [
        Sample(KINDS[kind], source, speaker, quote)
        for kind, source, speaker, quote in (line.split(" | ", 3) for line in _lines(name))
    ]


def _lines(name: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@functools.cache
def source_of(name: str) -> Source:
    """The text with this name."""
    return Source((FOLDER / "sources" / f"{name}.txt").read_text(encoding="utf-8"))


@functools.cache
def _people() -> dict[str, list[str]]:
    pairs = (line.split(" | ") for line in _lines("people.txt"))
    return {source: names.split(", ") for source, names in pairs}


def judged(sample: Sample) -> Judgment:
    """What is found of it, as of a statement of an article."""
    others = (name for name in _people()[sample.source] if name != sample.speaker)
    claim = Claim(
        quote=sample.quote,
        speaker=Person(names=(sample.speaker,)),
        others=tuple(Person(names=(name,)) for name in others),
    )
    return prove(claim, source_of(sample.source), english=sample.language == "en")

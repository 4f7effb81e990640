"""Whatever run of words is quoted, however it is written, it is proven; with one word that the
source does not have in its place, it never is.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.quotation.find import find_spans
from briefgen.quotation.glance import stands_plainly
from briefgen.quotation.measure import FEWEST, FEWEST_UNSPACED
from briefgen.quotation.prove import Claim, prove, prove_closely
from briefgen.quotation.verdict import Verdict
from tests.quotation.corpus import FOLDER, SCRIPTS, source_of

LANGUAGES = sorted(SCRIPTS)
SOURCES = sorted(path.stem for path in (FOLDER / "sources").glob("*.txt"))
# Words that none of the texts has, one for each script.
FOREIGN = {
    "Latin": "zebra",
    "Cyrillic": "зебра",
    "Arabic": "زرافة",
    "Hebrew": "זברה",
    "Chinese": "象",
}
PAIRS = ["“”", "«»", "„“", '""', "‘’", "「」", "''"]
DASHES = ["-", " - ", " – ", "—", " — ", "‒"]
SPACES = [" ", "  ", "\u00a0", "\n", "\u2009", " \u200b"]
WRONG = {Verdict.ALTERED, Verdict.ABSENT, Verdict.SPLICED}
Form = Literal["NFC", "NFD", "NFKC"]
FORMS: list[Form] = ["NFC", "NFD", "NFKC"]


def quoted_words(name: str) -> list[list[str]]:
    """The words of each quoted span of a text, with their signs; characters where it has no
    spaces."""
    text = (FOLDER / "sources" / f"{name}.txt").read_text(encoding="utf-8")
    spans = [span.text for line in text.splitlines() for span in find_spans(line)]
    if name.partition(".")[2].startswith("zh"):
        return [list(span) for span in spans]
    return [span.split(" ") for span in spans]


def fewest(name: str) -> int:
    return FEWEST_UNSPACED * 2 if "zh" in name else FEWEST * 2


SPANS = {
    name: [words for words in quoted_words(name) if len(words) >= fewest(name)] for name in SOURCES
}


@st.composite
def runs(draw: st.DrawFn, name: str) -> list[str]:
    """A run of words of a quoted span, long enough to be proved."""
    words = draw(st.sampled_from(SPANS[name]))
    first = draw(st.integers(0, len(words) - fewest(name)))
    last = draw(st.integers(first + fewest(name), len(words)))
    return words[first:last]


def joined(words: list[str], name: str, space: str = " ") -> str:
    return "".join(words) if "zh" in name else space.join(words)


def verdict(quote: str, name: str) -> Verdict:
    return prove(Claim(quote=quote), source_of(name), english=False).verdict


@pytest.mark.parametrize("name", SOURCES)
def test_any_run_of_quoted_words_is_proven_however_it_is_written(name: str) -> None:
    @settings(max_examples=60, deadline=None)
    @given(
        words=runs(name),
        pair=st.sampled_from(PAIRS),
        dash=st.sampled_from(DASHES),
        space=st.sampled_from(SPACES),
        form=st.sampled_from(FORMS),
    )
    def proven(words: list[str], pair: str, dash: str, space: str, form: Form) -> None:
        text = re.sub(r"\s*[–—]\s*", dash, joined(words, name, space))
        text = unicodedata.normalize(form, text).replace("'", "’")
        found = verdict(f"{pair[0]}{text}{pair[1]}", name)
        # Where what goes before is a “not”, that is told.
        assert found in (Verdict.PROVEN, Verdict.TURNED)

    proven()


@pytest.mark.parametrize("name", SOURCES)
def test_what_is_seen_at_a_glance_would_be_proven_by_a_closer_look(name: str) -> None:
    source = source_of(name)

    @settings(max_examples=60, deadline=None)
    @given(words=runs(name), speech=st.booleans())
    def same(words: list[str], speech: bool) -> None:  # noqa: FBT001
        quote = joined(words, name)
        if stands_plainly(quote, source.raw, None, speech=speech):
            claim = Claim(quote=quote, speech=speech)
            assert prove_closely(claim, source, None, english=False).verdict is Verdict.PROVEN

    same()


@pytest.mark.parametrize("name", SOURCES)
def test_a_word_that_the_source_does_not_have_is_never_proven(name: str) -> None:
    @settings(max_examples=60, deadline=None)
    @given(words=runs(name), at=st.integers(0, 10_000))
    def refused(words: list[str], at: int) -> None:
        places = [n for n, word in enumerate(words) if any(map(str.isalnum, word))]
        changed = list(words)
        changed[places[at % len(places)]] = FOREIGN[SCRIPTS[name.partition(".")[2]]]
        assert verdict(joined(changed, name), name) in WRONG

    refused()

"""Texts in Latin letters are measured by shorter patterns, and come to the same."""

from __future__ import annotations

import pytest

from briefgen.quotation import measure

TEXTS = (
    "We shall not wait for them.",
    "the re-opened harbour, the workers’ day, don't 'shut' it_now",
    "“Ça suffit”, a-t-elle dit… l’an 2021 – naïve œuvre Straße",
    "rock ’n’ roll -- 3,5 % of €12_000",
    "",
    "’‑-'",
)


@pytest.mark.parametrize("text", TEXTS)
def test_the_short_patterns_find_what_the_whole_ones_do(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def measured() -> tuple[object, ...]:
        return (
            measure.words_of(text),
            measure.unit_spans(text),
            measure.word_count(text),
            [measure.is_short(" ".join(text.split()[:count])) for count in range(9)],
        )

    short = measured()
    monkeypatch.setattr(measure, "_is_latin", lambda _: False)
    assert measured() == short


def test_every_character_that_is_counted_by_itself_is_seen() -> None:
    for low, high in (("\u0e00", "\u0eff"), ("\u3040", "\u30ff"), ("\u4e00", "\u9fff")):
        assert measure.is_unspaced(low)
        assert measure.is_unspaced(high + "a")
        assert measure.has_unspaced(f"a “{high}”")
    assert not measure.is_unspaced("")
    assert not measure.is_unspaced("“a")
    assert not measure.has_unspaced("Слово “and” كلمة")
    assert measure.word_count("北京 a") == len("北京a")

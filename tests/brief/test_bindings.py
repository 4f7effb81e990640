"""Which words stay on one line, in which language."""

from __future__ import annotations

import pytest

from briefgen.render.brief.bindings import bind_words
from tests.brief.test_html import tree

LONG = "a paragraph of so many words that it takes a second line"


def bound(markup: str, language: str) -> str:
    """The text of some markup after binding, with `_` for a space that does not break."""
    root = tree(markup)
    bind_words(root, language)
    return "".join(root.itertext()).replace("\N{NO-BREAK SPACE}", "_")


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "on 17 August 2021 at noon", "on 17_August 2021 at noon"),
        ("en", "on August 17 at noon", "on August_17 at noon"),
        ("en", "August brings rain", "August brings rain"),
        ("en", "the 1917 August course", "the 1917 August course"),
        ("ru", "а 17 августа он", "а 17_августа он"),
        ("de", "am 3. Mai kam", "am 3._Mai kam"),
        ("fa", "در ۲۶ اوت بود", "در ۲۶_اوت بود"),
        ("en", "some 12 km off, 3 million people", "some 12_km off, 3_million people"),
        ("en", "at 12 kmers", "at 12 kmers"),
        ("en", "see No. 7 and p. 12 there", "see No._7 and p._12 there"),
        ("en", "said A. Lincoln there", "said A._Lincoln there"),
        # In another language a word is another word.
        ("ru", "17 August", "17 August"),
        ("", "17 August", "17 August"),
    ],
)
def test_what_belongs_together_is_not_parted(language: str, text: str, wanted: str) -> None:
    assert bound(text, language) == wanted


def test_a_short_last_word_does_not_stand_alone() -> None:
    assert bound(f"<p>{LONG} or so.</p>", "en").endswith("or_so.")
    assert bound(f"<p>{LONG} indeed.</p>", "en").endswith("line indeed.")
    assert bound("<p>As short as so.</p>", "en").endswith("as so.")
    assert bound(f"<p>{LONG} or <em>so</em></p>", "en").endswith("or so")


def test_passages_are_bound_in_their_own_language_and_code_is_not() -> None:
    passage = '<span lang="fr">le 17 août</span>'
    markup = f"<p>Il vint {passage} or 17 août afterwards.</p><code>17 August</code>"
    assert bound(markup, "en") == "Il vint le 17_août or 17 août afterwards.17 August"

"""The Admiralty code in words (NATO AJP-2.1, annex on the evaluation of sources)."""

from __future__ import annotations

from briefgen.plan.views.parts import RatingView
from briefgen.words import Words

RELIABILITY = "ABCDEF"
CREDIBILITY = "123456"


def rating_view(rating: str, words: Words) -> RatingView | None:
    """A rating such as "B2" in words; None if there is none."""
    if not rating:
        return None
    letter, figure = rating[0], rating[1]
    return RatingView(
        reliability=letter,
        credibility=figure,
        reliability_words=reliability_text(letter, words),
        credibility_words=credibility_text(figure, words),
    )


def reliability_text(letter: str, words: Words) -> str:
    """What a letter says of a source."""
    return words.text(f"reliability.{letter}")


def credibility_text(figure: str, words: Words) -> str:
    """What a figure says of what a source says."""
    return words.text(f"credibility.{figure}")

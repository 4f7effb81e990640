"""The Admiralty code in words (NATO AJP-2.1, annex on the evaluation of sources)."""

from __future__ import annotations

from briefgen.plan.views.parts import RatingView

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}


def rating_view(rating: str) -> RatingView | None:
    """A rating such as "B2" in words; None if there is none."""
    if not rating:
        return None
    letter, figure = rating[0], rating[1]
    return RatingView(
        reliability=letter,
        credibility=figure,
        reliability_words=RELIABILITY[letter],
        credibility_words=CREDIBILITY[figure],
    )

"""How sources are rated here, and what else readers should know of the method."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.plan.views.pages import LikelihoodRow


class SignView(Record):
    """A letter or a figure of the Admiralty code: what it says, and how many sources have it."""

    sign: str
    words: str
    count: int = 0


class RatingsView(Record):
    """Ratings and method (template `ratings.html`). `cells` says how many of all `sources` have
    each rating ("B2"), `rated` how many have any. `proven` of `checked` quotations stand word for
    word in their captured texts, of which there are `captured`. `likelihoods` has every term of
    the scale.
    """

    title: str
    reliability: tuple[SignView, ...]
    credibility: tuple[SignView, ...]
    likelihoods: tuple[LikelihoodRow, ...]
    cells: dict[str, int] = {}
    rated: int = 0
    sources: int = 0
    statements: int = 0
    checked: int = 0
    proven: int = 0
    captured: int = 0

"""The page that explains ratings and the method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefgen.model.packet import Likelihood
from briefgen.plan.addresses import RATINGS
from briefgen.plan.artifact import Artifact
from briefgen.plan.context import Context
from briefgen.plan.ratings import (
    CREDIBILITY,
    RELIABILITY,
    credibility_text,
    reliability_text,
)
from briefgen.plan.views.pages import LikelihoodRow
from briefgen.plan.views.ratings import RatingsView, SignView
from briefgen.resolve.explained import is_explained, speaks


def plan_ratings(context: Context) -> Iterable[Artifact]:
    """The page, where it has something to explain."""
    site, words = context.site, context.words
    if not is_explained(site):
        return
    articles = tuple(each for each in site.articles.values() if speaks(each))
    sources = tuple(each.keys.source for each in site.articles.values() if each.keys.source)
    ratings = tuple(each.rating for each in sources if each.rating)
    letters, figures = Counter(each[0] for each in ratings), Counter(each[1] for each in ratings)
    proofs = [proof for each in articles if (proof := context.parts.proof(each)) is not None]
    title = words.text("ratings")
    frame = context.frames.frame(
        RATINGS, title, (each.keys for each in articles), current="ratings"
    )
    view = RatingsView(
        title=title,
        reliability=tuple(
            SignView(sign=sign, words=reliability_text(sign, words), count=letters[sign])
            for sign in RELIABILITY
        ),
        credibility=tuple(
            SignView(sign=sign, words=credibility_text(sign, words), count=figures[sign])
            for sign in CREDIBILITY
        ),
        likelihoods=tuple(
            LikelihoodRow(
                term=words.text(f"terms.{each.value}"), low=each.bounds[0], high=each.bounds[1]
            )
            for each in Likelihood
        ),
        cells=dict(sorted(Counter(ratings).items())),
        rated=len(ratings),
        sources=len(sources),
        statements=sum(len(each.keys.statements) for each in articles),
        checked=sum(proof.checked for proof in proofs),
        proven=sum(proof.proven for proof in proofs),
        captured=len(proofs),
    )
    # The numbers tell of every article.
    yield context.page(frame, "ratings.html", view, context.article_ids(tuple(site.articles)))

"""What became of the articles that a key judgment rests on."""

from __future__ import annotations

from briefgen.model.article import CorrectionKind
from briefgen.model.item import Article
from briefgen.model.packet import Judgment
from briefgen.plan.context import Context
from briefgen.plan.views.pages import DoubtView, ItemRef
from briefgen.plan.views.parts import DateView
from briefgen.plan.withdrawn import gone_views
from briefgen.resolve.standing import SHAKEN, Standing, standing_of


def doubts_of(
    context: Context, judgment: Judgment, lost: tuple[str, ...], numbers: dict[str, int]
) -> tuple[DoubtView, ...]:
    """The articles of a judgment that no longer stand as they did, first those that were withdrawn
    (`lost`), then the others in the packet's order; `numbers` are those of its items by slug.
    """
    ordered = sorted(judgment.articles, key=lambda slug: numbers.get(slug, len(numbers) + 1))
    found = (_doubt(context, context.site.articles[slug], numbers) for slug in ordered)
    return (
        *(_lost(context, slug) for slug in lost),
        *(each for each in found if each is not None),
    )


def _lost(context: Context, slug: str) -> DoubtView:
    """What was withdrawn is not named: see `resolve.tombstones`."""
    (gone,) = gone_views(context, (slug,))
    return DoubtView(
        item=None,
        standing=Standing.WITHDRAWN.value,
        # The notes stand latest first.
        date=gone.notes[-1].date if gone.notes else None,
        href=gone.href,
    )


def is_baseless(context: Context, judgment: Judgment) -> bool:
    """Whether a judgment names articles, and each of them was taken back or is disputed."""
    relations = context.site.relations
    return bool(judgment.articles) and all(
        standing_of(context.site.articles[slug], relations) in SHAKEN for slug in judgment.articles
    )


def _doubt(context: Context, article: Article, numbers: dict[str, int]) -> DoubtView | None:
    relations = context.site.relations
    standing = standing_of(article, relations)
    if standing is None:
        return None
    by: dict[str, None] = {}
    if standing in {Standing.DISPUTED, Standing.DISPUTED_IN_PART}:
        by = dict.fromkeys(each.by for each in relations.disputed_by[article.slug])
    elif standing is Standing.SUPERSEDED:
        by = dict.fromkeys(relations.superseded_by[article.slug])

    def item(slug: str) -> ItemRef:
        return ItemRef(article=context.parts.article_ref(slug), number=numbers.get(slug, 0))

    return DoubtView(
        item=item(article.slug),
        standing=standing.value,
        date=_taken_back(context, article) if standing is Standing.RETRACTED else None,
        by=tuple(item(slug) for slug in by),
    )


def _taken_back(context: Context, article: Article) -> DateView:
    found = (each for each in article.keys.corrections if each.kind is CorrectionKind.RETRACTION)
    return context.parts.correction(min(found, key=lambda each: each.date.at)).date

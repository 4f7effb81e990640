"""The pages of articles."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.item import Article, Kind
from briefgen.plan.addresses import item_address
from briefgen.plan.artifact import Artifact, ArtifactKind
from briefgen.plan.context import Context
from briefgen.plan.dates import moment_view
from briefgen.plan.direction import direction
from briefgen.plan.marks import titled
from briefgen.plan.media import printed
from briefgen.plan.views.pages import ArticleView
from briefgen.plan.views.parts import Ref
from briefgen.resolve.terms import TermKind


def plan_articles(context: Context) -> Iterable[Artifact]:
    """One page for each published article."""
    for article in context.site.articles.values():
        path = item_address(Kind.ARTICLE, article.slug)
        neighbours = neighbours_of(context, article.slug)
        view = article_view(context, article, neighbours)
        seen = seen_beside(context, article)
        shown = (article, *(context.site.articles[slug] for slug in seen))
        frame = context.frames.frame(
            path,
            titled(article, context.words),
            (each.keys for each in shown),
            current="articles",
            description=article.keys.summary,
            lang=view.lang,
        )
        beside = context.article_ids((*seen, *named_beside(context, article)))
        carried = context.packet_ids(context.site.relations.packets.get(article.slug, ()))
        near = context.article_ids(tuple(slug for slug in neighbours if slug))
        yield context.page(
            frame,
            "article.html",
            view,
            (article.id, *beside, *carried, *near),
            needs=(context.need(article, frame.root),),
            kind=ArtifactKind.PAGE,
        )


def seen_beside(context: Context, article: Article) -> tuple[str, ...]:
    """The slugs of the other articles whose matter, not only whose title, the page shows."""
    relations = context.site.relations
    return (
        *relations.related.get(article.slug, ()),
        *relations.duplicates.get(article.slug, ()),
        *(each.by for each in relations.disputed_by.get(article.slug, ())),
        *(each.of for each in relations.disputes.get(article.slug, ())),
    )


def named_beside(context: Context, article: Article) -> tuple[str, ...]:
    """The slugs of the other articles of which the page shows the title and no more."""
    superseded_by = context.site.relations.superseded_by.get(article.slug, ())
    supersedes = (each for each in article.keys.supersedes if each in context.site.articles)
    return (*superseded_by, *supersedes)


def neighbours_of(context: Context, slug: str) -> tuple[str, str]:
    """The slugs of the articles before and after this one in the latest packet that carries it."""
    packets = context.site.relations.packets.get(slug, ())
    if not packets:
        return "", ""
    order = context.held[packets[0]]
    at = order.index(slug)
    return (order[at - 1] if at else ""), (order[at + 1] if at + 1 < len(order) else "")


def article_view(
    context: Context,
    article: Article,
    neighbours: tuple[str, str] = ("", ""),
    *,
    brief: bool = False,
) -> ArticleView:
    """An article, for its page or for a `brief` (which shows no neighbours)."""
    keys, parts, relations = article.keys, context.parts, context.site.relations
    published = context.site.articles
    lang = keys.lang if keys.lang != parts.language else ""
    previous, following = neighbours
    image = context.media.image(article)
    speakers = tuple(each.speaker for each in keys.statements if each.speaker)

    def refs(slugs: Iterable[str]) -> tuple[Ref, ...]:
        return tuple(parts.article_ref(slug) for slug in slugs if slug in published)

    return ArticleView(
        slug=article.slug,
        title=keys.title,
        summary=keys.summary,
        date=moment_view(keys.date, parts.words),
        modified=moment_view(keys.modified, parts.words),
        byline=keys.byline,
        section=keys.section,
        image=printed(image) if image is not None and brief else image,
        lang=lang,
        dir=direction(lang),
        source=parts.source(article),
        statements=tuple(
            parts.statement(article, number, away=False)
            for number in range(1, len(keys.statements) + 1)
        ),
        events=parts.events(article),
        people=parts.term_refs(TermKind.PEOPLE, (*keys.people, *speakers)),
        organizations=parts.term_refs(TermKind.ORGANIZATIONS, (*keys.organizations, *speakers)),
        places=parts.term_refs(TermKind.PLACES, keys.places),
        topics=parts.term_refs(TermKind.TOPICS, keys.topics),
        disputed_by=tuple(
            parts.dispute(each.by, each) for each in relations.disputed_by.get(article.slug, ())
        ),
        disputes=tuple(
            parts.dispute(each.of, each) for each in relations.disputes.get(article.slug, ())
        ),
        corrections=parts.corrections(keys.corrections),
        related=parts.cards(relations.related.get(article.slug, ())),
        also_carried=parts.carriers(article.slug),
        supersedes=refs(keys.supersedes),
        superseded_by=refs(relations.superseded_by.get(article.slug, ())),
        packets=tuple(parts.packet_ref(slug) for slug in relations.packets.get(article.slug, ())),
        previous=parts.article_ref(previous) if previous else None,
        next=parts.article_ref(following) if following else None,
    )

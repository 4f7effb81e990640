"""An article: a report on a report, with what it cites and whom it quotes."""

from __future__ import annotations

from briefgen.plan.views.pages import ArticleView
from briefgen.plan.views.parts import SourceView, StatementView
from briefgen.render.linked.node import Node, Place, corrections, day, node, status


def article_data(page: ArticleView, place: Place) -> Node:
    """A NewsArticle."""
    return node(
        "NewsArticle",
        id=place.here,
        url=place.here,
        headline=page.title,
        description=page.summary,
        inLanguage=page.lang or place.site.lang,
        datePublished=day(page.date),
        dateModified=day(page.modified),
        creditText=page.byline,
        articleSection=page.section,
        creativeWorkStatus=status(page.corrections),
        author=place.publisher,
        publisher=place.publisher,
        image=_image(page, place),
        citation=_source(page.source) if page.source is not None else None,
        about=[place.named("DefinedTerm", each) for each in page.topics],
        mentions=[
            place.named(kind, each)
            for kind, refs in (
                ("Person", page.people),
                ("Organization", page.organizations),
                ("Place", page.places),
            )
            for each in refs
        ],
        hasPart=[_quotation(each, place) for each in page.statements],
        isPartOf=[place.named("PublicationIssue", each) for each in page.packets],
        correction=corrections(page.corrections),
    )


def _image(page: ArticleView, place: Place) -> Node | None:
    image = page.image
    if image is None:
        return None
    return node("ImageObject", url=place.address(image.href), caption=image.alt)


def _source(source: SourceView) -> Node:
    return node(
        "CreativeWork",
        name=source.title,
        url=source.url,
        archivedAt=source.archive_url,
        author=list(source.authors),
        translator=source.translator,
        publisher=node("Organization", name=source.publisher.title) if source.publisher else None,
        datePublished=day(source.published),
        inLanguage=source.language,
        copyrightNotice=source.rights,
    )


def _quotation(said: StatementView, place: Place) -> Node:
    return node(
        "Quotation",
        id=f"{place.here}#{said.anchor}" if said.anchor else "",
        text=said.quote,
        inLanguage=said.lang,
        dateCreated=day(said.date),
        spokenByCharacter=place.speaker(said.speaker) if said.speaker is not None else None,
    )

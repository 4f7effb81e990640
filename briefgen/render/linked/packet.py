"""A packet: an issue, with the articles that are in it."""

from __future__ import annotations

from briefgen.plan.views.pages import EntryView, PacketView
from briefgen.render.linked.node import Node, Place, corrections, day, node, status


def packet_data(page: PacketView, place: Place) -> Node:
    """A PublicationIssue, of the Periodical that the series is, if it is in one."""
    return node(
        "PublicationIssue",
        id=place.here,
        url=place.here,
        name=page.title,
        issueNumber=page.number,
        abstract=page.bluf,
        inLanguage=page.lang or place.site.lang,
        datePublished=day(page.date),
        creativeWorkStatus=status(page.corrections),
        publisher=place.publisher,
        isPartOf=node("Periodical", name=page.series) if page.series else None,
        encoding=_brief(page, place),
        hasPart=[_entry(each, place) for section in page.sections for each in section.entries],
        correction=corrections(page.corrections),
    )


def _brief(page: PacketView, place: Place) -> Node | None:
    if not page.brief:
        return None
    return node(
        "MediaObject", contentUrl=place.address(page.brief), encodingFormat="application/pdf"
    )


def _entry(entry: EntryView, place: Place) -> Node:
    card = entry.card
    return node(
        "NewsArticle",
        id=place.address(card.href),
        url=place.address(card.href),
        headline=card.title,
        position=entry.number,
        creativeWorkStatus="Retracted" if card.retracted else "",
    )

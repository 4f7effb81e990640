"""The timeline of a brief: the events of its items, drawn for paper."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.model.item import Article
from briefgen.plan.context import Context
from briefgen.plan.dates import month_text
from briefgen.plan.ledger_lines import Sheet, draw
from briefgen.plan.timeline import happenings, lines_of, shapes_of
from briefgen.plan.views.brief import BriefEvent, BriefTimeline

# As wide as the page's text: 450 points. Letters of 8.5 and 8 points, as all apparatus.
PAPER = Sheet(width=600, size=11.3, small=10.7, pitch=22.5, leading=14.5, gap=8)

# What stands on a page below its heading, on the shorter of the two papers.
TALLEST = 620

# Fewer events are no course of things; each item has its own list of them.
FEWEST = 3


def brief_timeline(
    context: Context, articles: tuple[Article, ...], numbers: Mapping[str, int]
) -> BriefTimeline | None:
    """The events of these items; None where they are too few to be drawn."""
    language = context.parts.language
    events = happenings(articles, context.words)
    if len(events) < FEWEST:
        return None
    rows = lines_of(events, language)
    drawing = draw(rows, PAPER, language)
    if drawing.height > TALLEST:
        rows = lines_of(events, language, most=0)
        drawing = draw(rows, PAPER, language)
    known = [day for each in events for day in (each.period.start, each.period.end) if day]
    cards = {article.slug: context.parts.card(article.slug) for article in articles}
    return BriefTimeline(
        drawing=drawing,
        first=month_text(min(known).replace(day=1), language),
        last=month_text(max(known).replace(day=1), language),
        shapes=shapes_of(drawing),
        broken=bool(drawing.breaks),
        grouped=any(row.count for row in rows),
        events=tuple(
            BriefEvent(
                event=context.parts.event(context.site.articles[each.article], each.number),
                number=numbers[each.article],
                lang=cards[each.article].lang,
                dir=cards[each.article].dir,
            )
            for each in events
        ),
    )

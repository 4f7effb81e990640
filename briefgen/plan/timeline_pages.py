"""The timeline: what the articles report as dated, drawn, and as a table."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from briefgen.plan.addresses import TIMELINE
from briefgen.plan.artifact import Artifact
from briefgen.plan.context import Context
from briefgen.plan.ledger_lines import Happening
from briefgen.plan.lists import Part, divide, part_title, runs
from briefgen.plan.timeline import figure_of, happenings, in_time
from briefgen.plan.views.timeline import TimelineEvent, TimelineMonth, TimelineView
from briefgen.resolve.standing import Standing, standing_of


def plan_timeline(context: Context) -> Iterable[Artifact]:
    """All events, cut by year when there are many: a list is cut from its newest end, and each part
    is shown from its earliest on. Where nothing is dated there is no timeline.
    """
    events = happenings(context.site.articles.values(), context.words)
    if not events:
        return
    for part in divide(TIMELINE, events[::-1], _day_of, context.words):
        yield _page(context, part, events)


def _day_of(event: Happening) -> datetime.date:
    return in_time(event.period)[0]


def _page(context: Context, part: Part[Happening], events: tuple[Happening, ...]) -> Artifact:
    site = context.site
    title = part_title(context.words.text("timeline"), part.suffix, context.words)
    members = part.members[::-1]
    shown = dict.fromkeys(each.article for each in members)
    frame = context.frames.frame(
        part.path, title, (site.articles[slug].keys for slug in shown), current="timeline"
    )
    view = TimelineView(
        title=title,
        figure=figure_of(members, context.parts.language),
        months=tuple(
            TimelineMonth(
                title=run.title,
                anchor=run.anchor,
                events=tuple(_row(context, each) for each in run.members),
            )
            for run in runs(members, _day_of, context.words)
        ),
        years=part.parts,
        count=len(members) if part.suffix else len(events),
    )
    # The count tells of every event.
    told = shown if part.suffix else dict.fromkeys(each.article for each in events)
    return context.page(frame, "timeline.html", view, context.article_ids(tuple(told)))


def _row(context: Context, happening: Happening) -> TimelineEvent:
    article = context.site.articles[happening.article]
    event = context.parts.event(article, happening.number)
    card = context.parts.card(happening.article)
    return TimelineEvent(
        event=event,
        lang=card.lang,
        dir=card.dir,
        article=context.parts.article_ref(happening.article),
        publisher=card.publisher,
        disputed=standing_of(article, context.site.relations) is Standing.DISPUTED,
    )

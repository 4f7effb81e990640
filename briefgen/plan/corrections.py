"""The ledger of corrections: all that was corrected in published articles and packets, on pages and
in feeds. Of what was withdrawn it has what its tombstone says, and no title.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from briefgen.model.article import Correction
from briefgen.model.base import Record
from briefgen.model.handling import Handled
from briefgen.model.item import Article, Kind, Packet
from briefgen.plan.addresses import (
    CORRECTIONS,
    CORRECTIONS_FEED,
    CORRECTIONS_JSON,
    item_address,
)
from briefgen.plan.artifact import Artifact, ArtifactKind
from briefgen.plan.context import Context
from briefgen.plan.feeds import LATEST, rfc3339
from briefgen.plan.lists import Part, divide, part_title, runs
from briefgen.plan.views.corrections import CorrectionEntry, CorrectionMonth, CorrectionsView
from briefgen.plan.views.feeds import FeedEntry, FeedView
from briefgen.plan.views.parts import Ref
from briefgen.resolve.tombstones import Tombstone
from briefgen.words import Words, sentence


class Corrected(Record):
    """A correction with the item that it is of. `number` counts the corrections of one day in one
    item, from 1, so that each has a name that stays.
    """

    item: Article | Packet | Tombstone
    correction: Correction
    number: int


def plan_corrections(context: Context) -> Iterable[Artifact]:
    """The ledger, newest first, cut by year when it is long; where nothing was corrected there is
    none.
    """
    ledger = _ledger(context)
    if not ledger:
        return
    for part in divide(CORRECTIONS, ledger, _day_of, context.words):
        yield _page(context, part, len(ledger))


def plan_corrections_feeds(context: Context) -> Iterable[Artifact]:
    """The latest corrections as Atom and as JSON Feed, where the site has an address."""
    base = context.settings.base_url
    latest = _ledger(context)[:LATEST]
    if not base or not latest:
        return
    entries = tuple(_entry(each, base, context.words) for each in latest)
    items = tuple(dict.fromkeys(_told(latest)))
    for path in (CORRECTIONS_FEED, CORRECTIONS_JSON):
        view = FeedView(
            id=f"{base}{CORRECTIONS}",
            title=f"{context.words.text('corrections')} · {context.settings.title}",
            subtitle=context.settings.tagline,
            lang=context.settings.language,
            href=f"{base}{CORRECTIONS}",
            self_href=f"{base}{path}",
            updated=max(entry.updated for entry in entries),
            entries=entries,
        )
        yield Artifact(path=path, kind=ArtifactKind.FEED, page=view, items=items)


class Latest(Record):
    """The latest corrections, for another page: what to show, whose ids it tells of, and what
    decides its label.
    """

    entries: tuple[CorrectionEntry, ...]
    items: tuple[str, ...]
    handled: tuple[Handled, ...]


def latest_corrections(context: Context, count: int) -> Latest:
    """So many of the latest corrections."""
    latest = _ledger(context)[:count]
    packets = dict.fromkeys(slug for each in latest for slug in _carried(context, each))
    return Latest(
        entries=tuple(_shown(context, each) for each in latest),
        items=(*dict.fromkeys(_told(latest)), *context.packet_ids(tuple(packets))),
        handled=tuple(_handled(each.item) for each in latest),
    )


def _ledger(context: Context) -> tuple[Corrected, ...]:
    """Every correction of a published article or packet, newest first."""
    site = context.site
    items: tuple[Article | Packet | Tombstone, ...] = (
        *site.articles.values(),
        *site.packets.values(),
        *site.tombstones.values(),
    )
    found = [each for item in items for each in _of_item(item)]
    # Two of one instant stand in the order of their items, and in that of the file.
    found.sort(key=lambda each: each.correction.date.at, reverse=True)
    return tuple(found)


def _told(ledger: Iterable[Corrected]) -> Iterable[str]:
    """The ids of the items that it tells of. A tombstone tells of none."""
    return (each.item.id for each in ledger if not isinstance(each.item, Tombstone))


def _of_item(item: Article | Packet | Tombstone) -> Iterable[Corrected]:
    days: dict[datetime.date, int] = {}
    for correction in item.notes if isinstance(item, Tombstone) else item.keys.corrections:
        day = correction.date.day
        days[day] = days.get(day, 0) + 1
        yield Corrected(item=item, correction=correction, number=days[day])


def _day_of(corrected: Corrected) -> datetime.date:
    return corrected.correction.date.day


def _page(context: Context, part: Part[Corrected], count: int) -> Artifact:
    title = part_title(context.words.text("corrections"), part.suffix, context.words)
    base = context.settings.base_url
    feeds = (
        Ref(title="Atom", href=CORRECTIONS_FEED),
        Ref(title="JSON", href=CORRECTIONS_JSON),
    )
    shown = [_handled(each.item) for each in part.members]
    frame = context.frames.frame(part.path, title, shown, current="corrections")
    view = CorrectionsView(
        title=title,
        months=tuple(
            CorrectionMonth(
                title=run.title,
                anchor=run.anchor,
                entries=tuple(_shown(context, each) for each in run.members),
            )
            for run in runs(part.members, _day_of, context.words)
        ),
        years=part.parts,
        count=len(part.members) if part.suffix else count,
        feeds=feeds if base else (),
    )
    # The count tells of every correction.
    members = part.members if part.suffix else _ledger(context)
    ids = dict.fromkeys(_told(members))
    packets = dict.fromkeys(slug for each in members for slug in _carried(context, each))
    return context.page(
        frame, "corrections.html", view, (*ids, *context.packet_ids(tuple(packets)))
    )


def _carried(context: Context, corrected: Corrected) -> tuple[str, ...]:
    """The packets that carry the item, newest first."""
    if corrected.item.kind is not Kind.ARTICLE:
        return ()
    return context.site.relations.packets.get(corrected.item.slug, ())


def _handled(item: Article | Packet | Tombstone) -> Handled:
    return item.handled if isinstance(item, Tombstone) else item.keys


def _title(item: Article | Packet | Tombstone, words: Words) -> str:
    """What stands for the title of an item that was withdrawn is no part of it."""
    if isinstance(item, Tombstone):
        return words.text(f"withdrawn_of.{item.kind.value}")
    return item.keys.title


def _shown(context: Context, corrected: Corrected) -> CorrectionEntry:
    item, parts = corrected.item, context.parts
    if isinstance(item, Tombstone):
        return CorrectionEntry(
            correction=parts.correction(corrected.correction),
            item=Ref(title=_title(item, context.words), href=item_address(item.kind, item.slug)),
        )
    article = item.kind is Kind.ARTICLE
    return CorrectionEntry(
        correction=parts.correction(corrected.correction),
        item=parts.article_ref(item.slug) if article else parts.packet_ref(item.slug),
        packets=tuple(parts.packet_ref(slug) for slug in _carried(context, corrected)),
        label=parts.card(item.slug).label if article else None,
    )


def _entry(corrected: Corrected, base: str, words: Words) -> FeedEntry:
    item, correction = corrected.item, corrected.correction
    address = f"{base}{item_address(item.kind, item.slug)}"
    day = correction.date.day.isoformat()
    at = rfc3339(correction.date.at)
    return FeedEntry(
        id=f"{address}#correction-{day}-{corrected.number}",
        title=f"{sentence(words.text(f'kinds.{correction.kind.value}'))}: {_title(item, words)}",
        href=f"{address}#corrections",
        published=at,
        updated=at,
        summary=correction.note,
    )

"""What a packet says of the time since the one before."""

from __future__ import annotations

import zoneinfo

from briefgen.model.item import Packet
from briefgen.plan.context import Context
from briefgen.plan.dates import day_text
from briefgen.plan.views.pages import ChangeView, ItemAlert, ItemRef, SinceView
from briefgen.plan.views.parts import DateView
from briefgen.plan.withdrawn import gone_views
from briefgen.resolve.since import Since


def since_view(context: Context, packet: Packet) -> SinceView | None:
    """The view of it; None where no packet comes before."""
    since = context.since.get(packet.slug)
    if since is None:
        return None
    before = context.site.packets[since.packet]
    held = context.site.holdings[packet.slug].articles
    numbers = {slug: number for number, slug in enumerate(held, 1)}

    def item(slug: str) -> ItemRef:
        return ItemRef(article=context.parts.article_ref(slug), number=numbers.get(slug, 0))

    return SinceView(
        last=context.parts.packet_ref(before.slug),
        number=before.keys.number,
        issued=_issued(context, since),
        carried=since.carried,
        new=tuple(map(item, since.new)),
        changed=tuple(
            ChangeView(item=item(each.article), parts=each.parts) for each in since.changed
        ),
        corrected=tuple(
            ItemAlert(item=item(slug), correction=context.parts.correction(correction))
            for slug, correction in since.corrected
        ),
        dropped=tuple(context.parts.article_ref(slug) for slug in since.dropped),
        withdrawn=gone_views(context, since.withdrawn),
    )


def named_since(context: Context, packet: Packet) -> tuple[str, ...]:
    """The slugs of the articles that it names, though the packet holds them no more."""
    since = context.since.get(packet.slug)
    if since is None:
        return ()
    held = frozenset(context.site.holdings[packet.slug].articles)
    named = (*since.dropped, *(slug for slug, _ in since.corrected))
    return tuple(dict.fromkeys(slug for slug in named if slug not in held))


def _issued(context: Context, since: Since) -> DateView | None:
    if since.issued is None:
        return None
    # The day where the reader is, whatever the zone of the machine that recorded it.
    day = since.issued.astimezone(zoneinfo.ZoneInfo(context.settings.timezone)).date()
    return DateView(iso=day.isoformat(), text=day_text(day, context.parts.language))

"""Since last time: how a packet differs from the one before it in its series.

What was sent last time stands in the ledger. Where nothing was recorded, the packet before and the
dates of corrections must do; then nobody can say which items read otherwise.

Only items that this audience may see now are ever named or counted, whatever was sent before. Once
a packet has been issued itself, its ledger line says how its items read then, so that later edits
do not change what was new on that day.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from briefgen.model.article import Correction
from briefgen.model.base import Record
from briefgen.model.item import Kind, Packet
from briefgen.model.ledger import Issue, IssuedItem
from briefgen.resolve.site import Site
from briefgen.resolve.tombstones import Tombstone
from briefgen.resolve.wording import ARTICLE_PARTS, INTERNAL, Wording, correction_digest


class Changed(Record):
    """An article that reads otherwise, and in which parts (keys of ARTICLE_PARTS)."""

    article: str
    parts: tuple[str, ...]


class Since(Record):
    """What is different since `packet`, the one before. `issued` is when that was recorded, None
    where it was not. Articles go by their slugs; `carried` is the number of those in both packets,
    and `withdrawn` are those that have left a tombstone since.
    """

    packet: str
    issued: datetime.datetime | None = None
    carried: int = 0
    new: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()
    corrected: tuple[tuple[str, Correction], ...] = ()
    dropped: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()


class _Pair(Record):
    """A packet and the one before it, with what was recorded: `own`, the last issue of the packet
    itself, and `last`, that of the one before, as it was when `own` was sent.
    """

    packet: str
    before: str
    own: Issue | None
    last: Issue | None


def needed(site: Site, issues: tuple[Issue, ...]) -> tuple[str, ...]:
    """The articles of which must be known how they read now."""
    slugs = (
        slug
        for pair in _pairs(site, issues)
        if pair.last is not None
        for slug in site.holdings[pair.packet].articles
        if pair.last.item(slug) and not (pair.own and pair.own.item(slug))
    )
    return tuple(dict.fromkeys(slugs))


def since_last_time(
    site: Site, issues: tuple[Issue, ...], wordings: Mapping[str, Wording]
) -> dict[str, Since]:
    """For each packet that has one before it in its series: what is different. `issues` are those
    of this audience; `wordings` how the articles of `needed` read, by slug.
    """
    return {
        pair.packet: _recorded(site, pair, pair.last, wordings)
        if pair.last is not None
        else _unrecorded(site, pair)
        for pair in _pairs(site, issues)
    }


def _pairs(site: Site, issues: tuple[Issue, ...]) -> Iterable[_Pair]:
    by_packet: dict[str, list[tuple[int, Issue]]] = {}
    for at, issue in enumerate(issues):
        by_packet.setdefault(issue.packet, []).append((at, issue))
    series: dict[str, str] = {}
    for slug in reversed(site.newest_packets):
        name = site.packets[slug].keys.series
        if not name:
            continue
        before = series.get(name)
        series[name] = slug
        if before is None:
            continue
        at, own = by_packet.get(slug, [(len(issues), None)])[-1]
        earlier = [issue for number, issue in by_packet.get(before, ()) if number < at]
        yield _Pair(packet=slug, before=before, own=own, last=earlier[-1] if earlier else None)


def _recorded(site: Site, pair: _Pair, last: Issue, wordings: Mapping[str, Wording]) -> Since:
    held = site.holdings[pair.packet].articles
    then = {item.article: item for item in last.items if item.article in site.articles}
    own = {item.article: item for item in pair.own.items} if pair.own else {}
    internal = site.view.audience.internal
    changed = []
    for slug in held:
        now = own.get(slug) or wordings.get(slug)
        if slug in then and now is not None:
            parts = _differing(then[slug], now, internal=internal)
            if parts:
                changed.append(Changed(article=slug, parts=parts))
    return Since(
        packet=pair.before,
        issued=last.issued,
        carried=sum(slug in then for slug in held),
        new=tuple(slug for slug in held if slug not in then),
        changed=tuple(changed),
        corrected=tuple(
            (slug, correction)
            for slug in _in_order(held, then)
            for correction in site.articles[slug].keys.corrections
            if _is_news(correction, then[slug], own.get(slug), pair.own)
        ),
        dropped=tuple(slug for slug in then if slug not in held),
        withdrawn=tuple(
            item.article
            for item in last.items
            if item.article not in own and _was_withdrawn(site, item.article, pair.own)
        ),
    )


def _was_withdrawn(site: Site, slug: str, own: Issue | None) -> bool:
    """Whether an article left a tombstone before the packet itself was sent, as far as is known:
    the day stands only in a retraction.
    """
    tombstone = site.tombstones.get(f"{Kind.ARTICLE.value}:{slug}")
    if tombstone is None:
        return False
    days = [each.date.at for each in tombstone.notes]
    return own is None or not days or min(days) <= own.issued


def _in_order(held: tuple[str, ...], then: Mapping[str, IssuedItem]) -> Iterable[str]:
    """What was sent last time, first what is in the packet still."""
    return (*(slug for slug in held if slug in then), *(s for s in then if s not in held))


def _differing(then: IssuedItem, now: IssuedItem | Wording, *, internal: bool) -> tuple[str, ...]:
    parts = now.fields if isinstance(now, IssuedItem) else now.parts
    names = (name for name in ARTICLE_PARTS if internal or name != INTERNAL)
    return tuple(name for name in names if then.fields.get(name) != parts.get(name))


def _is_news(
    correction: Correction, then: IssuedItem, now: IssuedItem | None, own: Issue | None
) -> bool:
    digest = correction_digest(correction)
    if digest in then.corrections:
        return False
    if own is None:
        return True
    # The packet has gone out: what was corrected later was not known on that day.
    return digest in now.corrections if now is not None else correction.date.at <= own.issued


def _unrecorded(site: Site, pair: _Pair) -> Since:
    held = site.holdings[pair.packet].articles
    then = site.holdings[pair.before].articles
    packet, before = site.packets[pair.packet], site.packets[pair.before]
    return Since(
        packet=pair.before,
        carried=sum(slug in then for slug in held),
        new=tuple(slug for slug in held if slug not in then),
        corrected=tuple(
            (slug, correction)
            for slug in (*(s for s in held if s in then), *(s for s in then if s not in held))
            for correction in site.articles[slug].keys.corrections
            if _between(before, correction, packet)
        ),
        dropped=tuple(slug for slug in then if slug not in held),
        withdrawn=tuple(
            slug
            for slug in site.holdings[pair.before].withdrawn
            if _withdrawn_between(before, site.tombstones[f"{Kind.ARTICLE.value}:{slug}"], packet)
        ),
    )


def _withdrawn_between(before: Packet, tombstone: Tombstone, packet: Packet) -> bool:
    # Without a retraction nobody knows the day. It is told then: the packet before listed it.
    notes = tombstone.notes
    return not notes or any(_between(before, each, packet) for each in notes)


def _between(before: Packet, correction: Correction, packet: Packet) -> bool:
    """Whether a correction was made after one packet and not after the other. Days say no more: one
    of the very day of the packet before is told, for being told twice does no harm.
    """
    first, last = before.keys.date, packet.keys.date
    return first is not None and last is not None and first.day <= correction.date.day <= last.day

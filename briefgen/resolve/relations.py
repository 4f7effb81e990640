"""Relations between published articles, seen from both sides."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.base import Record
from briefgen.model.item import Article, Packet
from briefgen.resolve.disputes import Contradiction, contradict
from briefgen.resolve.packets import Holding


class Relations(Record):
    """By slug; what is not there is empty. `disputes` has what an article contradicts, and
    `disputed_by` the same from the other side. `duplicates` are all that carry one report, whoever
    says so of whom. `packets` are the slugs of the packets that carry an article, newest first.
    """

    disputes: dict[str, tuple[Contradiction, ...]]
    disputed_by: dict[str, tuple[Contradiction, ...]]
    related: dict[str, tuple[str, ...]]
    duplicates: dict[str, tuple[str, ...]]
    superseded_by: dict[str, tuple[str, ...]]
    packets: dict[str, tuple[str, ...]]
    packet_superseded_by: dict[str, tuple[str, ...]]


def relate(
    articles: dict[str, Article],
    packets: dict[str, Packet],
    holdings: dict[str, Holding],
    newest_packets: tuple[str, ...],
) -> Relations:
    """Turn every relation round. A relation to an item that is not published is none."""
    disputes: dict[str, list[Contradiction]] = {}
    disputed_by: dict[str, list[Contradiction]] = {}
    for slug, article in articles.items():
        for dispute in article.keys.disputes:
            other = articles.get(dispute.article)
            if other is not None and other is not article:
                both = contradict(article, dispute, other)
                disputes.setdefault(slug, []).append(both)
                disputed_by.setdefault(other.slug, []).append(both)
    carried: dict[str, list[str]] = {}
    for packet_slug in newest_packets:
        for slug in holdings[packet_slug].articles:
            carried.setdefault(slug, []).append(packet_slug)
    return Relations(
        disputes={slug: tuple(each) for slug, each in disputes.items()},
        disputed_by={slug: tuple(each) for slug, each in disputed_by.items()},
        related=_both_ways(articles, ((s, a.keys.related) for s, a in articles.items())),
        duplicates=_all_ways(
            _both_ways(articles, ((s, a.keys.duplicates) for s, a in articles.items()))
        ),
        superseded_by=_turned((s, a.keys.supersedes) for s, a in articles.items()),
        packets={slug: tuple(each) for slug, each in carried.items()},
        packet_superseded_by=_turned((s, p.keys.supersedes) for s, p in packets.items()),
    )


def _turned(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """From what each item supersedes to what it is superseded by."""
    turned: dict[str, list[str]] = {}
    for slug, others in pairs:
        for other in others:
            turned.setdefault(other, []).append(slug)
    return {other: tuple(slugs) for other, slugs in turned.items()}


def _both_ways(
    articles: dict[str, Article], pairs: Iterable[tuple[str, tuple[str, ...]]]
) -> dict[str, tuple[str, ...]]:
    both: dict[str, dict[str, None]] = {}
    known = [(slug, other) for slug, others in pairs for other in others if other in articles]
    # What an author wrote comes first, in his order; then what others say of the item.
    for slug, other in known:
        both.setdefault(slug, {})[other] = None
    for slug, other in known:
        both.setdefault(other, {})[slug] = None
    return {slug: tuple(others) for slug, others in both.items()}


def _all_ways(both: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """What is the same as the same is the same too: nearest first, each article once."""
    reached: dict[str, tuple[str, ...]] = {}
    for slug, nearest in both.items():
        found = dict.fromkeys(nearest)
        waiting = list(found)
        for each in waiting:
            new = [other for other in both[each] if other not in found and other != slug]
            found.update(dict.fromkeys(new))
            waiting.extend(new)
        reached[slug] = tuple(other for other in found if other != slug)
    return reached

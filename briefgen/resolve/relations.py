"""Relations between published articles, seen from both sides."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.article import Dispute
from briefgen.model.base import Record
from briefgen.model.item import Article, Packet
from briefgen.resolve.packets import Holding


class Relations(Record):
    """By slug; what is not there is empty. `disputed_by` gives the slug of the disputing article
    with the dispute; `packets` the slugs of the packets that carry an article, newest first.
    """

    disputed_by: dict[str, tuple[tuple[str, Dispute], ...]]
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
    disputed: dict[str, list[tuple[str, Dispute]]] = {}
    for slug, article in articles.items():
        for dispute in article.keys.disputes:
            if dispute.article in articles:
                disputed.setdefault(dispute.article, []).append((slug, dispute))
    carried: dict[str, list[str]] = {}
    for packet_slug in newest_packets:
        for slug in holdings[packet_slug].articles:
            carried.setdefault(slug, []).append(packet_slug)
    return Relations(
        disputed_by={slug: tuple(each) for slug, each in disputed.items()},
        related=_both_ways(articles, ((s, a.keys.related) for s, a in articles.items())),
        duplicates=_both_ways(articles, ((s, a.keys.duplicates) for s, a in articles.items())),
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

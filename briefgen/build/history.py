"""What was sent before, as far as it decides what a packet says of the time since."""

from __future__ import annotations

from briefgen.build.bodies import Bodies
from briefgen.model.article import ArticleBody
from briefgen.model.item import Article, Body, Kind, Packet
from briefgen.model.ledger import Issue
from briefgen.model.packet import PacketBody
from briefgen.resolve.packets import Holding
from briefgen.resolve.since import Since, needed, since_last_time
from briefgen.resolve.site import Site
from briefgen.resolve.wording import Wording, article_wording, packet_digest, packet_wording


def compare_with_last(
    site: Site, issues: tuple[Issue, ...], bodies: Bodies
) -> tuple[dict[str, Since], tuple[str, ...]]:
    """What each packet has that the one before in its series had not, by slug; and the ids of the
    articles that were asked how they read."""
    slugs = needed(site, issues)
    since = since_last_time(site, issues, read_wordings(site, slugs, bodies))
    return since, tuple(site.articles[slug].id for slug in slugs)


def read_wordings(site: Site, slugs: tuple[str, ...], bodies: Bodies) -> dict[str, Wording]:
    """How published articles read now, by slug."""
    bodies.load(f"{Kind.ARTICLE.value}:{slug}" for slug in slugs)
    return {slug: wording_now(site.articles[slug], bodies) for slug in slugs}


def published_digest(site: Site, bodies: Bodies, packet: str) -> str:
    """The digest of what the audience is shown of a packet, named by its id, and its items."""
    internal = site.view.audience.internal
    slug = packet.partition(":")[2]
    holding = site.holdings[slug]
    return packet_digest(
        packet_now(site.packets[slug], holding, bodies).seen(internal=internal),
        (
            wording_now(site.articles[slug], bodies).seen(internal=internal)
            for slug in holding.articles
        ),
    )


def wording_now(article: Article, bodies: Bodies) -> Wording:
    """How an article reads now."""
    body = bodies.of_item(article.id)
    assert isinstance(body.keys, ArticleBody)  # noqa: S101  the body of an article
    return article_wording(article, Body(keys=body.keys, text=body.text, marks=body.marks))


def packet_now(packet: Packet, holding: Holding, bodies: Bodies) -> Wording:
    """How a packet reads now, with what it holds."""
    body = bodies.of_item(packet.id)
    assert isinstance(body.keys, PacketBody)  # noqa: S101  the body of a packet
    whole = Body(keys=body.keys, text=body.text, marks=body.marks)
    return packet_wording(packet, whole, holding)

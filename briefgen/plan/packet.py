"""The pages of packets."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.handling import Handled
from briefgen.model.item import Kind, Packet
from briefgen.model.packet import Confidence, Judgment, Likelihood
from briefgen.plan.addresses import PACKETS, brief_address, item_address
from briefgen.plan.artifact import Artifact, ArtifactKind
from briefgen.plan.context import Context, article_ids, packet_ids
from briefgen.plan.dates import moment_view, period_view
from briefgen.plan.direction import direction
from briefgen.plan.ratings import rating_view
from briefgen.plan.views.pages import (
    EntryView,
    JudgmentView,
    LikelihoodRow,
    PacketsView,
    PacketView,
    SectionView,
)
from briefgen.plan.views.parts import PacketCard, Ref


def plan_packets(context: Context) -> Iterable[Artifact]:
    """One page for each published packet, and the list of them."""
    for packet in context.site.packets.values():
        path = item_address(Kind.PACKET, packet.slug)
        held = context.site.holdings[packet.slug].articles
        brief = brief_address(packet.slug)
        frame = context.frames.frame(
            path,
            packet.keys.title,
            shown_with(context, packet),
            current="packets",
            description=packet.keys.bluf,
            alternates=(Ref(title="The brief, PDF", href=brief),) if context.briefs else (),
            lang=packet.keys.lang if packet.keys.lang != context.settings.language else "",
        )
        yield context.page(
            frame,
            "packet.html",
            packet_view(context, packet),
            (packet.id, *article_ids(held), *packet_ids(beside(context, packet))),
            needs=(context.need(packet, frame.root),),
            kind=ArtifactKind.PAGE,
        )
    if context.site.packets:
        yield _packet_list(context)


def _packet_list(context: Context) -> Artifact:
    newest = context.site.newest_packets
    shown = [context.site.packets[slug].keys for slug in newest]
    frame = context.frames.frame(PACKETS, "Packets", shown, current="packets")
    view = PacketsView(
        title="Packets", packets=tuple(packet_card(context, slug) for slug in newest)
    )
    return context.page(frame, "packets.html", view, packet_ids(newest))


def shown_with(context: Context, packet: Packet) -> tuple[Handled, ...]:
    """What decides a packet's label: its own, and that of each item left in it."""
    held = context.site.holdings[packet.slug].articles
    return (packet.keys, *(context.site.articles[slug].keys for slug in held))


def packet_card(context: Context, slug: str) -> PacketCard:
    """A packet in a list."""
    keys = context.site.packets[slug].keys
    return PacketCard(
        title=keys.title,
        href=item_address(Kind.PACKET, slug),
        date=moment_view(keys.date, context.parts.language),
        series=keys.series,
        number=keys.number,
        bluf=keys.bluf,
        count=len(context.site.holdings[slug].articles),
    )


def beside(context: Context, packet: Packet) -> tuple[str, ...]:
    """The slugs of the packets before and after this one in its series: by date, then number."""
    before, after = _neighbours(context, packet)
    return tuple(slug for slug in (before, after) if slug)


def _neighbours(context: Context, packet: Packet) -> tuple[str, str]:
    if not packet.keys.series:
        return "", ""
    order = [
        slug
        for slug in reversed(context.site.newest_packets)
        if context.site.packets[slug].keys.series == packet.keys.series
    ]
    at = order.index(packet.slug)
    return (order[at - 1] if at else ""), (order[at + 1] if at + 1 < len(order) else "")


def packet_view(context: Context, packet: Packet) -> PacketView:
    """A packet, for its page, the front page, and its brief."""
    keys, parts, site = packet.keys, context.parts, context.site
    holding = site.holdings[packet.slug]
    before, after = _neighbours(context, packet)
    numbers = {slug: number for number, slug in enumerate(holding.articles, 1)}
    sources = [site.articles[slug].keys.source for slug in holding.articles]
    ratings = [rating_view(source.rating) for source in sources if source is not None]
    lang = keys.lang if keys.lang != parts.language else ""
    return PacketView(
        slug=packet.slug,
        title=keys.title,
        date=moment_view(keys.date, parts.language),
        series=keys.series,
        number=keys.number,
        period=period_view(keys.period, parts.language),
        cutoff=moment_view(keys.cutoff, parts.language, context.settings.timezone),
        bluf=keys.bluf,
        lang=lang,
        dir=direction(lang),
        sections=tuple(
            SectionView(
                number=number,
                title=section.title,
                note=section.note,
                entries=tuple(
                    EntryView(
                        number=numbers[entry.article],
                        card=parts.card(entry.article),
                        note=entry.note,
                        lead=entry.lead,
                    )
                    for entry in section.articles
                ),
            )
            for number, section in enumerate(holding.sections, 1)
        ),
        judgments=tuple(
            _judgment(context, number, judgment)
            for number, judgment in enumerate(holding.judgments, 1)
        ),
        scale=_scale(holding.judgments),
        ratings=tuple(rating for rating in ratings if rating is not None),
        count=len(holding.articles),
        corrections=parts.corrections(keys.corrections),
        item_corrections=tuple(
            (parts.article_ref(slug), parts.correction(correction))
            for slug in holding.articles
            for correction in site.articles[slug].keys.corrections
        ),
        supersedes=tuple(parts.packet_ref(s) for s in keys.supersedes if s in site.packets),
        superseded_by=tuple(
            parts.packet_ref(s) for s in site.relations.packet_superseded_by.get(packet.slug, ())
        ),
        previous=parts.packet_ref(before) if before else None,
        next=parts.packet_ref(after) if after else None,
        brief=brief_address(packet.slug) if context.briefs else "",
    )


def _judgment(context: Context, number: int, judgment: Judgment) -> JudgmentView:
    low, high = judgment.likelihood.bounds if judgment.likelihood else (0, 0)
    levels = list(Confidence)
    return JudgmentView(
        number=number,
        text=judgment.text,
        likelihood=judgment.likelihood.value if judgment.likelihood else "",
        low=low,
        high=high,
        confidence=judgment.confidence.value if judgment.confidence else "",
        confidence_level=levels.index(judgment.confidence) + 1 if judgment.confidence else 0,
        articles=tuple(context.parts.article_ref(slug) for slug in judgment.articles),
        dissent=judgment.dissent,
    )


def _scale(judgments: tuple[Judgment, ...]) -> tuple[LikelihoodRow, ...]:
    if not any(judgment.likelihood for judgment in judgments):
        return ()
    return tuple(
        LikelihoodRow(
            term=term.value,
            low=term.bounds[0],
            high=term.bounds[1],
            judgments=tuple(
                number for number, each in enumerate(judgments, 1) if each.likelihood is term
            ),
        )
        for term in Likelihood
    )

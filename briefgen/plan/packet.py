"""The pages of packets."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from briefgen.model.article import Correction, CorrectionKind
from briefgen.model.handling import Handled
from briefgen.model.item import Kind, Packet
from briefgen.model.packet import Confidence, Judgment, Likelihood
from briefgen.plan.addresses import PACKETS, brief_address, data_address, item_address
from briefgen.plan.artifact import Artifact, ArtifactKind
from briefgen.plan.context import Context
from briefgen.plan.dates import moment_view, period_view
from briefgen.plan.direction import direction
from briefgen.plan.doubts import doubts_of, is_baseless
from briefgen.plan.marks import titled
from briefgen.plan.since import named_since, since_view
from briefgen.plan.source_summary import source_summary
from briefgen.plan.views.pages import (
    EntryView,
    ItemAlert,
    ItemRef,
    JudgmentView,
    LikelihoodRow,
    PacketsView,
    PacketView,
    SectionView,
)
from briefgen.plan.views.parts import PacketCard, Ref
from briefgen.plan.withdrawn import gone_views
from briefgen.resolve.packets import Holding
from briefgen.resolve.standing import is_retracted
from briefgen.words import Words

# What may change what a reader takes from an item; clarifications and updates stand below.
GRAVE = frozenset({CorrectionKind.CORRECTION, CorrectionKind.RETRACTION})

# The files beside the page, by their endings, as browsers and reference managers name them.
FORMATS = {"json": "JSON", "csl.json": "CSL-JSON", "bib": "BibTeX", "ris": "RIS"}


def plan_packets(context: Context) -> Iterable[Artifact]:
    """One page for each published packet, and the list of them."""
    for packet in context.site.packets.values():
        path = item_address(Kind.PACKET, packet.slug)
        held = context.site.holdings[packet.slug].articles
        brief, brief_title = brief_address(packet.slug), context.words.text("brief_pdf")
        frame = context.frames.frame(
            path,
            titled(packet, context.words),
            shown_with(context, packet),
            current="packets",
            description=packet.keys.bluf,
            alternates=(
                *((Ref(title=brief_title, href=brief),) if context.briefs else ()),
                *(Ref(title=t, href=data_address(packet.slug, e)) for e, t in FORMATS.items()),
            ),
            lang=packet.keys.lang if packet.keys.lang != context.settings.language else "",
        )
        yield context.page(
            frame,
            "packet.html",
            packet_view(context, packet),
            (packet.id, *context.article_ids(held), *tells_beside(context, packet)),
            needs=(context.need(packet, frame.root),),
            kind=ArtifactKind.PAGE,
        )
    if context.site.packets:
        yield _packet_list(context)


def _packet_list(context: Context) -> Artifact:
    newest = context.site.newest_packets
    shown = [context.site.packets[slug].keys for slug in newest]
    title = context.words.text("packets")
    frame = context.frames.frame(PACKETS, title, shown, current="packets")
    view = PacketsView(title=title, packets=tuple(packet_card(context, slug) for slug in newest))
    return context.page(frame, "packets.html", view, context.packet_ids(newest))


def shown_with(context: Context, packet: Packet) -> tuple[Handled, ...]:
    """What decides a packet's label: its own, and that of each item left in it, or named in it
    because a judgment rests on it or because it was in the packet before; what was withdrawn counts
    as much as it did.
    """
    site = context.site
    holding = site.holdings[packet.slug]
    since = context.since.get(packet.slug)
    named = (*holding.articles, *rests_on(holding), *named_since(context, packet))
    gone = (*holding.gone, *(since.withdrawn if since else ()))
    return (
        packet.keys,
        *(site.articles[slug].keys for slug in dict.fromkeys(named)),
        *(site.tombstones[f"{Kind.ARTICLE.value}:{slug}"].handled for slug in gone),
    )


def rests_on(holding: Holding) -> tuple[str, ...]:
    """The slugs of the articles that a packet's judgments rest on, in the packet or not."""
    return tuple(dict.fromkeys(slug for each in holding.judgments for slug in each.articles))


def packet_card(context: Context, slug: str) -> PacketCard:
    """A packet in a list."""
    keys = context.site.packets[slug].keys
    return PacketCard(
        title=keys.title,
        href=item_address(Kind.PACKET, slug),
        date=moment_view(keys.date, context.words),
        series=keys.series,
        number=keys.number,
        bluf=keys.bluf,
        count=len(context.site.holdings[slug].articles),
        retracted=is_retracted(context.site.packets[slug]),
        superseded=slug in context.site.relations.packet_superseded_by,
    )


def beside(context: Context, packet: Packet) -> tuple[str, ...]:
    """The slugs of the packets before and after this one in its series: by date, then number."""
    before, after = _neighbours(context, packet)
    return tuple(slug for slug in (before, after) if slug)


def tells_beside(context: Context, packet: Packet) -> tuple[str, ...]:
    """The ids of all that a packet names and does not hold: its neighbours in the series, what it
    supersedes and is superseded by, what else its judgments rest on, and what was in the packet
    before.
    """
    site = context.site
    holding = site.holdings[packet.slug]
    named = (
        *beside(context, packet),
        *(slug for slug in packet.keys.supersedes if slug in site.packets),
        *site.relations.packet_superseded_by.get(packet.slug, ()),
    )
    beside_it = (*rests_on(holding), *named_since(context, packet))
    return (*context.packet_ids(named), *context.article_ids(beside_it))


def _neighbours(context: Context, packet: Packet) -> tuple[str, str]:
    if not packet.keys.series:
        return "", ""
    order = context.series[packet.keys.series]
    at = order.index(packet.slug)
    return (order[at - 1] if at else ""), (order[at + 1] if at + 1 < len(order) else "")


def packet_view(context: Context, packet: Packet) -> PacketView:
    """A packet, for its page, the front page, and its brief."""
    keys, parts, site = packet.keys, context.parts, context.site
    holding = site.holdings[packet.slug]
    before, after = _neighbours(context, packet)
    numbers = {slug: number for number, slug in enumerate(holding.articles, 1)}
    sources = [site.articles[slug].keys.source for slug in holding.articles]
    ratings = [parts.rating(source.rating) for source in sources if source is not None]
    lang = keys.lang if keys.lang != parts.language else ""
    corrected = _corrections(context, holding.articles)
    return PacketView(
        slug=packet.slug,
        title=keys.title,
        date=moment_view(keys.date, parts.words),
        series=keys.series,
        number=keys.number,
        period=period_view(keys.period, parts.words),
        cutoff=moment_view(keys.cutoff, parts.words, context.settings.timezone),
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
            _judgment(context, number, judgment, lost, numbers)
            for number, (judgment, lost) in enumerate(
                zip(holding.judgments, holding.lost, strict=True), 1
            )
        ),
        scale=_scale(holding.judgments, context.words),
        ratings=tuple(rating for rating in ratings if rating is not None),
        sources=source_summary(context, packet),
        count=len(holding.articles),
        corrections=parts.corrections(keys.corrections),
        item_corrections=tuple(
            (parts.article_ref(slug), parts.correction(correction))
            for correction, slug in corrected
        ),
        alerts=_alerts(context, packet, numbers),
        supersedes=tuple(parts.packet_ref(s) for s in keys.supersedes if s in site.packets),
        superseded_by=tuple(
            parts.packet_ref(s) for s in site.relations.packet_superseded_by.get(packet.slug, ())
        ),
        previous=parts.packet_ref(before) if before else None,
        next=parts.packet_ref(after) if after else None,
        since=since_view(context, packet),
        gone=gone_views(context, holding.withdrawn),
        fallen=len(holding.fallen),
        brief=brief_address(packet.slug) if context.briefs else "",
    )


def _alerts(context: Context, packet: Packet, numbers: dict[str, int]) -> tuple[ItemAlert, ...]:
    """What was wrong with an item after the packet had gone out with it."""
    issued = packet.keys.date.day if packet.keys.date else datetime.date.min
    return tuple(
        ItemAlert(
            item=ItemRef(article=context.parts.article_ref(slug), number=numbers[slug]),
            correction=context.parts.correction(correction),
        )
        for correction, slug in _corrections(context, numbers)
        if correction.kind in GRAVE and correction.date.day >= issued
    )


def _corrections(context: Context, slugs: Iterable[str]) -> list[tuple[Correction, str]]:
    """The corrections of these articles, latest first."""
    found = [
        (each, slug) for slug in slugs for each in context.site.articles[slug].keys.corrections
    ]
    return sorted(found, key=lambda each: each[0].date.at, reverse=True)


def _judgment(
    context: Context,
    number: int,
    judgment: Judgment,
    lost: tuple[str, ...],
    numbers: dict[str, int],
) -> JudgmentView:
    low, high = judgment.likelihood.bounds if judgment.likelihood else (0, 0)
    levels, words = list(Confidence), context.words
    return JudgmentView(
        number=number,
        text=judgment.text,
        likelihood=words.text(f"terms.{judgment.likelihood.value}") if judgment.likelihood else "",
        low=low,
        high=high,
        confidence=words.text(f"levels.{judgment.confidence.value}") if judgment.confidence else "",
        confidence_level=levels.index(judgment.confidence) + 1 if judgment.confidence else 0,
        articles=tuple(context.parts.article_ref(slug) for slug in judgment.articles),
        doubts=doubts_of(context, judgment, lost, numbers),
        baseless=is_baseless(context, judgment),
        dissent=judgment.dissent,
    )


def _scale(judgments: tuple[Judgment, ...], words: Words) -> tuple[LikelihoodRow, ...]:
    if not any(judgment.likelihood for judgment in judgments):
        return ()
    return tuple(
        LikelihoodRow(
            term=words.text(f"terms.{term.value}"),
            low=term.bounds[0],
            high=term.bounds[1],
            judgments=tuple(
                number for number, each in enumerate(judgments, 1) if each.likelihood is term
            ),
        )
        for term in Likelihood
    )

"""Packets as data, for programs: `packets/SLUG.json`, and what each packet cites, in three formats
that reference managers read.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.article import Correction, Event, Statement
from briefgen.model.dates import Basis, Moment, Period
from briefgen.model.item import AnyFace, Article, Packet
from briefgen.model.packet import Judgment
from briefgen.model.packet_data import (
    FORMAT,
    VERSION,
    ArticleData,
    CitedData,
    CorrectionData,
    DisputeData,
    EntryData,
    EventData,
    JudgmentData,
    LabelData,
    PacketData,
    ProofData,
    SectionData,
    SiteData,
    SourceData,
    StatementData,
)
from briefgen.plan.addresses import DATA_ENDINGS, address_of, data_address
from briefgen.plan.article import named_beside, seen_beside
from briefgen.plan.artifact import Artifact, ArtifactKind, Need
from briefgen.plan.citations import packet_citations
from briefgen.plan.context import Context
from briefgen.plan.packet import shown_with
from briefgen.plan.parts import quote_language
from briefgen.resolve.disputes import Contradiction
from briefgen.resolve.terms import TermKind
from briefgen.resolve.visibility import tlp_of


def plan_data(context: Context) -> Iterable[Artifact]:
    """The files beside the page of each packet."""
    for packet in context.site.packets.values():
        yield from packet_files(context, packet, DATA_ENDINGS)


def packet_files(context: Context, packet: Packet, endings: tuple[str, ...]) -> Iterable[Artifact]:
    """A packet as data and what it cites, in the formats asked for."""
    held = tuple(context.site.articles[slug] for slug in _held(context, packet))
    cited = packet_citations(context, packet)
    faces: tuple[Packet | Article, ...] = (packet, *held)
    ids = tuple(face.id for face in faces)
    for ending in endings:
        path = data_address(packet.slug, ending)
        if ending != "json":
            yield Artifact(path=path, kind=ArtifactKind.DATA, page=cited, items=ids)
            continue
        yield Artifact(
            path=path,
            kind=ArtifactKind.DATA,
            page=packet_data(context, packet),
            needs=tuple(Need(item=face.id, body=face.body) for face in faces),
            items=context.telling(*ids, *_beside(context, packet, held)),
        )


def _held(context: Context, packet: Packet) -> tuple[str, ...]:
    return context.site.holdings[packet.slug].articles


def _beside(context: Context, packet: Packet, held: tuple[Article, ...]) -> tuple[str, ...]:
    """The ids of what is named and not in the packet."""
    slugs = (
        slug
        for article in held
        for slug in (*seen_beside(context, article), *named_beside(context, article))
    )
    earlier = (slug for slug in packet.keys.supersedes if slug in context.site.packets)
    return (*context.article_ids(tuple(dict.fromkeys(slugs))), *context.packet_ids(tuple(earlier)))


def packet_data(context: Context, packet: Packet) -> PacketData:
    """A packet with its articles. What stands in their bodies is added when it is written."""
    site, keys, settings = context.site, packet.keys, context.settings
    holding = site.holdings[packet.slug]
    articles = tuple(site.articles[slug] for slug in holding.articles)
    beside = (slug for each in articles for slug in seen_beside(context, each))
    others = (site.articles[slug].keys for slug in dict.fromkeys(beside))
    label = context.frames.label((*shown_with(context, packet), *others))
    earlier = tuple(site.packets[slug] for slug in keys.supersedes if slug in site.packets)
    later = site.relations.packet_superseded_by.get(packet.slug, ())
    numbers = {slug: number for number, slug in enumerate(holding.articles, 1)}
    return PacketData(
        format=FORMAT,
        version=VERSION,
        slug=packet.slug,
        title=keys.title,
        url=_url(context, packet.id),
        site=SiteData(title=settings.title, url=settings.base_url),
        lang=keys.lang or settings.language,
        label=LabelData(tlp=label.level, marking=label.marking),
        date=_day(keys.date),
        series=keys.series,
        number=keys.number,
        period=keys.period.text if keys.period else "",
        cutoff=_moment(keys.cutoff),
        bluf=keys.bluf,
        key_judgments=tuple(_judgment(n, each) for n, each in enumerate(holding.judgments, 1)),
        sections=tuple(
            SectionData(
                title=section.title,
                note=section.note,
                articles=tuple(
                    EntryData(
                        number=numbers[entry.article],
                        article=entry.article,
                        note=entry.note,
                        lead=entry.lead,
                    )
                    for entry in section.articles
                ),
            )
            for section in holding.sections
        ),
        articles=tuple(_article(context, each) for each in articles),
        supersedes=tuple(_cited(context, each) for each in earlier),
        superseded_by=tuple(_cited(context, site.packets[slug]) for slug in later),
        corrections=_corrections(keys.corrections),
    )


def _article(context: Context, article: Article) -> ArticleData:
    site, keys = context.site, article.keys
    relations = site.relations
    tlp = tlp_of(keys, site.view.default_tlp)
    later = relations.superseded_by.get(article.slug, ())
    return ArticleData(
        slug=article.slug,
        title=keys.title,
        url=_url(context, article.id),
        lang=keys.lang or context.settings.language,
        date=_day(keys.date),
        modified=_day(keys.modified),
        summary=keys.summary,
        byline=keys.byline,
        section=keys.section,
        label=LabelData(tlp=tlp.value if tlp.label else "", marking=keys.marking),
        source=_source(context, article),
        statements=tuple(
            _statement(context, article, number, each)
            for number, each in enumerate(keys.statements)
        ),
        events=tuple(map(_event, keys.events)),
        people=_headings(context, TermKind.PEOPLE, keys.people),
        organizations=_headings(context, TermKind.ORGANIZATIONS, keys.organizations),
        places=_headings(context, TermKind.PLACES, keys.places),
        topics=_headings(context, TermKind.TOPICS, keys.topics),
        disputes=tuple(
            _dispute(context, each.of, each) for each in relations.disputes.get(article.slug, ())
        ),
        disputed_by=tuple(
            _dispute(context, each.by, each) for each in relations.disputed_by.get(article.slug, ())
        ),
        superseded_by=tuple(_cited(context, site.articles[slug]) for slug in later),
        corrections=_corrections(keys.corrections),
    )


def _source(context: Context, article: Article) -> SourceData | None:
    source = article.keys.source
    if source is None:
        return None
    proof = context.parts.proof_of(article)
    return SourceData(
        title=source.title,
        publisher=source.publisher,
        author=source.author,
        published=_period(source.published),
        date_basis=_basis(source.published, source.date_basis),
        accessed=_moment(source.accessed),
        url=source.url,
        archive_url=source.archive_url,
        language=source.language,
        type=source.type,
        rights=source.rights,
        translator=source.translator,
        rating=source.rating,
        descriptor=source.descriptor,
        proof=ProofData(checked=proof.checked, proven=proof.proven, sha256=proof.sha256)
        if proof
        else None,
    )


def _statement(
    context: Context, article: Article, number: int, statement: Statement
) -> StatementData:
    proof = context.parts.proof_of(article)
    return StatementData(
        quote=statement.quote,
        lang=quote_language(article, statement),
        speaker=statement.speaker,
        role=statement.role,
        translation=statement.translation,
        date=_period(statement.date),
        date_basis=_basis(statement.date, statement.date_basis),
        to=statement.to,
        via=statement.via,
        evidence=statement.evidence,
        verbatim=proof.statements[number] if proof else None,
    )


def _event(event: Event) -> EventData:
    return EventData(
        date=event.date.text,
        what=event.what,
        where=event.where,
        date_basis=event.date_basis.value,
    )


def _judgment(number: int, judgment: Judgment) -> JudgmentData:
    return JudgmentData(
        number=number,
        text=judgment.text,
        likelihood=judgment.likelihood.value if judgment.likelihood else "",
        percent=judgment.likelihood.bounds if judgment.likelihood else None,
        confidence=judgment.confidence.value if judgment.confidence else "",
        articles=judgment.articles,
        dissent=judgment.dissent,
    )


def _dispute(context: Context, other: str, dispute: Contradiction) -> DisputeData:
    return DisputeData(
        article=_cited(context, context.site.articles[other]),
        quote=dispute.quote,
        note=dispute.note,
    )


def _corrections(corrections: Iterable[Correction]) -> tuple[CorrectionData, ...]:
    """Latest first, as on pages."""
    ordered = sorted(corrections, key=lambda each: each.date.at, reverse=True)
    return tuple(
        CorrectionData(date=_moment(each.date), kind=each.kind.value, note=each.note)
        for each in ordered
    )


def _headings(context: Context, kind: TermKind, names: Iterable[str]) -> tuple[str, ...]:
    """Terms by their headings, however they were spelt."""
    return tuple(ref.title for ref in context.parts.term_refs(kind, names))


def _cited(context: Context, item: AnyFace) -> CitedData:
    return CitedData(slug=item.slug, title=item.keys.title, url=_url(context, item.id))


def _url(context: Context, item_id: str) -> str:
    """Absolute where the site has an address, else from its root."""
    return f"{context.settings.base_url}{address_of(item_id)}"


def _day(moment: Moment | None) -> str:
    return moment.day.isoformat() if moment else ""


def _moment(moment: Moment | None) -> str:
    if moment is None or moment.whole_day:
        return _day(moment)
    return moment.at.isoformat().replace("+00:00", "Z")


def _period(period: Period | None) -> str:
    return period.text if period else ""


def _basis(period: Period | None, basis: Basis) -> str:
    return basis.value if period else ""

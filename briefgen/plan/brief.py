"""The briefs: the PDF of each packet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from briefgen.model.base import digest_value
from briefgen.model.handling import Handled
from briefgen.model.item import Article, Kind, Packet
from briefgen.model.packet import Attachment, brief_options
from briefgen.plan.addresses import address_of, anchor_of, brief_address, item_address
from briefgen.plan.article import article_view, named_beside, seen_beside
from briefgen.plan.artifact import Artifact, ArtifactKind, Need
from briefgen.plan.brief_timeline import brief_timeline
from briefgen.plan.collation import order_of
from briefgen.plan.context import Context
from briefgen.plan.data import packet_files
from briefgen.plan.direction import direction
from briefgen.plan.packet import packet_view, shown_with, tells_beside
from briefgen.plan.views.brief import (
    BriefItem,
    BriefMeta,
    BriefSection,
    BriefView,
    Index,
    IndexEntry,
)
from briefgen.plan.views.parts import Ref
from briefgen.resolve.terms import Term, TermKind
from briefgen.words import digits_of

# How the files end that can be attached.
ENDINGS = {Attachment.JSON: "json", Attachment.CSL_JSON: "csl.json"}

INDEXED = (TermKind.PEOPLE, TermKind.ORGANIZATIONS, TermKind.PLACES)


def plan_briefs(context: Context, tongues: Mapping[str, Context]) -> Iterable[Artifact]:
    """One brief for each published packet. It is read by itself, so it speaks the language of its
    packet, where `tongues` have it; else that of the site.
    """
    if not context.briefs:
        return
    for packet in context.site.packets.values():
        yield _brief(context, tongues.get(packet.keys.lang, context), packet)


def _brief(context: Context, own: Context, packet: Packet) -> Artifact:
    site = context.site
    held = site.holdings[packet.slug].articles
    place = _brief_place(held, context.settings.base_url)
    articles = tuple(site.articles[slug] for slug in held)
    # An item shows something of the articles that dispute it or stand beside it: their label
    # counts as much as its own.
    others = tuple(dict.fromkeys(s for article in articles for s in seen_beside(context, article)))
    shown = (*shown_with(context, packet), *(site.articles[slug].keys for slug in others))
    internal = site.view.audience.internal
    faces: tuple[Packet | Article, ...] = (packet, *articles)
    options = brief_options(packet.keys.pdf, context.settings.packets)
    wanted = tuple(ENDINGS[each] for each in dict.fromkeys(options.attach))
    attached = tuple(packet_files(context, packet, wanted))
    return Artifact(
        path=brief_address(packet.slug),
        kind=ArtifactKind.BRIEF,
        template="brief.html",
        page=brief_view(own, packet, articles, shown),
        needs=tuple(
            Need(
                item=face.id,
                body=face.body,
                links=context.parts.links(face, place, context.settings.base_url or None),
                figures=context.media.figures(face, "", brief=True),
                internal=internal,
            )
            for face in faces
        ),
        items=context.telling(
            packet.id,
            *context.article_ids((*held, *others)),
            *context.article_ids(tuple(s for a in articles for s in named_beside(context, a))),
            *tells_beside(context, packet),
            *context.packet_ids(tuple(s for a in articles for s in site.relations.packets[a.slug])),
            *(item for each in attached for item in each.items),
        ),
        attached=attached,
        # The digest in the colophon is of what their authors wrote; of that the view shows nearly
        # all, and not quite: the label of an item that is that of the packet.
        basis=digest_value([face.keys for face in faces]),
    )


def _brief_place(held: tuple[str, ...], base: str) -> Callable[[str, str], str]:
    """Links between items of the brief stay inside it; others lead to the site, if it has an
    address.
    """
    inside = {f"{Kind.ARTICLE.value}:{slug}": slug for slug in held}

    def place(target: str, fragment: str) -> str:
        anchor = anchor_of(target, fragment)
        if target in inside:
            return anchor or f"#item-{inside[target]}"
        if not base:
            return ""
        return f"{base}{address_of(target)}{anchor}"

    return place


def brief_view(
    context: Context, packet: Packet, articles: tuple[Article, ...], shown: tuple[Handled, ...]
) -> BriefView:
    """All that a brief shows."""
    settings = context.settings
    language = packet.keys.lang or settings.language
    options = brief_options(packet.keys.pdf, settings.packets)
    view = packet_view(context, packet)
    label = context.frames.label(shown)
    date = packet.keys.date
    day = date.day.isoformat() if date else ""
    corrected = [each.date.day.isoformat() for each in packet.keys.corrections]
    numbers = {article.slug: number for number, article in enumerate(articles, 1)}
    by_slug = {article.slug: article for article in articles}
    at = item_address(Kind.PACKET, packet.slug)
    address = f"{settings.base_url}{at}" if settings.base_url else ""
    topics = (
        ref.title
        for a in articles
        for ref in context.parts.term_refs(TermKind.TOPICS, a.keys.topics)
    )
    return BriefView(
        site_title=settings.title,
        tagline=settings.tagline,
        packet=view,
        label=label,
        options=options,
        meta=BriefMeta(
            title=packet.keys.title,
            author=settings.title,
            description=packet.keys.bluf,
            keywords=tuple(dict.fromkeys(topics)),
            lang=language,
            dir=direction(language),
            words=settings.language,
            digits=digits_of(language),
            created=day,
            modified=max((day, *corrected)),
            rights=". ".join(filter(None, (label.text, label.marking))),
            address=address,
        ),
        sections=tuple(
            BriefSection(
                number=section.number,
                title=section.title,
                note=section.note,
                items=tuple(
                    BriefItem(
                        number=entry.number,
                        article=article_view(
                            context, by_slug[_slug_of(entry.card.href)], brief=True
                        ),
                        note=entry.note,
                        label=entry.card.label,
                    )
                    for entry in section.entries
                ),
            )
            for section in view.sections
        ),
        timeline=brief_timeline(context, articles, numbers),
        indexes=tuple(_indexes(context, numbers)),
        sources=tuple((numbers[article.slug], _source_ref(article)) for article in articles),
        address=address,
        attached=tuple(f"{packet.slug}.{ENDINGS[each]}" for each in dict.fromkeys(options.attach)),
        theme_options=context.site_view.options,
    )


def _slug_of(href: str) -> str:
    return href.removeprefix("articles/").removesuffix(".html")


def _source_ref(article: Article) -> Ref:
    source = article.keys.source
    if source is None:
        return Ref(title=article.keys.title)
    return Ref(title=source.title or article.keys.title, href=source.url)


def _indexes(context: Context, numbers: dict[str, int]) -> Iterable[Index]:
    for kind in INDEXED:
        terms = context.site.terms.by_kind[kind].values()
        named = [term for term in terms if any(slug in numbers for slug in term.articles)]
        if named:
            yield Index(
                title=context.words.text(kind.value),
                entries=tuple(
                    IndexEntry(
                        title=term.sort or term.name,
                        items=tuple(
                            sorted(numbers[slug] for slug in term.articles if slug in numbers)
                        ),
                        description=term.description,
                    )
                    for term in sorted(named, key=_filed_under)
                ),
            )


def _filed_under(term: Term) -> tuple[object, ...]:
    """By `sort`, where entities.yaml has one; else a person by the last word of the name, which is
    mostly that of the family, and anything else by the whole name.
    """
    name = term.sort or term.name
    if term.kind is TermKind.PEOPLE and not term.sort:
        first, _, last = name.rpartition(" ")
        name = f"{last} {first}"
    return order_of(name)

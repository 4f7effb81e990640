"""The search page, and the records that its index is made of: those of the published set, and
nothing that would have to be read off pages.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.handling import Handled
from briefgen.model.item import AnyFace, Article, Kind, Packet, Page
from briefgen.model.request import Search
from briefgen.plan.addresses import INDEX_ENTRY, INDEX_SCRIPT, SEARCH, item_address, root_from
from briefgen.plan.artifact import ALL_ITEMS, Artifact, ArtifactKind
from briefgen.plan.context import Context
from briefgen.plan.dates import moment_view, period_view
from briefgen.plan.frames import lists
from briefgen.plan.marks import titled
from briefgen.plan.views.index import SearchEntry, SearchIndex
from briefgen.plan.views.parts import DateView
from briefgen.plan.views.search import SearchView
from briefgen.resolve.standing import is_corrected, is_retracted
from briefgen.resolve.terms import TermKind

NAME = "search"
# Signs, for words would be searched.
DISPUTED, CORRECTED, SUPERSEDED, RETRACTED = "≠", "*", "→", "×"
# The filters, by the kind of term; `year` and `kind` come beside them.
_FILTERS = {
    "topic": TermKind.TOPICS,
    "person": TermKind.PEOPLE,
    "organization": TermKind.ORGANIZATIONS,
    "place": TermKind.PLACES,
}


def plan_search(context: Context) -> Artifact:
    """The page. Its label is that of the strictest item, and bears the markings of all, so it tells
    of every item, as its index does.
    """
    title = context.words.text(NAME)
    shown: tuple[Handled, ...] = tuple(item.keys for item in _items(context))
    frame = context.frames.frame(SEARCH, title, shown, current=NAME)
    view = SearchView(
        title=title,
        script=INDEX_SCRIPT if context.search is not Search.OFF else "",
        lists=tuple(
            each for name, each in lists(context.site, context.words).items() if name != NAME
        ),
    )
    return context.page(frame, "search.html", view, ALL_ITEMS)


def plan_index(context: Context) -> Iterable[Artifact]:
    """The index, as one artifact: a folder that is known by the file in which it begins. It tells
    of every item, so it goes as soon as any is withheld.
    """
    if context.search is not Search.NOW:
        return
    root = root_from(SEARCH)
    faces = tuple(_items(context))
    entries = (entry for face in faces for entry in _entries(context, face))
    yield Artifact(
        path=INDEX_ENTRY,
        kind=ArtifactKind.SEARCH,
        page=SearchIndex(language=context.settings.language, entries=tuple(entries)),
        needs=tuple(context.need(face, root) for face in faces),
        items=ALL_ITEMS,
    )


def _items(context: Context) -> Iterable[AnyFace]:
    site = context.site
    yield from (site.packets[slug] for slug in site.newest_packets)
    yield from (site.articles[slug] for slug in site.newest)
    yield from site.pages.values()


def _entries(context: Context, face: AnyFace) -> Iterable[SearchEntry]:
    if face.kind is Kind.PACKET:
        yield _packet(context, context.site.packets[face.slug])
    elif face.kind is Kind.ARTICLE:
        article = context.site.articles[face.slug]
        yield _article(context, article)
        yield from _statements(context, article)
    else:
        yield _page(context.site.pages[face.slug])


def _packet(context: Context, packet: Packet) -> SearchEntry:
    keys, holding = packet.keys, context.site.holdings[packet.slug]
    date = moment_view(keys.date, context.words)
    superseded = context.site.relations.packet_superseded_by
    sections = (text for each in holding.sections for text in (each.title, each.note))
    judgments = (text for each in holding.judgments for text in (each.text, each.dissent))
    return SearchEntry(
        href=item_address(Kind.PACKET, packet.slug),
        title=titled(packet, context.words),
        lead=_joined((keys.bluf, *judgments, *sections)),
        item=packet.id,
        meta=_meta(
            date,
            number=str(keys.number) if keys.number else "",
            marks=SUPERSEDED if packet.slug in superseded else "",
        ),
        filters=_filters("packet", date),
        date=date.iso if date else "",
    )


def _article(context: Context, article: Article) -> SearchEntry:
    keys = article.keys
    date = context.parts.date_of(article)
    source = keys.source
    headline = source.title if source else ""
    events = (each.what for each in keys.events)
    return SearchEntry(
        href=item_address(Kind.ARTICLE, article.slug),
        title=titled(article, context.words),
        lead=_joined((keys.summary, headline, *events)),
        item=article.id,
        meta=_meta(date, rating=source.rating if source else "", marks=_marks(context, article)),
        filters=(*_filters("article", date), *_terms(context, article)),
        date=date.iso if date else "",
    )


def _statements(context: Context, article: Article) -> Iterable[SearchEntry]:
    """Who said what: a record for each, under its speaker. No two records may have one address."""
    for number, statement in enumerate(article.keys.statements, 1):
        said = period_view(statement.date, context.words, statement.date_basis)
        date = said or context.parts.date_of(article)
        speaker = context.site.terms.speaker(statement.speaker) if statement.speaker else None
        named = speaker.name if speaker else statement.speaker
        disputes = context.site.relations.disputed_by.get(article.slug, ())
        disputed = any(each.statement in {None, number - 1} for each in disputes)
        yield SearchEntry(
            href=f"{item_address(Kind.ARTICLE, article.slug)}#statement-{number}",
            title=statement.speaker or article.keys.title,
            lead=_joined((f"“{statement.quote}”", statement.translation, statement.role)),
            meta=_meta(
                date,
                marks=(RETRACTED if is_retracted(article) else "") + (DISPUTED if disputed else ""),
            ),
            filters=(
                *_filters("statement", date),
                *((("person", (named,)),) if named else ()),
                *(each for each in _terms(context, article) if each[0] in {"topic", "publisher"}),
            ),
            date=date.iso if date else "",
        )


def _marks(context: Context, article: Article) -> str:
    """What became of it, one sign each. That it was taken back its title says."""
    relations = context.site.relations
    found = {
        DISPUTED: article.slug in relations.disputed_by,
        CORRECTED: is_corrected(article),
        SUPERSEDED: article.slug in relations.superseded_by,
    }
    return "".join(sign for sign, is_so in found.items() if is_so)


def _page(page: Page) -> SearchEntry:
    return SearchEntry(
        href=item_address(Kind.PAGE, page.slug),
        title=page.keys.title,
        lead=page.keys.summary,
        item=page.id,
        filters=_filters("page", None),
    )


def _terms(context: Context, article: Article) -> Iterable[tuple[str, tuple[str, ...]]]:
    """The terms of an article by their headings. Who speaks in it counts among its people."""
    keys = article.keys
    speakers = tuple(each.speaker for each in keys.statements if each.speaker)
    for name, kind in _FILTERS.items():
        used = getattr(keys, kind.value)
        if kind in {TermKind.PEOPLE, TermKind.ORGANIZATIONS}:
            used = (*used, *speakers)
        found = tuple(ref.title for ref in context.parts.term_refs(kind, used))
        if found:
            yield name, found
    if keys.source is not None and keys.source.publisher:
        yield "publisher", (keys.source.publisher,)


def _meta(date: DateView | None, **more: str) -> tuple[tuple[str, str], ...]:
    """What is shown with a finding; nothing that is empty. Its words are searched too, so a mark is
    none, and what is in a filter is not said again.
    """
    day = {"date": date.text, "inferred": "~" if date.inferred else ""} if date else {}
    return tuple((name, value) for name, value in {**day, **more}.items() if value)


def _filters(kind: str, date: DateView | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    year = date.iso[:4] if date else ""
    return (("kind", (kind,)), *((("year", (year,)),) if year else ()))


def _joined(texts: Iterable[str]) -> str:
    """As paragraphs: no search runs from one into the next."""
    return "\n".join(text for text in texts if text)

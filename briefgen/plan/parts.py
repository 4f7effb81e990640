"""Make the small parts of views from the site, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from urllib.parse import quote

from briefgen.model.article import Correction, Statement
from briefgen.model.dates import Basis, Period
from briefgen.model.item import AnyFace, Article, Kind, Packet
from briefgen.model.proof import Proof, Proofs
from briefgen.model.settings import Settings
from briefgen.plan.addresses import address_of, anchor_of, item_address, term_address
from briefgen.plan.dates import language_text, moment_view, period_view
from briefgen.plan.direction import direction
from briefgen.plan.labels import label_view
from briefgen.plan.media import MediaPlan
from briefgen.plan.ratings import rating_view
from briefgen.plan.timeline import certainty, in_time, is_planned
from briefgen.plan.views.parts import (
    Card,
    CarrierView,
    CorrectionView,
    DateView,
    DisputeView,
    EventView,
    ProofView,
    RatingView,
    Ref,
    SourceView,
    StatementView,
)
from briefgen.resolve.disputes import Contradiction
from briefgen.resolve.media import LINKED
from briefgen.resolve.site import Site
from briefgen.resolve.standing import is_corrected, is_retracted
from briefgen.resolve.terms import Term, TermKind
from briefgen.resolve.visibility import tlp_of
from briefgen.words import Words

# So much of a digest is shown where the whole would be in the way.
SHOWN = 12


class Parts:
    """Makes parts for one site, and keeps those that many pages show. It holds nothing but what the
    site says, so that asking twice gives the same.
    """

    def __init__(
        self, site: Site, settings: Settings, words: Words, media: MediaPlan, proofs: Proofs
    ) -> None:
        self.site = site
        self._proofs = proofs
        self.media = media
        self.settings = settings
        self.words = words
        self.language = settings.language
        self._titles: Counter[str] | None = None
        self._cards: dict[str, Card] = {}
        self._refs: dict[str, Ref] = {}
        self._said: dict[tuple[str, int], StatementView] = {}
        self._speakers: dict[str, Term | None] = {}
        self._headings: dict[TermKind, dict[str, Ref | None]] = {kind: {} for kind in TermKind}
        self._periods: dict[tuple[Period, Basis], DateView | None] = {}
        self._ratings: dict[str, RatingView | None] = {}

    def card(self, slug: str) -> Card:
        """The card of a published article."""
        made = self._cards.get(slug)
        if made is None:
            made = self._cards[slug] = self._card(self.site.articles[slug])
        return made

    def cards(self, slugs: Iterable[str]) -> tuple[Card, ...]:
        """The cards of published articles, in the order given."""
        return tuple(self.card(slug) for slug in slugs)

    def _card(self, article: Article) -> Card:
        keys = article.keys
        source = keys.source
        tlp = tlp_of(keys, self.site.view.default_tlp)
        usual = self.site.view.default_tlp
        stricter = usual is not None and tlp.rank > usual.rank
        lang = keys.lang if keys.lang != self.language else ""
        return Card(
            title=keys.title,
            href=item_address(Kind.ARTICLE, article.slug),
            summary=keys.summary,
            publisher=source.publisher if source else "",
            date=self.date_of(article),
            rating=self.rating(source.rating) if source else None,
            label=label_view(tlp, self.words, keys.marking) if stricter or keys.marking else None,
            disputed=article.slug in self.site.relations.disputed_by,
            corrected=is_corrected(article),
            retracted=is_retracted(article),
            superseded=article.slug in self.site.relations.superseded_by,
            lang=lang,
            dir=direction(lang),
        )

    def date_of(self, article: Article) -> DateView | None:
        """The date by which readers know an article: its source's, else its entry's."""
        source = article.keys.source
        if source is not None and source.published is not None:
            return self.period(source.published, source.date_basis)
        return moment_view(article.keys.date, self.words)

    def period(self, period: Period | None, basis: Basis) -> DateView | None:
        """A date of EDTF in words: most stand in several places."""
        if period is None:
            return None
        key = (period, basis)
        made = self._periods.get(key)
        if made is None:
            made = self._periods[key] = period_view(period, self.words, basis)
        return made

    def rating(self, rating: str) -> RatingView | None:
        """A rating in words."""
        made = self._ratings.get(rating)
        if made is None:
            made = self._ratings[rating] = rating_view(rating, self.words)
        return made

    def item(self, item_id: str) -> AnyFace | None:
        """A published item by its id."""
        kind, _, slug = item_id.partition(":")
        tables: dict[str, Callable[[str], AnyFace | None]] = {
            Kind.ARTICLE: self.site.articles.get,
            Kind.PACKET: self.site.packets.get,
            Kind.PAGE: self.site.pages.get,
        }
        return tables[kind](slug)

    def article_ref(self, slug: str) -> Ref:
        """A published article by its title."""
        made = self._refs.get(slug)
        if made is None:
            made = self._refs[slug] = self._article_ref(slug)
        return made

    def _article_ref(self, slug: str) -> Ref:
        article = self.site.articles[slug]
        lang = article.keys.lang if article.keys.lang != self.language else ""
        return Ref(
            title=article.keys.title,
            href=item_address(Kind.ARTICLE, slug),
            lang=lang,
            retracted=is_retracted(article),
        )

    def packet_ref(self, slug: str) -> Ref:
        """A published packet by its title; where another has the same, as in a series that has one
        title for all its numbers, also by its number or day.
        """
        packet = self.site.packets[slug]
        return Ref(
            title=self._packet_title(packet),
            href=item_address(Kind.PACKET, slug),
            retracted=is_retracted(packet),
        )

    def _packet_title(self, packet: Packet) -> str:
        if self._titles is None:
            self._titles = Counter(each.keys.title for each in self.site.packets.values())
        keys = packet.keys
        if self._titles[keys.title] == 1:
            return keys.title
        if keys.number is not None:
            which = self.words.text("number", n=keys.number)
        else:
            day = moment_view(keys.date, self.words)
            which = day.text if day else ""
        return self.words.text("listed_part", title=keys.title, part=which) if which else keys.title

    def term_ref(self, kind: TermKind, name: str) -> Ref:
        """A term under the name that an article used for it."""
        term = self.site.terms.find(kind, name)
        return Ref(title=name, href=term_address(kind, term.slug) if term else "")

    def speaker(self, name: str) -> Term | None:
        """Who goes by a name that stands at a statement, if anybody is named."""
        if name not in self._speakers:
            self._speakers[name] = self.site.terms.speaker(name) if name else None
        return self._speakers[name]

    def speaker_ref(self, name: str) -> Ref:
        """A speaker under the name that an article used."""
        term = self.speaker(name)
        return Ref(title=name, href=term_address(term.kind, term.slug) if term else "")

    def term_refs(self, kind: TermKind, names: Iterable[str]) -> tuple[Ref, ...]:
        """Terms under their headings, each once however it was spelt."""
        known = self._headings[kind]
        found: dict[str, Ref] = {}
        for name in names:
            if name not in known:
                known[name] = self._heading(kind, name)
            ref = known[name]
            if ref is not None:
                found[ref.href] = ref
        return tuple(found.values())

    def _heading(self, kind: TermKind, name: str) -> Ref | None:
        term = self.site.terms.find(kind, name)
        return Ref(title=term.name, href=term_address(kind, term.slug)) if term else None

    def source(self, article: Article) -> SourceView | None:
        """The source box. `snapshot` and the digest that the author noted are private and stay
        behind; the digest that is shown is that of the text in which quotations were looked for.
        """
        source = article.keys.source
        if source is None:
            return None
        named = source.publisher
        return SourceView(
            title=source.title,
            publisher=self.term_ref(TermKind.PUBLISHERS, named) if named else None,
            authors=source.author,
            published=self.period(source.published, source.date_basis),
            accessed=moment_view(source.accessed, self.words),
            url=source.url,
            archive_url=source.archive_url,
            language=source.language,
            language_name=language_text(source.language, self.language),
            type=source.type,
            rights=source.rights,
            translator=source.translator,
            rating=self.rating(source.rating),
            descriptor=source.descriptor,
            proof=self.proof(article),
        )

    def proof_of(self, article: Article) -> Proof | None:
        """What became of the article's quotations; None where no captured text is kept."""
        return self._proofs.get(article.id)

    def proof(self, article: Article) -> ProofView | None:
        """What the check of its quotations came to; None where no captured text is kept."""
        proof = self._proofs.get(article.id)
        if proof is None:
            return None
        return ProofView(
            proven=proof.proven,
            checked=proof.checked,
            sha256=proof.sha256,
            short=proof.sha256[:SHOWN],
            omissions=proof.omissions,
            insertions=proof.insertions,
        )

    def statement(self, article: Article, number: int, *, away: bool) -> StatementView:
        """The quotation with this number, from 1; `away` from its article it names it."""
        statement = article.keys.statements[number - 1]
        lang = quote_language(article, statement)
        disputes = [
            each
            for each in self.site.relations.disputed_by.get(article.slug, ())
            if each.statement == number - 1
        ]
        speaker = statement.speaker
        proof = self._proofs.get(article.id)
        return StatementView(
            quote=statement.quote,
            lang=lang,
            dir=direction(lang),
            speaker=self.speaker_ref(speaker) if speaker else None,
            role=statement.role,
            translation=statement.translation,
            date=self.period(statement.date, statement.date_basis),
            to=statement.to,
            via=statement.via,
            evidence=statement.evidence,
            disputed=bool(disputes),
            disputed_by=() if away else tuple(self.dispute(each.by, each) for each in disputes),
            verbatim=proof.statements[number - 1] if proof else None,
            article=self.article_ref(article.slug) if away else None,
            anchor=f"statement-{number}",
            rating=self.rating(article.keys.source.rating)
            if away and article.keys.source
            else None,
        )

    def said(self, article: Article, number: int) -> StatementView:
        """The statement with this number, from 1, as it is shown away from its article."""
        key = (article.slug, number)
        made = self._said.get(key)
        if made is None:
            made = self._said[key] = self.statement(article, number, away=True)
        return made

    def events(self, article: Article) -> tuple[EventView, ...]:
        """The events of an article in the order of their dates."""
        numbers = range(1, len(article.keys.events) + 1)
        ordered = sorted(numbers, key=lambda n: in_time(article.keys.events[n - 1].date))
        return tuple(self.event(article, number) for number in ordered)

    def event(self, article: Article, number: int) -> EventView:
        """The event with this number, from 1, of those that an article reports."""
        event = article.keys.events[number - 1]
        planned = is_planned(article, event)
        return EventView(
            date=self.period(event.date, event.date_basis) or DateView(iso="", text=""),
            what=event.what,
            where=self.term_ref(TermKind.PLACES, event.where) if event.where else None,
            planned=planned,
            anchor=f"event-{number}",
            certainty=certainty(event.date, event.date_basis, planned=planned),
        )

    def corrections(self, corrections: Iterable[Correction]) -> tuple[CorrectionView, ...]:
        """Corrections, latest first."""
        ordered = sorted(corrections, key=lambda each: each.date.at, reverse=True)
        return tuple(self.correction(each) for each in ordered)

    def correction(self, correction: Correction) -> CorrectionView:
        """One correction."""
        date = moment_view(correction.date, self.words) or DateView(iso="", text="")
        return CorrectionView(date=date, kind=correction.kind.value, note=correction.note)

    def dispute(self, other: str, dispute: Contradiction) -> DisputeView:
        """A dispute; `other` is the slug of the article that the page does not show."""
        article, disputed = self.site.articles[other], self.site.articles[dispute.of]
        source = article.keys.source
        statement = None
        if dispute.statement is not None:
            statement = disputed.keys.statements[dispute.statement]
        lang = quote_language(disputed, statement) if dispute.quote else ""
        return DisputeView(
            other=self.article_ref(other),
            publisher=source.publisher if source else "",
            date=self.date_of(article),
            quote=dispute.quote,
            quote_lang=lang,
            quote_dir=direction(lang),
            speaker=self.speaker_ref(statement.speaker)
            if statement is not None and statement.speaker
            else None,
            note=dispute.note,
        )

    def carriers(self, slug: str) -> tuple[CarrierView, ...]:
        """The other articles on the same report."""
        found = (self.site.articles[each] for each in self.site.relations.duplicates.get(slug, ()))
        return tuple(
            CarrierView(
                article=self.article_ref(each.slug),
                publisher=each.keys.source.publisher if each.keys.source else "",
                date=self.date_of(each),
            )
            for each in found
        )

    def links(
        self, face: AnyFace, place: Callable[[str, str], str], root: str | None
    ) -> tuple[tuple[str, str], ...]:
        """Address and title for each link of the text of `face`. `place` turns an item's id and the
        fragment into an address that works where the text is shown; `root` leads from there to the
        files of the site (None: they cannot be reached).
        """
        answers = self.site.links.get(face.id, ())
        made: list[tuple[str, str]] = []
        for link, target in zip(face.links, answers, strict=True):
            if target.startswith(LINKED):
                href = self._file(target.removeprefix(LINKED), link.fragment, root)
                made.append((href, link.target.rpartition("/")[2]))
                continue
            item = self.item(target) if target else None
            if item is None:
                made.append(("", ""))
            else:
                made.append((place(target, link.fragment), item.keys.title))
        return tuple(made)

    def _file(self, path: str, fragment: str, root: str | None) -> str:
        if root is None:
            return ""
        # An open parameter of a viewer, such as `#page=2`, stays readable.
        place = quote(fragment, safe="=&,:;@/?")
        return f"{root}{self.media.href(path)}#{place}".removesuffix("#")


def quote_language(article: Article, statement: Statement | None) -> str:
    """The language of a statement's words: its own, else the source's, else the article's."""
    source = article.keys.source
    stated = statement.lang if statement is not None else ""
    return stated or (source.language if source else "") or article.keys.lang


def page_place(root: str) -> Callable[[str, str], str]:
    """How links of a text are placed on a page of the site."""

    def place(target: str, fragment: str) -> str:
        return f"{root}{address_of(target)}{anchor_of(target, fragment)}"

    return place

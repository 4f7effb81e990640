"""What the articles of a packet sum up, to be cited."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from briefgen.model.article import Source
from briefgen.model.dates import Moment, Period
from briefgen.model.item import Article, Packet
from briefgen.plan.addresses import address_of
from briefgen.plan.context import Context
from briefgen.plan.views.citations import Citation, Citations, CitedDate

# The types of the Citation Style Language 1.0.2, appendix III, that a source of text can have.
TYPES = frozenset(
    {
        "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
        "broadcast", "chapter", "dataset", "document", "entry", "entry-dictionary",
        "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case",
        "legislation", "manuscript", "map", "motion_picture", "pamphlet", "paper-conference",
        "patent", "periodical", "personal_communication", "post", "post-weblog", "regulation",
        "report", "review", "song", "speech", "standard", "thesis", "treaty", "webpage",
    }
)  # fmt: skip
# Words that authors use for one of these.
KNOWN_AS = {
    "article": "article-newspaper",
    "blog": "post-weblog",
    "blog post": "post-weblog",
    "communique": "document",
    "email": "personal_communication",
    "journal article": "article-journal",
    "law": "legislation",
    "letter": "personal_communication",
    "magazine article": "article-magazine",
    "news": "article-newspaper",
    "news article": "article-newspaper",
    "news report": "article-newspaper",
    "newspaper article": "article-newspaper",
    "podcast": "broadcast",
    "press release": "document",
    "radio": "broadcast",
    "social media": "post",
    "statement": "document",
    "television": "broadcast",
    "video": "motion_picture",
    "web page": "webpage",
    "website": "webpage",
}
# Types whose source stands in something else that has a name.
CONTAINED = frozenset(
    {
        "article", "article-journal", "article-magazine", "article-newspaper", "broadcast",
        "chapter", "entry", "entry-dictionary", "entry-encyclopedia", "post", "post-weblog",
        "webpage",
    }
)  # fmt: skip
_SPACES = re.compile(r"[\s_-]+")
_NO_KEY = re.compile(r"[^a-z0-9]+")


def packet_citations(context: Context, packet: Packet) -> Citations:
    """The sources of a packet's articles; of an article without a source, itself."""
    held = context.site.holdings[packet.slug].articles
    keys = _keys(held)
    return Citations(
        entries=tuple(_citation(context, context.site.articles[slug], keys[slug]) for slug in held)
    )


def _citation(context: Context, article: Article, key: str) -> Citation:
    source = article.keys.source
    if source is None:
        return Citation(
            key=key,
            type="webpage",
            title=article.keys.title,
            authors=(article.keys.byline,) if article.keys.byline else (),
            container=context.settings.title,
            issued=_moment(article.keys.date),
            url=f"{context.settings.base_url}{address_of(article.id)}"
            if context.settings.base_url
            else "",
            language=article.keys.lang or context.settings.language,
        )
    kind, genre = _type(source)
    within = kind in CONTAINED
    return Citation(
        key=key,
        type=kind,
        # A title that was made up for a source without one stands in brackets.
        title=source.title or f"[{article.keys.title}]",
        authors=source.author,
        translator=source.translator,
        container=source.publisher if within else "",
        publisher="" if within else source.publisher,
        issued=_period(source.published),
        accessed=_moment(source.accessed),
        url=source.url,
        archive_url=source.archive_url,
        language=source.language,
        genre=genre,
    )


def _type(source: Source) -> tuple[str, str]:
    """The type, and the author's word for it if that says more."""
    word = source.type.strip()
    plain = _SPACES.sub(" ", word.casefold())
    if not plain:
        return ("webpage" if source.url else "document"), ""
    for joined in (plain.replace(" ", "-"), plain.replace(" ", "_")):
        if joined in TYPES and joined not in KNOWN_AS:
            return joined, ""
    known = KNOWN_AS.get(plain)
    if known is None:
        return ("webpage" if source.url else "document"), word
    return known, word if known == "document" else ""


def _keys(slugs: Iterable[str]) -> dict[str, str]:
    """A key for each slug, in letters that every program takes."""
    keys: dict[str, str] = {}
    for number, slug in enumerate(slugs, 1):
        plain = unicodedata.normalize("NFKD", slug).encode("ascii", "ignore").decode()
        key = _NO_KEY.sub("-", plain.casefold()).strip("-") or f"source-{number}"
        keys[slug] = f"{key}-{number}" if key in keys.values() else key
    return keys


def _moment(moment: Moment | None) -> CitedDate | None:
    if moment is None:
        return None
    day = moment.day
    return CitedDate(start=(day.year, day.month, day.day))


def _period(period: Period | None) -> CitedDate | None:
    """What reference managers can hold of a date of EDTF."""
    if period is None:
        return None
    start, end = period.start, period.end
    circa = period.approximate or period.uncertain
    if start is None or end is None:
        return CitedDate(literal=period.text, circa=circa)
    if "/" in period.text:
        first, last = ((each.year, each.month, each.day) for each in (start, end))
        return CitedDate(start=first, end=last, circa=circa)
    # As many parts as the first and the last day that it may be have in common.
    if start == end:
        return CitedDate(start=(start.year, start.month, start.day), circa=circa)
    if (start.year, start.month) == (end.year, end.month):
        return CitedDate(start=(start.year, start.month), circa=circa)
    if start.year == end.year:
        return CitedDate(start=(start.year,), circa=circa)
    return CitedDate(literal=period.text, circa=circa)

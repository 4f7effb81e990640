"""What a packet rests on, counted: after the source summary statement of ICD 206 (2015, D.2), which
tells readers what a product draws on as a whole, and how strong that is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from briefgen.model.article import Source
from briefgen.model.dates import Basis
from briefgen.model.item import Article, Packet
from briefgen.model.packet import Judgment
from briefgen.plan.context import Context
from briefgen.plan.dates import language_text, period_view
from briefgen.plan.ratings import (
    CREDIBILITY,
    RELIABILITY,
    credibility_text,
    reliability_text,
)
from briefgen.plan.views.parts import DateView
from briefgen.plan.views.sources import Share, SourceSummary
from briefgen.words import Words

# What `source.type` says of how near a text is to what it tells of; other words, such as webpage,
# say nothing of it. Case, and hyphens between words, do not count.
PRIMARY = frozenset(
    {
        *("decree", "hearing", "interview", "law", "legal-case", "legislation", "letter", "memo"),
        *("communique", "communiqué", "official-statement", "personal-communication"),
        *("press-release", "resolution", "speech", "statement", "transcript", "treaty"),
    }
)
REPORTS = frozenset(
    {
        *("analysis", "article", "article-journal", "article-magazine", "article-newspaper"),
        *("broadcast", "news", "news-report", "newspaper-article", "report", "review"),
    }
)


def source_summary(context: Context, packet: Packet) -> SourceSummary | None:
    """The summary for what this audience sees of a packet; None if that is nothing."""
    holding = context.site.holdings[packet.slug]
    articles = [context.site.articles[slug] for slug in holding.articles]
    if not articles:
        return None
    sources = [each.keys.source for each in articles if each.keys.source is not None]
    language, words = context.parts.language, context.words
    publishers = Counter(each.publisher for each in sources if each.publisher)
    languages = Counter(language_text(each.language, language) for each in sources if each.language)
    first, last = _span(sources, words)
    ratings = [each.rating for each in sources if each.rating]
    kinds = ["-".join(each.type.casefold().split()) for each in sources]
    return SourceSummary(
        count=len(sources),
        without=len(articles) - len(sources),
        publishers=_shares(publishers),
        publisher_missing=len(sources) - publishers.total(),
        languages=_shares(languages),
        language_missing=len(sources) - languages.total(),
        first=first,
        last=last,
        undated=sum(each.published is None for each in sources),
        inferred=sum(
            each.published is not None and each.date_basis is Basis.INFERRED for each in sources
        ),
        rated=len(ratings),
        reliability=_signs(RELIABILITY, reliability_text, words, (each[0] for each in ratings)),
        credibility=_signs(CREDIBILITY, credibility_text, words, (each[1] for each in ratings)),
        primary=sum(kind in PRIMARY for kind in kinds),
        reports=sum(kind in REPORTS for kind in kinds),
        quotations=sum(len(each.keys.statements) for each in articles),
        single=tuple(
            number
            for number, judgment in enumerate(holding.judgments, 1)
            if _rests_on_one(judgment, context.site.articles)
        ),
    )


def _shares(counts: Counter[str]) -> tuple[Share, ...]:
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0].casefold(), each[0]))
    return tuple(Share(name=name, count=count) for name, count in ordered)


def _signs(
    signs: str, text: Callable[[str, Words], str], words: Words, given: Iterable[str]
) -> tuple[Share, ...]:
    counts = Counter(given)
    return tuple(
        Share(name=text(sign, words), count=counts[sign], sign=sign)
        for sign in signs
        if counts[sign]
    )


def _span(sources: Iterable[Source], words: Words) -> tuple[DateView | None, DateView | None]:
    """The earliest and the latest date, each as precise as it was stated."""
    dates = [each.published for each in sources if each.published is not None]
    begun = min((each for each in dates if each.start), key=lambda p: str(p.start), default=None)
    ended = max((each for each in dates if each.end), key=lambda p: str(p.end), default=None)
    return period_view(begun, words), period_view(ended, words)


def _rests_on_one(judgment: Judgment, articles: dict[str, Article]) -> bool:
    """Two reports of one publisher are one voice; of two that name none nobody knows."""
    voices: set[str] = set()
    for slug in judgment.articles:
        source = articles[slug].keys.source
        voices.add(f"publisher:{source.publisher}" if source and source.publisher else slug)
    return len(voices) == 1

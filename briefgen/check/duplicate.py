"""Two articles that seem to be on one report. They are never merged: the curator says whether they
are, and readers then see who else carried it.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.alike import Alike, Ground
from briefgen.model.article import ArticleFace
from briefgen.model.finding import Finding
from briefgen.model.item import Article

CODE = "duplicate-likely"
FIELDS = {
    Ground.ADDRESS: "source.url",
    Ground.TEXT: "source.snapshot",
    Ground.TITLE: "source.title",
    Ground.ENTRY: "summary",
}


def _likely(subject: Subject) -> Iterable[Finding]:
    articles = {face.slug: face for face in subject.faces if isinstance(face.keys, ArticleFace)}
    settled = _settled(articles)
    best: dict[str, Alike] = {}
    for pair in subject.alike:
        one, other = pair.article, pair.other
        if one not in articles or other not in articles:
            continue
        if settled[one] == settled[other]:
            continue
        # One finding for each article: when it is settled, so are most others.
        if one not in best or pair.share > best[one].share:
            best[one] = pair
    for slug, pair in best.items():
        face = articles[slug]
        yield Finding(
            code=CODE,
            # The other is named in the hint, which a public log leaves out where it is withheld.
            message=_message(pair),
            item=face.id,
            path=face.path,
            field=FIELDS[pair.ground],
            hint=f"It is “{pair.other}”. If so, write `duplicates: [{pair.other}]`, and readers "
            f"see who else carried it; if not, `silence: {{{CODE}: the reason}}`.",
        )


def _message(pair: Alike) -> str:
    if pair.ground is Ground.ADDRESS:
        return "The source has the same address as that of another article."
    if pair.ground is Ground.TITLE:
        return "A source of the same title and nearly the same date stands in another article."
    if pair.ground is Ground.ENTRY:
        return "Another article says nearly the same, word for word."
    return (
        "Another article seems to be on the same report: "
        f"{pair.share:.0%} of the shorter captured text stands in the other."
    )


def _settled(articles: dict[str, Article]) -> dict[str, str]:
    """A name for all articles of which somebody has said how they belong together: that they are on
    one report, or that one takes the place of the other.
    """
    head = {slug: slug for slug in articles}

    def find(slug: str) -> str:
        while head[slug] != slug:
            head[slug] = head[head[slug]]
            slug = head[slug]
        return slug

    for slug, face in articles.items():
        for other in (*face.keys.duplicates, *face.keys.supersedes):
            if other in head:
                head[find(other)] = find(slug)
    return {slug: find(slug) for slug in articles}


RULES = (Rule(code=CODE, run=_likely),)

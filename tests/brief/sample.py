"""A packet of three articles as the planner would hand it over, and short ways to a PDF."""

from __future__ import annotations

import functools
from pathlib import Path

import jinja2
import msgspec
import pypdf

from briefgen.model.base import Record
from briefgen.model.packet import BriefOptions, Likelihood
from briefgen.plan.views.brief import (
    BriefItem,
    BriefMeta,
    BriefSection,
    BriefView,
    Colophon,
    Index,
    IndexEntry,
)
from briefgen.plan.views.pages import (
    ArticleContent,
    ArticleView,
    JudgmentView,
    LikelihoodRow,
    PacketContent,
    PacketView,
)
from briefgen.plan.views.parts import (
    CorrectionView,
    DateView,
    DisputeView,
    EventView,
    LabelView,
    RatingView,
    Ref,
    SourceView,
    StatementView,
)
from briefgen.read.catalogue import read_catalogue
from briefgen.render.brief.job import BriefJob, BriefResult
from briefgen.render.brief.pool import render_briefs
from briefgen.render.say import speak
from briefgen.resolve.theme_words import join_words
from briefgen.words import Words, language_chain

THEME = Path(__file__).parents[2] / "themes" / "default"
STATIC = str(THEME / "static")
META = BriefMeta(
    title="Moscow and Kabul",
    author="Amu Desk",
    description="The bottom line.",
    keywords=("Diplomacy", "Security"),
    lang="en",
    created="2021-08-17",
    modified="2021-08-27",
    rights="TLP:AMBER+STRICT. Not for the press",
    address="https://example.org/packets/kabul.html",
)
AMBER = LabelView(
    text="TLP:AMBER+STRICT",
    level="AMBER+STRICT",
    means="Restricted to one organisation",
    marking="Not for the press",
)
PERSIAN = "هیچ‌کس در این باره عجله نخواهد کرد"
RUSSIAN = "Никто не будет спешить"
LONG = "<p>" + "</p><p>".join("The guard has changed, and the talks go on. " * 12 for _ in range(8))
NOTED = (
    '<h2>A heading</h2><p>Said on Monday.<sup class="footnote-ref"><a href="#fn1" id="r1">1</a>'
    '</sup> And then.</p><section class="footnotes"><ol class="footnotes-list"><li id="fn1">'
    '<p>The text names no day. <a href="#r1" class="footnote-backref">↩</a></p></li></ol></section>'
)


def day(text: str) -> DateView:
    """A date whose words do not matter."""
    return DateView(iso="2021-08-16", text=text)


def article(slug: str, title: str, **more: object) -> ArticleView:
    """An article with a rated source."""
    source = SourceView(
        title=f"Report on {slug}",
        publisher=Ref(title="Tashkent Times"),
        published=day("8 July 2021"),
        url=f"https://example.com/{slug}",
        rating=RatingView(
            reliability="F",
            credibility="2",
            reliability_words="reliability cannot be judged",
            credibility_words="probably true",
        ),
    )
    view = ArticleView(
        slug=slug, title=title, summary=f"Summary of {slug}.", lang="en", dir="ltr", source=source
    )
    return msgspec.structs.replace(view, **more)


ITEMS = (
    article(
        "recognition",
        "Moscow defers recognition",
        statements=(
            StatementView(quote=PERSIAN, lang="fa", dir="rtl", speaker=Ref(title="A speaker")),
            StatementView(quote=RUSSIAN, lang="ru", dir="ltr", speaker=Ref(title="Another")),
        ),
        events=(EventView(date=day("16 August 2021"), what="The guard changes."),),
        disputed_by=(
            DisputeView(other=Ref(title="The denial", href="articles/denial.html"), note="Denied."),
        ),
    ),
    article("drills", "Drills near the border end"),
    article(
        "denial",
        "Ghani denies the claim",
        corrections=(CorrectionView(date=day("20 August 2021"), kind="update", note="Dated."),),
    ),
)
PACKET = PacketView(
    slug="kabul",
    title="Moscow and Kabul",
    number=1,
    date=day("17 August 2021"),
    bluf="Moscow holds recognition back.",
    lang="en",
    dir="ltr",
    judgments=(
        JudgmentView(
            number=1,
            text="Recognition is unlikely this year.",
            likelihood="unlikely",
            low=20,
            high=45,
            confidence="moderate",
            confidence_level=2,
            articles=(Ref(title="", href="articles/recognition.html"),),
        ),
    ),
    scale=tuple(
        LikelihoodRow(
            term=each.value,
            low=each.bounds[0],
            high=each.bounds[1],
            judgments=(1,) if each is Likelihood.UNLIKELY else (),
        )
        for each in Likelihood
    ),
    count=3,
)


def sample_view(**changes: object) -> BriefView:
    """The brief's view, with some fields replaced."""
    items = [BriefItem(number=n, article=item) for n, item in enumerate(ITEMS, 1)]
    view = BriefView(
        site_title="Amu Desk",
        tagline="What the north reports",
        packet=PACKET,
        label=AMBER,
        options=BriefOptions(),
        meta=META,
        sections=(
            BriefSection(number=1, title="Kabul", note="The embassy.", items=(items[0],)),
            BriefSection(number=2, title="The border", items=(items[1], items[2])),
        ),
        indexes=(
            Index(
                title="People",
                entries=(
                    IndexEntry(title="Ashraf Ghani", items=(1, 3)),
                    IndexEntry(title="Sergei Shoigu", items=(2,)),
                ),
            ),
        ),
        sources=tuple((n, Ref(title=f"Source {n}")) for n in (1, 2, 3)),
        address="https://example.org/packets/kabul.html",
    )
    return msgspec.structs.replace(view, **changes)


class Bodies(Record):
    """What `content` is to the template of a brief."""

    packet: PacketContent
    items: dict[str, ArticleContent]
    colophon: Colophon = Colophon(
        digest="d" * 32, fingerprint="f" * 32, versions=(("WeasyPrint", "70.0"),)
    )


BODIES = Bodies(
    packet=PacketContent(html="<p>The note.</p>", gaps=("Who was there.",), compiler="the desk"),
    items={
        "recognition": ArticleContent(html=LONG, key_points=("One.", "Two."), assessment="Ours."),
        "drills": ArticleContent(html=NOTED, relevance="It matters."),
        "denial": ArticleContent(html="<p>He denies it.</p>", internal=(("source", "A."),)),
    },
)


def html_of(view: BriefView, content: Bodies = BODIES) -> str:
    """What the default theme makes of a view."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(THEME / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = words_of(view.meta.lang)
    say, brief, _ = speak(words)
    environment.globals |= {"say": say, "w": brief, "asset": "https://theme.invalid/{}".format}
    environment.globals["print_sheets"] = ()
    environment.filters |= {"num": words.number, "listed": words.listed}
    return environment.get_template("brief.html").render(page=view, content=content)


@functools.cache
def words_of(language: str) -> Words:
    """The words of the default theme in a language."""
    files = (THEME / "words" / f"{tag}.po" for tag in language_chain(language))
    read = (read_catalogue(file.name, file.stem, file.read_bytes()) for file in files)
    return join_words([catalogue for catalogue, _ in read if catalogue], language)


def sample_job(path: str = "packets/kabul.pdf", **changes: object) -> BriefJob:
    """The job of the sample's brief."""
    view = sample_view(**changes)
    return BriefJob(path=path, html=html_of(view), static=(STATIC,), meta=view.meta)


def small_job(body: str, path: str = "packets/small.pdf", **more: object) -> BriefJob:
    """A job of a few words, in the theme's fonts."""
    sheets = "".join(
        f'<link rel="stylesheet" href="https://theme.invalid/print/{name}.css">'
        for name in ("fonts", "brief")
    )
    html = f'<!doctype html><html lang="en"><head><title>Small</title>{sheets}</head><body>{body}'
    job = BriefJob(path=path, html=f"{html}</body></html>", static=(STATIC,), meta=META)
    return msgspec.structs.replace(job, **more)


def make(*jobs: BriefJob, workers: int = 2) -> dict[str, BriefResult]:
    """The results by path."""
    return {result.path: result for result in render_briefs(jobs, workers)}


def codes(result: BriefResult) -> list[str]:
    """The codes of what was told."""
    return [each.code for each in (*result.diagnostics, *(lack.told for lack in result.lacking))]


def reader_of(result: BriefResult) -> pypdf.PdfReader:
    """The PDF, or a failed test that says what the brief said."""
    import io

    assert result.pdf, [each.message for each in result.diagnostics]
    return pypdf.PdfReader(io.BytesIO(result.pdf))

"""What became of an item since it was published is said wherever it is shown, on both sides."""

from __future__ import annotations

import re
from pathlib import Path

import pypdf
import pytest

from briefgen.model.request import Exit
from tests.harness import SiteFolder, codes

SAID = """\
statements:
  - speaker: Ole Brandt
    quote: We have known it, all of us, for nine years.
"""
RETRACTED = "corrections: [{date: 2021-08-20, kind: retraction, note: It never happened}]\n"


@pytest.fixture
def lake(tmp_path: Path) -> SiteFolder:
    """A site in the built-in theme."""
    return SiteFolder(tmp_path / "lake", theme="default")


def text_of(html: str) -> str:
    """What is read, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("&#39;", "'").split())


def part(html: str, begin: str, end: str) -> str:
    return html.partition(begin)[2].partition(end)[0]


def test_a_disputed_statement_is_named_on_both_sides(lake: SiteFolder) -> None:
    lake.article("quay", more=SAID)
    lake.article(
        "denial",
        publisher="Guild Review",
        more="disputes: [{article: quay, quote: we have known it all of us, note: Not so}]\n",
    )
    lake.build_well()
    page = lake.page("articles/quay.html")
    notice = text_of(part(page, '<p class="notice">', "</p>"))
    assert notice.startswith("Disputed. Not so : Denial , Guild Review , 16 August 2021")
    assert "Disputed words, Ole Brandt : “We have known it, all of us”" in notice
    # What follows stands with the statement, and not in the data for programs in the head.
    beside = text_of(part(page.partition("</head>")[2], "for nine years", "</li>"))
    assert "Disputed by Denial , Guild Review , 16 August 2021 : Not so." in beside
    other = text_of(lake.page("articles/denial.html"))
    assert "Disputes what Ole Brandt is quoted as saying in Quay" in other
    assert "“We have known it, all of us” Ole Brandt Not so" in other


def test_a_dispute_by_what_is_withheld_is_none(lake: SiteFolder) -> None:
    lake.article("quay", more=SAID)
    lake.packet("week", ["quay"], more="key_judgments: [{text: It is so., articles: [quay]}]")
    before = (lake.build_well(), lake.files())[1]
    lake.article("denial", more="tlp: RED\ndisputes: [{article: quay, quote: nine years}]\n")
    lake.build_well()
    assert lake.files() == before


def test_a_page_goes_at_once_when_what_marked_it_is_withheld(site: SiteFolder) -> None:
    site.article("quay", more=SAID)
    site.article("denial", more="topics: []\npeople: []\ndisputes: [{article: quay}]\n")
    site.edit("content/articles/denial.md", "people: [Zamir Kabulov]\ntopics: [Diplomacy]\n", "")
    site.build_well()
    assert " disputed" in site.page("topics/diplomacy.html")
    site.edit("content/articles/denial.md", "---\ntitle:", "---\ntlp: RED\ntitle:")
    site.article("broken", summary="''")
    assert site.build().exit is Exit.CONTENT
    assert not (site.built / "topics/diplomacy.html").exists()


def test_a_retraction_is_said_wherever_the_item_is_shown(lake: SiteFolder) -> None:
    lake.article("ferry", title="Ferry sinks", more=RETRACTED)
    lake.article("other", more="related: [ferry]\n")
    lake.packet("week", ["ferry", "other"])
    lake.build_well()
    page = lake.page("articles/ferry.html")
    assert "<title>Retracted: Ferry sinks" in page
    body = text_of(page.partition("<h1")[2])
    assert "Ferry sinks Retracted on 20 August 2021 . It never happened. A summary." in body
    for path in ("index.html", "archive/index.html", "topics/diplomacy.html", "packets/week.html"):
        entry = text_of(part(lake.page(path), '<li class="entry', "</h3>") + "</h3>")
        assert "Retracted Ferry sinks" in entry, path
    assert "Retracted Ferry sinks" in text_of(lake.page("articles/other.html"))
    assert "<title>Retracted: Ferry sinks</title>" in lake.page("feed.xml")
    assert "Retracted on 20 August 2021 : item 1, Ferry sinks . It never happened." in text_of(
        lake.page("packets/week.html")
    )


def test_what_was_wrong_before_the_packet_went_out_is_no_alert(lake: SiteFolder) -> None:
    early = "corrections: [{date: 2021-08-16, note: One day late}]\n"
    lake.article("ferry", more=early)
    lake.packet("week", ["ferry"])
    lake.build_well()
    assert "One day late" not in part(lake.page("packets/week.html"), "<h1", 'id="corrections"')
    lake.edit("content/articles/ferry.md", "2021-08-16, note", "2021-08-18, note")
    lake.build_well()
    assert "One day late" in part(lake.page("packets/week.html"), "<h1", 'id="corrections"')


def test_supersession_is_said_by_both(lake: SiteFolder) -> None:
    lake.article("old", title="Hourly ferries")
    lake.article("new", title="Half-hourly ferries", more="supersedes: [old]\n")
    lake.build_well()
    old = text_of(part(lake.page("articles/old.html"), "</h1>", "</section>"))
    assert old.startswith("Superseded by Half-hourly ferries .")
    assert "Supersedes Hourly ferries ." in text_of(lake.page("articles/new.html"))
    cards = lake.page("archive/index.html")
    assert "Superseded" in part(cards, "Hourly ferries", "</li>")
    assert "Superseded" not in part(cards, "Half-hourly ferries", "</li>")


def test_a_judgment_says_what_became_of_what_it_rests_on(lake: SiteFolder) -> None:
    lake.article("ferry", more=RETRACTED)
    lake.article("quay", more=SAID)
    lake.article("denial", more="disputes: [{article: quay}, {article: tower, quote: nine}]\n")
    lake.article("tower", more=SAID)
    lake.article("old")
    lake.article("new", title="A newer one", more="supersedes: [old]\n")
    lake.packet(
        "week",
        ["ferry", "quay", "denial", "old", "tower"],
        more="""\
        key_judgments:
          - {text: First., articles: [ferry, quay]}
          - {text: Second., articles: [old, quay, denial]}
          - {text: Third., articles: [denial]}
          - {text: Fourth., articles: [tower]}
        """,
    )
    outcome = lake.build_well()
    assert codes(outcome) == ["judgment-baseless", "judgment-undercut", "judgment-undercut"]
    page = lake.page("packets/week.html")
    first, second, third, fourth = (
        text_of(part(page, f'id="judgment-{number}"', "</li>")) for number in (1, 2, 3, 4)
    )
    assert "Item 1 retracted Item 2 disputed" in first
    assert first.endswith("Nothing else bears it out.")
    assert "Item 2 disputed Item 4 superseded" in second
    assert "Nothing else" not in second
    assert third.endswith("Rests on item 3")
    assert fourth.endswith("Item 5 disputed in part")
    # Who says so is told once, below them all.
    assert text_of(part(page, '<ul class="doubted">', "</ul>")).split(" Item ") == [
        "Item 1 retracted on 20 August 2021",
        "2 disputed by item 3",
        "4 superseded by A newer one",
        "5 disputed in part by item 3",
    ]


def test_one_report_in_several_papers_names_them_all(lake: SiteFolder) -> None:
    lake.article("one", publisher="The Gazette", more="duplicates: [two]\n")
    lake.article("two", publisher="The Courier", date="2021-08-17")
    lake.article("three", publisher="Lake Wire", date="2021-08-18", more="duplicates: [two]\n")
    lake.build_well()
    carriers = {
        "one": ("The Courier , 17 August 2021", "Lake Wire , 18 August 2021"),
        "two": ("The Gazette , 16 August 2021", "Lake Wire , 18 August 2021"),
        "three": ("The Courier , 17 August 2021", "The Gazette , 16 August 2021"),
    }
    for slug, others in carriers.items():
        box = text_of(part(lake.page(f"articles/{slug}.html"), "Also carried by", "</dl>"))
        for other in others:
            assert other in box, slug


def test_the_cover_counts_what_was_corrected_since_issue(tmp_path: Path) -> None:
    lake = SiteFolder(tmp_path / "lake", theme="default")
    lake.article(
        "ferry",
        more="""\
        corrections:
          - {date: 2021-08-16, note: Before}
          - {date: 2021-08-18, note: After}
        """,
    )
    lake.packet("week", ["ferry"])
    lake.build_well(pdf=True)
    cover = pypdf.PdfReader(lake.built / "packets/week.pdf").pages[0].extract_text()
    words = " ".join(cover.split())
    assert "with 1 correction since issue, the last of 18 August 2021" in words

"""The ledger of corrections, and its feeds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import feedparser
import pytest

from tests.harness import SiteFolder

LEDGER = "corrections/index.html"
FEEDS = ("corrections/feed.xml", "corrections/feed.json")
TWO = """\
corrections:
  - {date: 2021-08-18, note: The first note}
  - {date: 2021-08-20, kind: retraction, note: The second note}
"""


@pytest.fixture
def corrected(site: SiteFolder) -> SiteFolder:
    """The small site, with corrections in an article that a packet carries, and in the packet."""
    site.article("tianjin", more=TWO)
    more = "corrections: [{date: 2021-08-19, kind: update, note: Of the packet}]\n"
    site.packet("first", ["tianjin", "drills"], more=more)
    return site


def lines_of(html: str) -> list[str]:
    """The lines of the ledger, as the tiny theme shows them."""
    return re.findall(r"<p>(\d+ .*?)</p>", html)


def test_the_ledger_has_all_corrections_newest_first(corrected: SiteFolder) -> None:
    corrected.build_well()
    assert lines_of(corrected.page(LEDGER)) == [
        "20 August 2021 retraction Tianjin: The second note in First",
        "19 August 2021 update First: Of the packet",
        "18 August 2021 correction Tianjin: The first note in First",
    ]


def test_where_nothing_was_corrected_there_is_no_ledger(site: SiteFolder) -> None:
    site.build_well()
    assert not (site.built / "corrections").exists()
    assert "orrections" not in site.page("index.html")


def test_what_is_withheld_is_not_in_the_ledger(corrected: SiteFolder) -> None:
    corrected.build_well()
    before = corrected.files()
    corrected.article("plan", more="tlp: RED\n" + TWO)
    corrected.packet("secret", ["tianjin"], more="tlp: RED\n" + TWO)
    corrected.build_well()
    assert corrected.files() == before
    corrected.edit("content/articles/tianjin.md", "---\ntitle", "---\ntlp: RED\ntitle")
    corrected.build_well()
    assert lines_of(corrected.page(LEDGER)) == ["19 August 2021 update First: Of the packet"]
    assert all("note" not in corrected.page(path) for path in FEEDS)


def test_a_new_correction_is_in_the_next_build_as_in_a_clean_one(corrected: SiteFolder) -> None:
    corrected.build_well()
    corrected.edit(
        "content/articles/tianjin.md",
        "corrections:\n",
        "corrections:\n  - {date: 2021-08-21, note: A third}\n",
    )
    outcome = corrected.build_well()
    assert {LEDGER, *FEEDS, "articles/tianjin.html"} <= set(outcome.written)
    assert "articles/drills.html" not in outcome.written
    assert corrected.files() == corrected.clean_build()


def test_a_long_ledger_is_cut_by_year(site: SiteFolder) -> None:
    for year, count in ((2019, 40), (2020, 70)):
        days = [f"{year}-{1 + n // 28:02}-{1 + n % 28:02}" for n in range(count)]
        lines = "".join(f"  - {{date: {day}, note: Note of {day}}}\n" for day in days)
        site.article(f"of-{year}", date=f"{year}-01-01", more=f"corrections:\n{lines}")
    site.build_well()
    first = site.page(LEDGER)
    assert "Corrections (110)" in first
    assert lines_of(first)[0].endswith("Note of 2020-03-14")
    assert len(lines_of(first)) == 20
    assert len(lines_of(site.page("corrections/2020.html"))) == 70
    assert len(lines_of(site.page("corrections/2019.html"))) == 40
    site.edit("content/articles/of-2019.md", "Note of 2019-02-01", "Another note")
    written = site.build_well().written
    assert "corrections/2019.html" in written
    assert "corrections/2020.html" not in written


def test_the_feeds_are_valid_and_say_the_same(corrected: SiteFolder) -> None:
    corrected.build_well()
    atom = feedparser.parse((corrected.built / FEEDS[0]).read_bytes())
    assert not atom.bozo, atom.get("bozo_exception")
    assert atom.version == "atom10"
    page = "https://example.org/amu/articles/tianjin.html"
    assert [(e.title, e.summary, e.link, e.id) for e in atom.entries] == [
        (
            "Retraction: Tianjin",
            "The second note",
            f"{page}#corrections",
            f"{page}#correction-2021-08-20-1",
        ),
        (
            "Update: First",
            "Of the packet",
            "https://example.org/amu/packets/first.html#corrections",
            "https://example.org/amu/packets/first.html#correction-2021-08-19-1",
        ),
        (
            "Correction: Tianjin",
            "The first note",
            f"{page}#corrections",
            f"{page}#correction-2021-08-18-1",
        ),
    ]
    assert atom.feed.updated == "2021-08-20T00:00:00Z"
    feed = json.loads(corrected.page(FEEDS[1]))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"https://example.org/amu/{FEEDS[1]}"
    assert [(e["title"], e["content_text"], e["url"], e["id"]) for e in feed["items"]] == [
        (e.title, e.summary, e.link, e.id) for e in atom.entries
    ]


def test_a_site_without_an_address_has_the_ledger_alone(corrected: SiteFolder) -> None:
    corrected.edit("briefgen.yaml", "base_url: https://example.org/amu/\n", "")
    corrected.build_well()
    assert (corrected.built / LEDGER).exists()
    assert not (corrected.built / FEEDS[0]).exists()


def test_every_page_leads_to_the_ledger_and_its_feed(tmp_path: Path) -> None:
    lake = SiteFolder(tmp_path / "lake", theme="default")
    lake.article("tianjin", more=TWO)
    lake.build_well()
    page = lake.page("articles/tianjin.html")
    head, _, body = page.partition("<body")
    feed = re.search(r'<link rel="alternate" [^>]*href="../corrections/feed.xml">', head)
    assert feed
    assert "application/atom+xml" in feed[0]
    assert body.count('href="../corrections/index.html"') == 2  # navigation and foot
    ledger = lake.page(LEDGER)
    assert 'href="../articles/tianjin.html#corrections"' in ledger
    assert 'aria-current="page">Corrections' in ledger

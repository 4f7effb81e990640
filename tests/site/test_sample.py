"""The sample site, built as `make site` builds it."""

from __future__ import annotations

import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import feedparser
import pytest

from briefgen.build import build
from briefgen.model.request import Exit, Request
from briefgen.progress import Silent
from tests.harness import NOON
from tests.pages import Page, dead_links, read_pages

ROOT = Path(__file__).parents[2]
BASE = "https://example.org/briefing/"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample without its briefs."""
    root = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "briefgen.yaml", root)
    outcome = build(Request(root=str(root), now=NOON, pdf=False), Silent())
    assert outcome.exit is Exit.DONE, outcome.diagnostics
    assert outcome.diagnostics == ()
    return root / "output"


@pytest.fixture(scope="module")
def pages(output: Path) -> dict[str, Page]:
    return read_pages(output)


def test_every_kind_of_page_is_there(output: Path) -> None:
    for path in (
        "index.html",
        "articles/russia-taliban-no-threat.html",
        "articles/csto-plans-exercises.html",
        "packets/index.html",
        "packets/moscow-and-the-new-kabul.html",
        "packets/central-asia-week-in-review.html",
        "archive/index.html",
        "topics/index.html",
        "people/index.html",
        "people/sergey-lavrov.html",
        "organizations/index.html",
        "places/index.html",
        "places/kabul.html",
        "publishers/index.html",
        "publishers/tass.html",
        "about.html",
        "404.html",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        ".nojekyll",
        "SHA256SUMS",
    ):
        assert (output / path).is_file(), path


def test_every_internal_link_and_anchor_resolves(output: Path) -> None:
    assert dead_links(output, BASE) == []


def test_tags_nest_and_ids_are_unique(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert page.problems == [], path
        assert len(page.ids) == len(set(page.ids)), path


def test_no_page_is_heavy(output: Path) -> None:
    heavy = {
        str(path): path.stat().st_size
        for path in output.rglob("*.html")
        if path.stat().st_size > 100_000
    }
    assert heavy == {}


def test_the_front_page_leads_with_the_latest_packet(pages: dict[str, Page]) -> None:
    text = pages["index.html"].text
    assert text.index("Central Asia: week in review") < text.index("Moscow and the new Kabul")


def test_two_spellings_are_one_person(pages: dict[str, Page]) -> None:
    lavrovs = [path for path in pages if path.startswith("people/") and "lavrov" in path]
    assert lavrovs == ["people/sergey-lavrov.html"]
    assert "Sergei Lavrov" in pages["people/sergey-lavrov.html"].text


def test_a_dispute_shows_on_both_sides(pages: dict[str, Page]) -> None:
    claim = pages["articles/ghani-cash-allegation.html"]
    denial = pages["articles/ghani-denies-taking-money.html"]
    assert "Disputed" in claim.text
    assert any("ghani-denies-taking-money" in link for link in claim.links)
    assert any("ghani-cash-allegation" in link for link in denial.links)


def test_an_inferred_date_says_so(pages: dict[str, Page]) -> None:
    assert "inferred" in pages["articles/russia-taliban-no-threat.html"].text


def test_the_label_opens_and_closes_every_page(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert page.text.count("TLP:CLEAR") >= 2, path


def test_the_snapshot_and_its_path_are_private(output: Path) -> None:
    for path in output.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert b"having issues with commenting" not in data, path
            assert b"russia-taliban.txt" not in data, path


def test_the_feed_is_valid_and_newest_first(output: Path) -> None:
    feed = feedparser.parse((output / "feed.xml").read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    published = [entry.published for entry in feed.entries]
    assert published == sorted(published, reverse=True)
    assert len(feed.entries) == 12
    for entry in feed.entries:
        assert entry.link.startswith(BASE)
        assert (output / entry.link.removeprefix(BASE)).is_file()


def test_the_sitemap_lists_every_page_once(output: Path, pages: dict[str, Page]) -> None:
    namespace = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    tree = ET.parse(output / "sitemap.xml")  # noqa: S314  our own file
    found = [element.text or "" for element in tree.iter(f"{namespace}loc")]
    assert len(found) == len(set(found))
    paths = {address.removeprefix(BASE) for address in found}
    assert paths == set(pages) - {"404.html"}

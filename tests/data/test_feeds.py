"""Feeds: the same entries as Atom and as JSON Feed, of the site and of each topic."""

from __future__ import annotations

import json

import feedparser
import pytest

from tests.harness import SiteFolder

BASE = "https://example.org/amu/"


def read_json(site: SiteFolder, path: str) -> dict[str, object]:
    feed = json.loads(site.page(path))
    assert isinstance(feed, dict)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{BASE}{path}"
    return feed


@pytest.mark.parametrize("folder", ["", "topics/diplomacy/", "corrections/"])
def test_both_forms_say_the_same(site: SiteFolder, folder: str) -> None:
    site.article("retracted", more="corrections: [{date: 2021-08-20, note: It was not so.}]\n")
    site.build_well()
    atom = feedparser.parse(site.page(f"{folder}feed.xml"))
    assert not atom.bozo, atom.get("bozo_exception")
    assert atom.version == "atom10"
    feed = read_json(site, f"{folder}feed.json")
    items = feed["items"]
    assert isinstance(items, list)
    assert items
    assert [each["id"] for each in items] == [each.id for each in atom.entries]
    assert [each["title"] for each in items] == [each.title for each in atom.entries]
    assert feed["title"] == atom.feed.title
    assert feed["home_page_url"] == atom.feed.link
    for each in items:
        assert set(each) <= {
            *("id", "url", "title", "content_text", "date_published", "date_modified", "tags")
        }


def test_a_topic_has_its_own_and_no_other_s(site: SiteFolder) -> None:
    site.article("closed", topic="Diplomacy", more="tlp: AMBER\n")
    site.build_well()
    items = read_json(site, "topics/diplomacy/feed.json")["items"]
    assert isinstance(items, list)
    assert [each["url"] for each in items] == [f"{BASE}articles/tianjin.html"]


def test_no_feed_has_more_than_the_latest_fifty(site: SiteFolder) -> None:
    for number in range(60):
        site.article(f"extra-{number}", topic="Diplomacy", date=f"2021-07-{number % 28 + 1:02}")
    site.build_well()
    for path in ("feed.json", "topics/diplomacy/feed.json"):
        items = read_json(site, path)["items"]
        assert isinstance(items, list)
        assert len(items) == 50
        dates = [each["date_published"] for each in items]
        assert dates == sorted(dates, reverse=True)


def test_a_topic_that_is_withheld_has_no_feed(site: SiteFolder) -> None:
    site.build_well()
    assert (site.built / "topics/security/feed.xml").exists()
    site.edit("content/articles/drills.md", "---\ntitle", "---\ntlp: RED\ntitle")
    site.build_well()
    assert not (site.built / "topics/security").exists()


def test_pages_lead_to_their_feeds(site: SiteFolder) -> None:
    site.edit("briefgen.yaml", "theme: tiny", "theme: default")
    site.build_well()
    html = site.page("topics/diplomacy.html")
    for kind, path in (
        ("application/atom+xml", "../feed.xml"),
        ("application/feed+json", "../feed.json"),
        ("application/atom+xml", "../topics/diplomacy/feed.xml"),
        ("application/feed+json", "../topics/diplomacy/feed.json"),
    ):
        lines = [line for line in html.split("\n") if 'rel="alternate"' in line]
        assert any(kind in line and f'href="{path}"' in line for line in lines), path

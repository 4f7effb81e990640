"""Sites with little or nothing in them are whole all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.harness import SiteFolder
from tests.pages import dead_links, read_pages

BASE = "https://example.org/amu/"


@pytest.fixture
def bare(new_site: Callable[[str, str], SiteFolder]) -> SiteFolder:
    return new_site("bare", "default")


def _whole(site: SiteFolder) -> None:
    site.build_well()
    assert dead_links(site.built, BASE) == []
    for path, page in read_pages(site.built).items():
        assert page.problems == [], path


def test_nothing_at_all(bare: SiteFolder) -> None:
    _whole(bare)


def test_one_article_without_a_packet(bare: SiteFolder) -> None:
    bare.article("only")
    _whole(bare)


def test_a_packet_without_articles(bare: SiteFolder) -> None:
    bare.packet("empty", [])
    _whole(bare)


def test_a_packet_of_which_all_is_withheld(bare: SiteFolder) -> None:
    bare.article("closed", more="tlp: RED\n")
    bare.packet("hollow", ["closed"])
    _whole(bare)


def test_an_article_with_the_bare_minimum(bare: SiteFolder) -> None:
    bare.write("content/articles/bare.md", "---\ntitle: Bare\n---\n")
    bare.edit(
        "briefgen.yaml",
        "default_tlp: CLEAR",
        "default_tlp: CLEAR\nchecks:\n  date-missing: off\n  summary-missing: off\n"
        "  source-missing: off",
    )
    _whole(bare)


def test_without_a_base_address(bare: SiteFolder) -> None:
    bare.edit("briefgen.yaml", "base_url: https://example.org/amu/\n", "")
    bare.article("only")
    bare.packet("one", ["only"])
    bare.build_well()
    assert dead_links(bare.built, "/") == []
    assert not (bare.built / "feed.xml").exists()


def test_an_earlier_address_leads_to_the_item(bare: SiteFolder) -> None:
    bare.article("only", more="aliases: [/2021/old/, was.html]\n")
    _whole(bare)
    assert "../../articles/only.html" in bare.page("2021/old/index.html")
    assert "articles/only.html" in bare.page("was.html")

"""The page that explains ratings and the method."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.harness import SiteFolder


def rated(site: SiteFolder, slug: str, rating: str, more: str = "") -> None:
    site.write(
        f"content/articles/{slug}.md",
        f"---\ntitle: {slug}\ndate: 2021-08-16\nsummary: It.\n"
        f"source: {{title: A, publisher: B, rating: {rating}}}\n{more}---\nBody.\n",
    )


@pytest.fixture
def empty(tmp_path: Path) -> SiteFolder:
    return SiteFolder(tmp_path / "site")


def test_it_counts_what_this_audience_sees(empty: SiteFolder) -> None:
    rated(empty, "one", "B2")
    rated(empty, "two", "B6")
    rated(empty, "shut", "A1", "tlp: RED\n")
    empty.build_well()
    page = empty.page("ratings/index.html")
    assert "2 sources, 2 rated" in page
    assert "<p>B usually reliable 2</p>" in page
    assert "<p>A completely reliable 0</p>" in page
    assert "<p>B2 1</p><p>B6 1</p>" in page
    desk = empty.clean_build(audience="desk")["ratings/index.html"].decode()
    assert "3 sources, 3 rated" in desk


def test_a_source_box_leads_to_it(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path / "site", theme="default")
    rated(site, "one", "B2")
    site.build_well()
    box = site.page("articles/one.html").split("<dt>Rating</dt>")[1].split("</dd>")[0]
    assert 'href="../ratings/index.html"' in box
    assert "How likely is likely" in site.page("ratings/index.html")


def test_where_nothing_is_rated_or_quoted_there_is_none(site: SiteFolder) -> None:
    site.build_well()
    assert "ratings/index.html" not in site.files()

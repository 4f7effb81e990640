"""Search in a preview: the index is made when somebody comes to search."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.harness import SiteFolder
from tests.serve.conftest import Start

pytestmark = pytest.mark.browser


def test_the_first_visit_makes_the_index_and_an_edit_makes_it_anew(
    site: SiteFolder, start: Start, page: Page
) -> None:
    site.edit("briefgen.yaml", "theme: tiny", "theme: default")
    site.article("oats", body="The price of oats.")
    preview = start(site)
    entry = site.built / "search/pagefind/pagefind-entry.json"
    assert not entry.exists()
    page.goto(f"{preview.address}search/?q=oats")
    expect(page.locator("#count")).to_contain_text("1 place holds oats.")
    assert entry.exists()
    site.edit("content/articles/oats.md", "The price of oats.", "The price of barley.")
    preview.until(lambda: not entry.exists())
    page.goto(f"{preview.address}search/?q=barley")
    expect(page.locator("#count")).to_contain_text("1 place holds barley.")

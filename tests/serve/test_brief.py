"""A brief beside its page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.harness import SiteFolder
from tests.serve.conftest import Start

pytestmark = pytest.mark.browser


def test_a_brief_is_shown_beside_its_page_and_shown_anew_when_it_is_remade(
    site: SiteFolder, start: Start, page: Page
) -> None:
    serve = start(site, pdf=True)
    page.goto(f"{serve.address}articles/drills.html")
    expect(page.locator("briefgen-preview")).to_contain_text("public")
    expect(page.get_by_role("link", name="Brief beside")).to_be_hidden()
    page.goto(f"{serve.address}packets/first.html")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Brief beside").click()
    beside = opened.value
    beside.set_viewport_size({"width": 1300, "height": 700})
    brief = beside.locator("#brief")
    expect(brief).to_have_attribute("src", re.compile(r"/packets/first\.pdf\?"))
    first = brief.get_attribute("src") or ""
    beside.get_by_label("Web page beside it").set_checked(True)
    expect(beside.frame_locator("#page").locator("main")).to_contain_text("The note.")

    site.edit("content/packets/first.md", "The note.", "Another note.")
    expect(beside.frame_locator("#page").locator("main")).to_contain_text("Another note.")
    expect(brief).not_to_have_attribute("src", first)
    status, headers, data = serve.get("/packets/first.pdf", Range="bytes=0-4")
    assert (status, data) == (206, b"%PDF-")
    assert headers["content-type"] == "application/pdf"

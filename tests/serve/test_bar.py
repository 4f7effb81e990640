"""The bar, and what is shown over a page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.harness import SiteFolder
from tests.serve.conftest import Start

pytestmark = pytest.mark.browser
DRILLS = "content/articles/drills.md"
PANEL = "briefgen-preview .panel"


def test_mistakes_stand_over_the_last_good_page_until_they_are_mended(
    site: SiteFolder, start: Start, page: Page
) -> None:
    page.goto(f"{start(site).address}articles/drills.html")
    panel = page.locator(PANEL)
    expect(page.locator("briefgen-preview")).to_contain_text("public")
    expect(panel).to_be_hidden()
    page.evaluate("window.kept = true")

    site.edit(DRILLS, "summary: A", "sumary: <b>A")
    expect(panel).to_be_visible()
    expect(panel).to_contain_text("There is no key sumary here.")
    expect(panel).to_contain_text("content/articles/drills.md:4:1")
    expect(panel).to_contain_text("sumary: <b>A summary.")
    expect(panel).to_contain_text("Did you mean summary?")
    expect(panel).to_contain_text("You see the last good pages.")
    expect(page.locator("briefgen-preview [role=alert]")).to_contain_text("There is no key")
    expect(page.locator("main")).to_contain_text("A body.")

    site.edit(DRILLS, "sumary: <b>A", "summary: A")
    expect(panel).to_be_hidden()
    expect(page.locator("briefgen-preview [role=alert]")).to_have_text("")
    assert page.evaluate("window.kept")


def test_a_panel_is_closed_by_a_key_and_comes_back_for_another_mistake(
    site: SiteFolder, start: Start, page: Page
) -> None:
    page.goto(f"{start(site).address}articles/drills.html")
    panel = page.locator(PANEL)
    site.edit(DRILLS, "date: 2021-08-10", "date: soon")
    expect(panel).to_contain_text("date-invalid")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    page.reload()
    expect(page.locator("briefgen-preview")).to_contain_text("1 error")
    expect(panel).to_be_hidden()
    button = page.get_by_role("button", name="1 error")
    button.focus()
    page.keyboard.press("Enter")
    expect(panel).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    site.edit(DRILLS, "people:", "poeple:")
    expect(panel).to_contain_text("poeple")


def test_broken_settings_stand_over_the_last_good_page(
    site: SiteFolder, start: Start, page: Page
) -> None:
    serve = start(site)
    page.goto(serve.address)
    site.edit("briefgen.yaml", "language: en", "language: [")
    panel = page.locator(PANEL)
    expect(panel).to_contain_text("briefgen.yaml:")
    expect(page.locator("briefgen-preview")).to_contain_text("public")
    page.goto(f"{serve.address}articles/drills.html")
    expect(panel).to_contain_text("briefgen.yaml:")
    expect(page.locator("main")).to_contain_text("A body.")
    site.edit("briefgen.yaml", "language: [", "language: en")
    expect(panel).to_be_hidden()


def test_a_fault_in_a_build_is_told_and_the_next_edit_is_built(
    site: SiteFolder, start: Start, page: Page
) -> None:
    odd = """
import pathlib
import briefgen.cli.serving as serving
real = serving.build
def build(*arguments):
    if "fall over" in pathlib.Path("content/articles/drills.md").read_text():
        raise ValueError("odd")
    return real(*arguments)
serving.build = build
"""
    page.goto(f"{start(site, more=odd).address}articles/drills.html")
    site.edit(DRILLS, "A body.", "Now fall over.")
    expect(page.locator(PANEL)).to_contain_text("This is a fault in briefgen")
    site.edit(DRILLS, "Now fall over.", "On its feet.")
    page.get_by_text("On its feet.").wait_for()
    expect(page.locator(PANEL)).to_be_hidden()


def test_a_site_that_was_never_good_says_why(site: SiteFolder, start: Start, page: Page) -> None:
    site.edit(DRILLS, "date: 2021-08-10", "date: soon")
    page.goto(start(site).address)
    expect(page.locator("h1")).to_have_text("Nothing is built yet")
    expect(page.locator(PANEL)).to_contain_text("content/articles/drills.md:3:7")
    site.edit(DRILLS, "date: soon", "date: 2021-08-10")
    expect(page.locator("main")).to_contain_text("Drills")


def test_what_is_withheld_is_named_in_the_bar_and_in_no_file(
    site: SiteFolder, start: Start, page: Page
) -> None:
    site.article("quiet", title="The quiet one", more="tlp: RED\n")
    site.article("sketchy", title="The unfinished one", more="status: draft\n")
    page.goto(f"{start(site).address}articles/drills.html")
    button = page.get_by_role("button", name="2 withheld")
    button.click()
    panel = page.locator(PANEL)
    expect(panel).to_contain_text("Withheld from public")
    expect(panel).to_contain_text("Its label is above the audience's ceiling")
    expect(panel).to_contain_text("The quiet one")
    expect(panel).to_contain_text("It is a draft")
    expect(panel).to_contain_text("content/articles/sketchy.md")
    site.edit("content/articles/sketchy.md", "status: draft\n", "")
    expect(panel).not_to_contain_text("The unfinished one")
    expect(page.get_by_role("button", name="1 withheld")).to_have_attribute("aria-expanded", "true")

    site.edit(DRILLS, "people:", "status: draft\npeople:")
    expect(page.locator("briefgen-preview")).to_contain_text("no longer in the site: it is a draft")
    for path, data in site.files().items():
        assert b"quiet" not in data, path
        assert b"preview" not in data, path


def test_the_bar_can_be_put_away_and_stays_so(site: SiteFolder, start: Start, page: Page) -> None:
    serve = start(site)
    page.goto(serve.address)
    bar = page.locator("briefgen-preview .bar")
    page.get_by_role("button", name="Hide the preview bar").click()
    expect(bar).to_be_hidden()
    page.goto(f"{serve.address}articles/drills.html")
    expect(page.get_by_role("button", name="Show the preview bar")).to_be_visible()
    expect(bar).to_be_hidden()
    site.edit(DRILLS, "date: 2021-08-10", "date: soon")
    expect(page.locator(PANEL)).to_contain_text("date-invalid")


def test_neither_bar_nor_page_styles_the_other(site: SiteFolder, start: Start, page: Page) -> None:
    style = site.root / "themes/tiny/static/tiny.css"
    style.write_text("* { color: red !important; font-size: 40px !important } html { margin: 7px }")
    page.goto(start(site).address)
    expect(page.locator("briefgen-preview .bar")).to_have_css("font-size", "13px")
    expect(page.locator("briefgen-preview .bar")).to_have_css("color", "rgb(244, 244, 242)")
    expect(page.locator("html")).to_have_css("margin-top", "7px")
    height = "document.body.getBoundingClientRect().height"
    before = page.evaluate(height)
    page.evaluate("document.querySelector('briefgen-preview').remove()")
    assert page.evaluate(height) == before

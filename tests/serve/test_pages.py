"""Open pages follow each edit."""

from __future__ import annotations

import shutil
import socket

import pytest
from playwright.sync_api import Page, expect

from tests.harness import SiteFolder
from tests.serve.conftest import Start

pytestmark = pytest.mark.browser
LONG = "\n\n".join(f"Paragraph {n} of a long text." for n in range(200))
DRILLS = "content/articles/drills.md"


def connected(page: Page) -> None:
    """Wait until the page is told how things stand."""
    expect(page.locator("briefgen-preview .bar")).to_contain_text("public")


def mark(page: Page) -> None:
    """Set what does not outlive a reload."""
    page.evaluate("window.kept = true")


def is_marked(page: Page) -> bool:
    return bool(page.evaluate("window.kept === true"))


def test_a_page_is_loaded_again_where_the_reader_was(
    site: SiteFolder, start: Start, page: Page
) -> None:
    site.article("drills", body=LONG)
    page.goto(f"{start(site).address}articles/drills.html")
    connected(page)
    page.evaluate("scrollTo(0, 2500)")
    mark(page)
    site.edit(DRILLS, "Paragraph 190", "Chapter 190")
    page.get_by_text("Chapter 190").wait_for(state="attached")
    assert not is_marked(page)
    page.wait_for_function("scrollY === 2500")


def test_a_style_is_changed_without_a_reload(site: SiteFolder, start: Start, page: Page) -> None:
    page.goto(f"{start(site).address}articles/drills.html")
    connected(page)
    mark(page)
    style = site.root / "themes/tiny/static/tiny.css"
    for colour, seen in (("teal", "rgb(0, 128, 128)"), ("olive", "rgb(128, 128, 0)")):
        style.write_text(f"p {{ color: {colour} }}")
        expect(page.locator("main p").first).to_have_css("color", seen)
        expect(page.locator("link[rel=stylesheet][href*=tiny]")).to_have_count(1)
    assert is_marked(page)
    # What is changed after it is loaded again.
    site.edit(DRILLS, "A body.", "Another body.")
    page.get_by_text("Another body.").wait_for()


def test_eight_tabs_follow(site: SiteFolder, start: Start, page: Page) -> None:
    address = f"{start(site).address}articles/drills.html"
    tabs = [page, *(page.context.new_page() for _ in range(7))]
    for tab in tabs:
        tab.goto(address)
        connected(tab)
    site.edit(DRILLS, "A body.", "Seen by all.")
    for tab in tabs:
        tab.get_by_text("Seen by all.").wait_for()
    # And there is room for one more.
    last = page.context.new_page()
    last.goto(address)
    last.get_by_text("Seen by all.").wait_for()


def test_a_storm_of_saves_ends_in_the_last(site: SiteFolder, start: Start, page: Page) -> None:
    serve = start(site)
    page.goto(f"{serve.address}articles/drills.html")
    connected(page)
    for number in range(50):
        site.article("drills", body=f"Save number {number}.")
    page.get_by_text("Save number 49.").wait_for()
    site.article("drills", body="And after it.")
    page.get_by_text("And after it.").wait_for()
    assert "error" not in serve.told()


def test_a_deleted_output_is_built_again(site: SiteFolder, start: Start, page: Page) -> None:
    serve = start(site)
    page.goto(f"{serve.address}articles/drills.html")
    connected(page)
    shutil.rmtree(site.built)
    serve.until(lambda: "output: " in serve.told())
    (site.built / "index.html").unlink()
    page.goto(serve.address)
    serve.until((site.built / "index.html").exists)
    expect(page.locator("main")).to_contain_text("Drills")


def test_deleted_content_is_told_and_comes_back(site: SiteFolder, start: Start, page: Page) -> None:
    page.goto(f"{start(site).address}articles/drills.html")
    mark(page)
    (site.root / "content").rename(site.root / "aside")
    bar = page.locator("briefgen-preview")
    expect(bar).to_contain_text("This page is no longer in the site")
    assert is_marked(page)
    (site.root / "aside").rename(site.root / "content")
    expect(bar).not_to_contain_text("This page is no longer in the site")
    site.edit(DRILLS, "A body.", "Back again.")
    page.get_by_text("Back again.").wait_for()


def test_a_page_catches_up_with_a_server_that_was_started_anew(
    site: SiteFolder, start: Start, page: Page
) -> None:
    # Not one that the next preview of another test would take.
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    first = start(site, "--port", port)
    page.goto(f"{first.address}articles/drills.html")
    connected(page)
    assert first.stop() == 130
    expect(page.locator("briefgen-preview")).to_contain_text("briefgen serve has stopped")
    site.edit(DRILLS, "A body.", "While it was away.")
    start(site, "--port", port)
    page.get_by_text("While it was away.").wait_for()
    expect(page.locator("briefgen-preview")).not_to_contain_text("has stopped")


def test_an_unknown_address_shows_the_sites_own_page_and_makes_way(
    site: SiteFolder, start: Start, page: Page
) -> None:
    serve = start(site)
    answer = page.goto(f"{serve.address}articles/deep/er/new.html")
    assert answer is not None
    assert answer.status == 404
    links = page.locator("a[href], link[href]").evaluate_all("all => all.map(a => a.href)")
    assert links
    assert all(link.startswith(serve.address) for link in links)
    page.goto(f"{serve.address}articles/new.html")
    site.article("new", body="It is here now.")
    page.get_by_text("It is here now.").wait_for()


def test_two_previews_show_two_audiences(site: SiteFolder, start: Start, page: Page) -> None:
    site.article("quiet", more="tlp: AMBER\n", body="For partners.")
    first = start(site)
    second = start(site, "--audience", "partners", "-o", str(site.root.parent / "partners"))
    assert first.port != second.port
    page.goto(first.address)
    bar = page.locator("briefgen-preview")
    expect(bar).to_contain_text("public")
    expect(bar).to_contain_text("1 withheld")
    assert first.status("/articles/quiet.html") == 404
    page.goto(f"{second.address}articles/quiet.html")
    expect(bar).to_contain_text("partners")
    expect(bar).to_contain_text("0 withheld")
    site.edit("content/articles/quiet.md", "For partners.", "For them alone.")
    page.get_by_text("For them alone.").wait_for()

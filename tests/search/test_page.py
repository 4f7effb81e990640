"""The search page in a browser: from a server under a base path, and from a folder on disk."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from briefgen.build import build
from briefgen.model.request import Exit, Request, Search
from briefgen.progress import Silent
from tests.harness import NOON

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.browser
expect.set_options(timeout=30_000)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: pytest has enough to print."""


@pytest.fixture(scope="module")
def top(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose `repo/briefing` is the built sample with its index."""
    root = tmp_path_factory.mktemp("search")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "briefgen.yaml", root)
    output = root / "served" / "repo" / "briefing"
    request = Request(root=str(root), now=NOON, pdf=False, output=str(output), search=Search.NOW)
    assert build(request, Silent()).exit is Exit.DONE
    return root / "served"


@pytest.fixture(scope="module")
def served(top: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(top))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/repo/briefing/"
    server.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that notes every complaint of the browser, and every request that leaves the site."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    made = context.new_page()
    made.set_default_timeout(30_000)
    complaints: list[str] = []
    made.on("console", lambda message: complaints.append(message.text))
    made.on("pageerror", lambda problem: complaints.append(str(problem)))
    made.on(
        "request",
        lambda asked: (
            None
            if asked.url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:"))
            else complaints.append(asked.url)
        ),
    )
    yield made
    context.close()
    assert complaints == []


def test_words_are_found_counted_and_marked(page: Page, served: str) -> None:
    page.goto(f"{served}search/")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("recognition")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("4 places hold recognition.")
    expect(page.get_by_role("status")).to_contain_text("nothing is sent")
    assert page.locator("#found mark").first.inner_text().lower().startswith("recognition")
    assert page.url.endswith("?q=recognition")
    rating = page.get_by_role("img", name="Rated F6: reliability cannot be judged")
    expect(rating).to_have_text("F6")
    # A form of the word is found too.
    page.get_by_role("searchbox").fill("recognising")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("hold recognising.")


def test_what_is_found_leads_to_its_page(page: Page, served: str) -> None:
    page.goto(f"{served}search/index.html?q=ambassador+guard")
    link = page.locator("#found a").first
    expect(link).to_be_visible()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/search/" not in url)
    assert page.url.startswith(served)
    assert page.locator("h1").count() == 1


def test_every_filter_is_a_link_that_can_be_kept(page: Page, served: str) -> None:
    page.goto(f"{served}search/index.html?q=embassy")
    kinds = page.get_by_role("navigation", name="Kinds")
    expect(kinds.get_by_role("link", name="Articles")).to_be_visible()
    expect(page.locator("#found > li").first).to_be_visible()
    before = page.locator("#found > li").count()
    kinds.get_by_role("link", name="Articles").click()
    expect(kinds.get_by_role("link", name="Articles")).to_have_attribute("aria-current", "true")
    expect(page.locator("#found > li")).not_to_have_count(before)
    assert 0 < page.locator("#found > li").count() < before
    assert "kind=article" in page.url
    page.locator("[data-filter=place] a").first.click()
    page.wait_for_url("**place=*")
    kept = page.url
    expect(page.locator("[data-filter=place] [aria-current]")).to_have_count(1)
    count = page.get_by_role("status").inner_text()
    page.goto(f"{served}index.html")
    page.goto(kept)
    expect(page.get_by_role("status")).to_have_text(count)
    # The same link again takes the filter away, and Back brings it again.
    page.locator("[data-filter=place] [aria-current]").click()
    expect(page.locator("[data-filter=place] [aria-current]")).to_have_count(0)
    page.go_back()
    expect(page.locator("[data-filter=place] [aria-current]")).to_have_count(1)


def test_a_person_s_other_spelling_is_not_needed(page: Page, served: str) -> None:
    page.goto(f"{served}search/index.html?q=embassy&person=Dmitry+Zhirnov")
    expect(page.get_by_role("status")).to_contain_text("embassy")
    expect(page.locator("#found > li").first).to_be_visible()


def test_nothing_found_says_so(page: Page, served: str) -> None:
    page.goto(f"{served}search/index.html?q=zzyzx")
    expect(page.get_by_role("status")).to_contain_text("Nothing holds zzyzx.")
    expect(page.locator("#results")).to_be_hidden()


def test_words_are_words_and_no_markup(page: Page, served: str) -> None:
    page.goto(f"{served}search/index.html?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    expect(page.get_by_role("status")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("main img").count() == 0


def test_from_a_folder_on_disk_it_says_what_to_do_instead(page: Page, top: Path) -> None:
    page.goto(f"{(top / 'repo/briefing/search/index.html').as_uri()}?q=embassy")
    expect(page.get_by_text("Searching needs a server")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_count(0)
    page.locator("main").get_by_role("link", name="Topics").click()
    assert page.url.endswith("topics/index.html")


def test_without_a_script_it_says_so(top: Path) -> None:
    """Read as text: a browser that is told to run no script by a test shows no `noscript`."""
    html = (top / "repo/briefing/search/index.html").read_text(encoding="utf-8")
    said = html.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "Searching needs JavaScript" in said
    assert 'href="../topics/index.html"' in said

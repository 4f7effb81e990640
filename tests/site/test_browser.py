"""The sample in a real browser: from a server under a base path, and from a folder on disk."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from briefgen.build import build
from briefgen.model.request import Exit, Request
from briefgen.progress import Silent
from tests.complaints import listen
from tests.harness import NOON
from tests.pages import read_pages

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.browser


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: pytest has enough to print."""


@pytest.fixture(scope="module")
def top(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose `repo/briefing` is the built sample."""
    root = tmp_path_factory.mktemp("browser")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "briefgen.yaml", root)
    output = root / "served" / "repo" / "briefing"
    request = Request(root=str(root), now=NOON, pdf=False, output=str(output))
    assert build(request, Silent()).exit is Exit.DONE
    return root / "served"


@pytest.fixture(scope="module")
def served(top: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(top))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/repo/briefing/"
    server.shutdown()


@pytest.fixture(params=["server", "disk"])
def base(request: pytest.FixtureRequest, top: Path, served: str) -> str:
    return served if request.param == "server" else f"{(top / 'repo/briefing').as_uri()}/"


@pytest.fixture
def page(browser: Browser, base: str) -> Iterator[Page]:
    """A page that notes every complaint of the browser, and every request that leaves the site."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    made = context.new_page()
    made.set_default_timeout(20_000)
    complaints = listen(made, base.split("/repo/", maxsplit=1)[0])
    yield made
    context.close()
    assert complaints == []


def test_every_page_loads_in_full(page: Page, base: str, top: Path) -> None:
    for path in read_pages(top / "repo/briefing"):
        if path == "404.html":
            continue
        page.goto(base + path)
        assert page.locator("h1").count() == 1, path
        assert page.evaluate("document.styleSheets.length") >= 1, path
        assert page.evaluate("document.fonts.ready.then(fonts => fonts.status)") == "loaded", path
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{path} is {wide} px wider than a phone"


def test_reading_on_by_links(page: Page, base: str) -> None:
    page.goto(f"{base}index.html")
    page.get_by_role("link", name="Moscow and the new Kabul").first.click()
    assert page.url.endswith("packets/moscow-and-the-new-kabul.html")
    page.locator("main a[href*='russia-taliban-no-threat']").first.click()
    assert page.url.endswith("articles/russia-taliban-no-threat.html")
    page.get_by_role("link", name="Zamir Kabulov").first.click()
    assert page.url.endswith("people/zamir-kabulov.html")
    page.locator("header a").first.click()
    assert page.url.endswith("index.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_grounds_are_set(page: Page, base: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two
    page.goto(f"{base}index.html")
    color = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    channels = [int(part) for part in color.strip("rgba() ").split(",")[:3]]
    assert (sum(channels) > 600) is (scheme == "light")


def test_the_keyboard_reaches_the_text(page: Page, base: str) -> None:
    page.goto(f"{base}articles/russia-taliban-no-threat.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("#")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#")

"""For everyone: axe-core finds nothing, the keyboard leads everywhere, nothing is lost when a page
is enlarged, and a page in Persian is a mirror of one in English.
"""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.complaints import listen
from tests.pages import dead_links
from tests.site.rooms import ENGLISH, PAGES, PERSIAN, house

pytestmark = pytest.mark.browser

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RUN = """rules => axe.run(document, {resultTypes: ['violations'], ...(rules && {runOnly: rules})})
  .then(found => found.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target).join(' ')}`))"""
# What can differ between the sizes and grounds, beside what is looked at in full.
PARTIAL = ["color-contrast", "target-size", "scrollable-region-focusable"]
VIEWS = (
    (1440, "light", None),
    (1440, "dark", PARTIAL),
    (390, "light", PARTIAL),
    (390, "dark", None),
)
SITES = {
    "default-en": (ENGLISH, "default"),
    "default-fa": (PERSIAN, "default"),
    "chancery-en": (ENGLISH, "chancery"),
}
RING = 3


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: pytest has enough to print."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """All four sites, each below a folder of one server, and where that is on the disk."""
    top = tmp_path_factory.mktemp("access")
    handler = functools.partial(_Quiet, directory=str(top))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/repo/"
    for name, (words, theme) in SITES.items():
        site = house(top / "projects" / name, words, theme=theme, base=f"{address}{name}/")
        site.build_well(output=str(top / "repo" / name))
    yield address, top / "repo"
    server.shutdown()


@pytest.fixture(params=SITES)
def base(request: pytest.FixtureRequest, served: tuple[str, Path]) -> str:
    return f"{served[0]}{request.param}/"


@pytest.fixture
def page(browser: Browser, served: tuple[str, Path]) -> Iterator[Page]:
    """A page that notes every complaint of the browser, and every request that leaves the site."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    made = context.new_page()
    made.set_default_timeout(30_000)
    complaints = listen(made, served[0])
    yield made
    context.close()
    assert complaints == []


@pytest.mark.timeout(240)
def test_axe_finds_nothing(page: Page, base: str) -> None:
    found: list[str] = []
    for path in PAGES:
        page.goto(base + path)
        page.evaluate(AXE)
        for width, scheme, rules in VIEWS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two
            told = page.evaluate(RUN, rules)
            found.extend(f"{path} at {width} px, {scheme}: {each}" for each in told)
    assert found == []


def test_axe_would_find_something(page: Page, served: tuple[str, Path]) -> None:
    page.goto(f"{served[0]}default-en/index.html")
    page.evaluate(AXE)
    page.evaluate("document.querySelector('main p').style.color = '#cccccc'")
    assert any(each.startswith("color-contrast") for each in page.evaluate(RUN, PARTIAL))


def test_nothing_is_lost_when_the_page_is_enlarged(page: Page, base: str) -> None:
    # 200 % in a window of 1280 px, and the 320 px of WCAG 2.2, 1.4.10 (400 %).
    for path in PAGES:
        page.goto(base + path)
        for width in (640, 320):
            page.set_viewport_size({"width": width, "height": 800})
            over = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert over <= 0, f"{path} is {over} px too wide at {width} px"


def test_the_keyboard_leads_through_the_page(page: Page, base: str) -> None:
    page.goto(f"{base}packets/week.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]  # it is shown
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    seen = 0
    while True:
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        seen += 1
        # Without this a trap would go round for ever.
        assert seen < page.locator("a, summary, input, button").count()
        ring, inside = page.evaluate(
            """() => { const e = document.activeElement, r = e.getBoundingClientRect();
              return [getComputedStyle(e).outlineWidth, r.bottom > 0 && r.top < innerHeight]; }"""
        )
        where = page.evaluate("document.activeElement.outerHTML")
        assert (ring, inside) == (f"{RING}px", True), where
    assert seen == page.locator("main a, main summary, footer a").count()


def test_a_page_has_its_landmarks(page: Page, base: str) -> None:
    for path in PAGES:
        page.goto(base + path)
        for role in ("banner", "main", "contentinfo"):
            assert page.get_by_role(role).count() == 1, (path, role)
        assert page.locator("header nav[aria-label]").count() == 1, path
        assert page.locator("h1").count() == 1, path


def test_nothing_moves_where_the_reader_wants_none(page: Page, base: str) -> None:
    page.goto(f"{base}index.html")
    moving = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e)"
    moving += ".transitionDuration.split(',').some(t => parseFloat(t) > 0)).length"
    assert page.evaluate(moving) > 0
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moving) == 0


def test_persian_is_a_mirror_but_for_the_label(page: Page, served: tuple[str, Path]) -> None:
    places: dict[str, tuple[bool, bool]] = {}
    for site in SITES:
        page.goto(f"{served[0]}{site}/packets/week.html")
        margin, text, label = (
            page.locator(each).first.bounding_box() for each in (".title .m", ".title h1", ".tlp")
        )
        assert margin
        assert text
        assert label
        places[site] = (margin["x"] < text["x"], label["x"] > 720)
    assert places == {
        "default-en": (True, True),
        "default-fa": (False, True),
        "chancery-en": (True, True),
    }
    page.goto(f"{served[0]}default-fa/packets/week.html")
    said = page.locator(".gauge").first.inner_text()
    assert "۵۵ تا ۸۰٪" in said
    # What was said in English keeps its direction.
    page.goto(f"{served[0]}default-fa/articles/talks.html")
    quote = page.locator(".said blockquote").first
    assert quote.get_attribute("dir") == "ltr"


def test_on_paper_the_text_is_black_on_white(page: Page, base: str) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(f"{base}articles/talks.html")
    assert not page.locator("nav").first.is_visible()
    colors = page.evaluate(
        """() => [document.body, document.querySelector('h1')].map(e => {
          const s = getComputedStyle(e); return [s.color, s.backgroundColor]; })"""
    )
    assert [ink for ink, _ in colors] == ["rgb(0, 0, 0)"] * 2


@pytest.mark.parametrize("site", SITES)
def test_every_link_and_anchor_resolves(served: tuple[str, Path], site: str) -> None:
    assert dead_links(served[1] / site, f"{served[0]}{site}/") == []

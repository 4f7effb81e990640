"""What a page weighs, what it lets in, and whether it stays where it is while it loads."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import threading
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from briefgen.build import build
from briefgen.model.request import Exit, Request
from briefgen.progress import Silent
from tests.harness import NOON

ROOT = Path(__file__).parents[2]
# One page of each kind.
PAGES = (
    *("index.html", "articles/russia-taliban-no-threat.html", "people/zamir-kabulov.html"),
    *("packets/moscow-and-the-new-kabul.html", "timeline/index.html", "search/index.html"),
)
MOST = 100_000
# Chromium's own word for a page that stays where it is is 0.1.
STILL = 0.05
WATCH = """\
window.moved = 0
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) window.moved += each.value
}).observe({type: 'layout-shift', buffered: true})
"""


class Head(HTMLParser):
    """The style sheets and scripts of a page, its policy, and what its policy would forbid."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.files: list[str] = []
        self.policy = ""
        self.inline: list[str] = []
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.inline.extend(name for name in given if name == "style" or name.startswith("on"))
        if tag == "style" or (tag == "script" and "src" not in given):
            # A block of data runs nothing.
            self.inline.extend([tag] if given.get("type") != "application/ld+json" else [])
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given.get("content") or ""
        if tag == "link" and given.get("rel") in {"stylesheet", "icon"}:
            self.files.append(given.get("href") or "")
        if tag in {"script", "img"} and given.get("src"):
            self.files.append(given["src"] or "")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("weight")
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "briefgen.yaml", root)
    assert build(Request(root=str(root), now=NOON, pdf=False), Silent()).exit is Exit.DONE
    return root / "output"


def heads(output: Path) -> dict[Path, Head]:
    return {path: Head(path.read_text(encoding="utf-8")) for path in output.rglob("*.html")}


def test_a_page_with_all_but_its_fonts_is_light(output: Path) -> None:
    for path, head in heads(output).items():
        files = [path.parent / each for each in head.files]
        if path.name == "404.html":
            continue  # its addresses are those of the host
        weight = path.stat().st_size + sum(each.stat().st_size for each in files)
        assert weight < MOST, (path, weight)


def test_nothing_runs_that_does_not_lie_beside_the_page(output: Path) -> None:
    for path, head in heads(output).items():
        assert head.inline == [], path
        assert not any("://" in each for each in head.files if path.name != "404.html"), path
        if path.name != "404.html" and not head.policy:
            assert 'http-equiv="refresh"' in path.read_text(encoding="utf-8"), path
            continue
        words = {each.strip() for each in head.policy.split(";")}
        assert "default-src 'self'" in words, path
        searching = path.parent.name == "search"
        assert ("'wasm-unsafe-eval'" in head.policy) is searching, path
        assert "unsafe-inline" not in head.policy


def test_style_sheets_and_fonts_are_named_after_their_content(output: Path) -> None:
    names = [each.name for each in (output / "assets").rglob("*") if each.is_file()]
    hashed = re.compile(r".+\.[0-9a-f]{10}\.(?:css|js|svg|woff2|png)")
    assert names
    assert [name for name in names if not hashed.fullmatch(name)] == []


def test_a_reader_of_latin_loads_no_other_script(browser: Browser, served: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served}articles/russia-taliban-no-threat.html")
    page.evaluate("document.fonts.ready.then(() => 1)")
    context.close()
    fonts = [each for each in asked if each.endswith(".woff2")]
    assert fonts
    others = ("arabic", "cyrillic", "greek", "hebrew")
    assert not [each for each in fonts if any(script in each for script in others)]


@pytest.fixture(scope="module")
def served(output: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Nothing: pytest has enough to print."""

    handler = functools.partial(Quiet, directory=str(output))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1440])
def test_no_page_moves_while_its_fonts_come(browser: Browser, served: str, width: int) -> None:
    """Fonts come late, as over a slow line on a first visit."""

    def late(route: Route) -> None:
        time.sleep(0.1)
        route.continue_()

    moved: dict[str, float] = {}
    for path in PAGES:
        context = browser.new_context(viewport={"width": width, "height": 844})
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.route("**/*.woff2", late)
        page.add_init_script(WATCH)
        page.goto(f"{served}{path}")
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        moved[path] = page.evaluate("window.moved")
        context.close()
    assert {path: by for path, by in moved.items() if by >= STILL} == {}

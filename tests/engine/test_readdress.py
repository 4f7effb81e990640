"""A style sheet that is edited changes an address on every page, and nothing else is done there."""

from __future__ import annotations

import re

import pytest

from briefgen.build import make
from briefgen.model.request import Exit
from briefgen.render.page import render_page
from tests.harness import SiteFolder

STYLE = "themes/mine/static/tiny.css"
BASE = "themes/mine/templates/base.html"
ARTICLE = "content/articles/tianjin.md"


@pytest.fixture
def mine(site: SiteFolder) -> SiteFolder:
    """A site with a theme of its own, built."""
    site.write("themes/mine/theme.yaml", "name: mine\nextends: tiny\nstylesheet: tiny.css\n")
    site.write(STYLE, "body {}\n")
    site.write(BASE, site.read("themes/tiny/templates/base.html"))
    site.edit("briefgen.yaml", "theme: tiny", "theme: mine")
    site.build_well()
    return site


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows with each page that a template makes."""
    made: list[str] = []

    def noting(artifact: object, *more: object) -> object:
        made.append(artifact.path)  # type: ignore[attr-defined]  # an artifact has one
        return render_page(artifact, *more)  # type: ignore[arg-type]  # what it was given

    monkeypatch.setattr(make, "render_page", noting)
    return made


def _href(site: SiteFolder) -> str:
    found = re.search(r"assets/tiny\.[0-9a-f]+\.css", site.page("index.html"))
    assert found is not None
    return found[0]


def _restyle(site: SiteFolder, color: str) -> None:
    """Edit the style sheet, build, and hold what is there against a clean build."""
    site.write(STYLE, f"body {{ color: {color} }}\n")
    before = _href(site)
    outcome = site.build_well()
    assert _href(site) != before
    assert "index.html" in outcome.rendered
    assert site.files() == site.clean_build()
    assert site.build_well().rendered == ()


def test_no_page_is_rendered_for_a_style_sheet(mine: SiteFolder, rendered: list[str]) -> None:
    mine.write(STYLE, "body { color: red }\n")
    outcome = mine.build_well()
    assert rendered == []
    pages = [path for path in mine.files() if path.endswith(".html")]
    assert sorted(outcome.rendered) == sorted(pages)
    assert mine.files() == mine.clean_build()


def test_what_an_author_writes_is_left_alone(mine: SiteFolder, rendered: list[str]) -> None:
    """A text that tells the very address is no place for a new one."""
    mine.edit(ARTICLE, "A body.", f"The file {_href(mine)} is a style sheet.")
    mine.build_well()
    rendered.clear()
    told = _href(mine)
    mine.write(STYLE, "body { color: red }\n")
    mine.build_well()
    assert rendered == ["articles/tianjin.html"]
    assert f"The file {told} is" in mine.page("articles/tianjin.html")
    assert mine.files() == mine.clean_build()


@pytest.mark.parametrize(
    "asks",
    [
        "{{ asset('tiny.css')|upper }}",
        "{% set a = asset('tiny.css') %}{{ a }} {{ a }}",
        "{% import 'linked.html' as linked %}{{ linked.sheet() }}",
        "{% if asset('tiny.css') < 'assets/tiny.8' %}early{% endif %}",
    ],
)
def test_what_is_made_of_an_address_is_made_anew(mine: SiteFolder, asks: str) -> None:
    mine.write(
        "themes/mine/templates/linked.html",
        "{% macro sheet() %}{{ asset('tiny.css') }}{% endmacro %}",
    )
    mine.edit(BASE, "<main>", f"<main>{asks}")
    mine.build_well()
    for color in ("red", "green", "blue"):
        _restyle(mine, color)


def test_a_style_sheet_that_is_gone_is_told_of(mine: SiteFolder) -> None:
    mine.write("themes/mine/static/more.css", "p {}\n")
    mine.edit(BASE, "<main>", "<main>{{ asset('more.css') }}")
    mine.build_well()
    before = mine.files()
    mine.delete("themes/mine/static/more.css")
    outcome = mine.build()
    assert outcome.exit is Exit.CONTENT
    assert "more.css" in outcome.diagnostics[0].message
    assert mine.files() == before


def test_a_page_that_somebody_changed_is_made_anew(mine: SiteFolder) -> None:
    page = mine.built / "index.html"
    page.write_text(page.read_text(encoding="utf-8") + "<p>Mine.", encoding="utf-8")
    _restyle(mine, "red")

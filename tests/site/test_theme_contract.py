"""What a theme may ask of a site, what it brings, and what is said of its mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.model.request import Exit
from briefgen.resolve.contrast import contrast, nearest_readable
from tests.harness import SiteFolder

DEFAULT = "theme: default"
ENOUGH = 4.5


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    site = SiteFolder(tmp_path / "site", theme="default")
    site.article("talks")
    site.packet("week", ["talks"])
    return site


def desk(site: SiteFolder, manifest: str = "") -> None:
    """A theme of the site that extends the default one."""
    site.edit("briefgen.yaml", DEFAULT, "theme: desk")
    site.write("themes/desk/theme.yaml", f"name: desk\nextends: default\n{manifest}")


def options(site: SiteFolder, text: str) -> None:
    settings = site.read("briefgen.yaml")
    site.write("briefgen.yaml", f"{settings}theme_options: {text}\n")


def style(site: SiteFolder) -> str:
    (sheet,) = (site.built / "assets").glob("style.*.css")
    return sheet.read_text(encoding="utf-8")


def test_a_new_theme_builds_at_once(site: SiteFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "theme", "Old Harbour", "-C", str(site.root)]) == 0
    said = capsys.readouterr()
    assert [line.rpartition("/")[2] for line in said.out.splitlines()] == [
        "theme.yaml",
        "old-harbour.css",
        "home.html",
    ]
    assert "theme: old-harbour" in said.err
    site.edit("briefgen.yaml", DEFAULT, "theme: old-harbour")
    assert site.build_well().diagnostics == ()
    made = site.read("output/index.html")
    assert '<p class="tag"><time datetime="2021-08-17" class="nb">' in made
    assert "--accent:#7a1f2b" in style(site)
    assert main(["new", "theme", "Old harbour", "-C", str(site.root)]) != 0


def test_a_new_theme_extends_the_one_that_the_site_has(site: SiteFolder) -> None:
    site.edit("briefgen.yaml", DEFAULT, "theme: chancery")
    assert main(["new", "theme", "harbour", "-C", str(site.root)]) == 0
    site.edit("briefgen.yaml", "theme: chancery", "theme: harbour")
    site.build_well()
    assert 'class="crest"' in site.read("output/index.html")


def test_pages_load_one_style_sheet_with_the_nearest_theme_and_the_options_last(
    site: SiteFolder,
) -> None:
    desk(site, "styles: [desk.css]\n")
    site.write("themes/desk/static/desk.css", ".desk{background:url(img/dot.svg)}")
    site.write("themes/desk/static/img/dot.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    options(site, "{measure: 30rem}")
    site.build_well()
    assert site.read("output/index.html").count('rel="stylesheet"') == 1
    text = style(site)
    places = [text.index(each) for each in ("@font-face", "--serif:", ".desk{", "--measure:30rem")]
    assert places == sorted(places)
    # What a style sheet refers to is found from where it stands now.
    assert 'url("img/dot.' in text


def test_a_missing_style_sheet_is_told_where_it_is_named(site: SiteFolder) -> None:
    desk(site, "styles: [desc.css]\n")
    site.write("themes/desk/static/desk.css", "")
    (told,) = site.build().diagnostics
    assert (told.code, told.path) == ("asset-missing", "themes/desk/theme.yaml")
    assert (told.mark.line, told.mark.column) == (3, 10)
    assert "desk.css" in told.hint


def test_a_theme_that_extends_none_is_told_in_its_manifest(site: SiteFolder) -> None:
    site.edit("briefgen.yaml", DEFAULT, "theme: desk")
    site.write("themes/desk/theme.yaml", "name: desk\nextends: chancry\n")
    (told,) = site.build().diagnostics
    assert (told.code, told.path, told.mark.line) == ("theme-unknown", "themes/desk/theme.yaml", 2)
    assert "chancery" in told.hint


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ('{link: "#777"}', "“link” has a contrast of 4.2 to 1 with #fbf8f2; text needs 4.5."),
        ('{link-dark: "#333333"}', "“link-dark” has a contrast of"),
        ("{logo: crest.svg}", "The theme has no static file “crest.svg”."),
        ("{logo: ../crest.svg}", "is not the name of a picture"),
        ("{face: Comic}", "The theme has no fonts of the family “Comic”."),
        ("{measure: wide}", "is not a length"),
    ],
)
def test_an_option_that_will_not_do_is_told_with_its_line(
    site: SiteFolder, wanted: str, said: str
) -> None:
    desk(site, "options:\n  face: {type: font, default: Vollkorn}\n")
    options(site, wanted)
    outcome = site.build()
    (told,) = outcome.diagnostics
    assert outcome.exit is Exit.USAGE
    assert said in told.message
    assert told.path == "briefgen.yaml"
    assert told.mark.line == len(site.read("briefgen.yaml").splitlines())


def test_options_of_each_kind_reach_the_page(site: SiteFolder) -> None:
    desk(site, "options:\n  face: {type: font, default: Vollkorn}\n")
    site.write("themes/desk/static/crest.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    options(site, '{logo: crest.svg, face: "Source Sans 3", link: "#003366", foot: "A & B"}')
    site.build_well()
    home = site.read("output/index.html")
    assert '<img class="logo" src="assets/crest.' in home
    assert "A &amp; B" in home
    assert '--face:"Source Sans 3"' in style(site)
    assert "--link:#003366" in style(site)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#1f4b7d", "#fbf8f2") == pytest.approx(8.4, abs=0.05)
    near = nearest_readable("#777777", ("#fbf8f2", "#f3eee4"))
    assert contrast(near, "#f3eee4") >= ENOUGH
    assert nearest_readable("#777777", ("#000000", "#ffffff", "#767676")) == ""

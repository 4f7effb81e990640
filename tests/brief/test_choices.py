"""How a brief is made: settings of the site, what its packet changes, options of the theme."""

from __future__ import annotations

from collections.abc import Callable

import pymupdf
import pypdf
from PIL import Image

from tests.harness import SiteFolder

INCH = 72


def brief(site: SiteFolder) -> pypdf.PdfReader:
    site.build_well(pdf=True)
    return pypdf.PdfReader(site.built / "packets/first.pdf")


def test_a_packet_changes_only_the_keys_that_it_names(new_site: Callable[..., SiteFolder]) -> None:
    site = new_site(theme="default")
    site.article("tianjin")
    site.packet("first", ["tianjin"])
    site.write("briefgen.yaml", site.read("briefgen.yaml") + "\npackets: {paper: Letter}\n")
    assert "Contents" in brief(site).pages[1].extract_text()
    site.edit("content/packets/first.md", "title:", "pdf: {contents: false}\ntitle:")
    made = brief(site)
    assert float(made.pages[0].mediabox.width) == 8.5 * INCH
    assert "Contents" not in "".join(page.extract_text() for page in made.pages)
    site.edit("content/packets/first.md", "contents: false", "paper: A4")
    made = brief(site)
    assert float(made.pages[0].mediabox.width) < 8.5 * INCH
    assert "Contents" in made.pages[1].extract_text()


def test_the_options_of_the_theme_hold_for_briefs(new_site: Callable[..., SiteFolder]) -> None:
    site = new_site(theme="house")
    site.write("themes/house/theme.yaml", "name: house\nextends: default\n")
    static = site.root / "themes/house/static"
    static.mkdir()
    Image.new("RGB", (9, 9), "red").save(static / "crest.png")
    site.article("tianjin")
    site.packet("first", ["tianjin"])
    settings = site.read("briefgen.yaml")
    assert not brief(site).pages[0].images
    assert {"Source-Sans-3,", "Vollkorn"} < fonts(site)
    # A colour that has another for the night, too: on paper it is always day.
    options = '{logo: crest.png, crest: "#7a1f2b", link: "#003366", sans_font: Vollkorn}'
    site.write("briefgen.yaml", f"{settings}theme_options: {options}\n")
    outcome = site.build(pdf=True)
    assert outcome.diagnostics == ()
    made = pypdf.PdfReader(site.built / "packets/first.pdf")
    assert "Source-Sans-3," not in fonts(site), "but for the label, which is bold"
    assert len(made.pages[0].images) == 1
    cover = made.pages[0].get_contents()
    assert cover is not None
    assert b"0.478431 0.121569 0.168627 rg" in cover.get_data()


def fonts(site: SiteFolder) -> set[str]:
    """The names of the fonts in the brief, without what tells their subsets."""
    with pymupdf.open(site.built / "packets/first.pdf") as pdf:  # type: ignore[no-untyped-call]
        return {font[3].partition("+")[2] for page in pdf for font in page.get_fonts()}

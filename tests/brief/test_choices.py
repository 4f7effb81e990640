"""How a packet's brief is made: the settings of the site, and what the packet changes of them."""

from __future__ import annotations

from collections.abc import Callable

import pypdf

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

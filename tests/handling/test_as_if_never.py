"""What is withheld leaves the output as it would be had it never been written, byte for byte.

That says more than looking for words: a number, an order, an axis, the width of a picture, a font
that is shipped for one title would tell of it too.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.harness import SiteFolder
from tests.media.pictures import jpeg, put

WITHHELD = """\
---
title: שלום
slug: hidden
date: 2021-08-26
modified: 2021-08-26
summary: Something else.
tlp: RED
lang: he
section: Elsewhere
source:
  title: A paper
  publisher: The Other Gazette
  author: [Ole Brandt]
  language: ar
  rating: E5
  published: 1950-01-01
statements: [{speaker: Ana Li, quote: something, date: 1951, to: Wang Yi}]
events: [{date: 1950-01-01, what: An earlier event, where: Lima}]
people: [Ana Li, Envoy Kabulov]
organizations: [The Guild]
places: [Lima]
topics: [Diplomacy, Trade]
key_points: [A point]
related: [open]
duplicates: [open]
supersedes: [open]
disputes: [{article: open, quote: an open quotation, note: Not so}]
corrections: [{date: 2021-08-26, kind: retraction, note: Wrong}]
aliases: [/old/]
image: shared.jpg
image_alt: A picture
x_note: more
---
![Another](../media/shared.jpg "With a caption")
"""

OPEN = """\
title: Open
slug: open
date: 2021-08-15
summary: All may read this.
source: {title: A report, publisher: The Gazette, published: 2021-08-15, snapshot: report.txt}
statements: [{speaker: Zamir Kabulov, quote: an open quotation}]
people: [Zamir Kabulov]
topics: [Diplomacy]
"""
REPORT = "“This is an open quotation”, said Zamir Kabulov. “These are other words of his”, too.\n"
ENTITIES = "people:\n  - {name: Zamir Kabulov, aliases: [Envoy Kabulov]}\n"
PACKET = (
    "---\ntitle: Q\ndate: 2021-08-18\nseries: daily\nselect: {topics: [Diplomacy], limit: 2}\n---\n"
)


@pytest.fixture
def lake(new_site: Callable[[str, str], SiteFolder]) -> SiteFolder:
    site = new_site("lake", "default")
    _open(site)
    site.article("second", more="related: [open]\n", body="![A](../media/shared.jpg)")
    site.packet("first", ["open", "second"], more="series: daily\n")
    site.write("content/packets/selected.md", PACKET)
    site.write("content/entities.yaml", ENTITIES)
    site.write("content/sources/report.txt", REPORT)
    put(site, "shared.jpg", jpeg((900, 600), "exif"))
    return site


def _open(site: SiteFolder, body: str = "Words.", more: str = "") -> None:
    site.write("content/articles/open.md", f"---\n{OPEN}{more}---\n{body}\n")


def test_a_withheld_article(lake: SiteFolder) -> None:
    """Neither what it shows itself, nor its side of relations, nor its place in any list."""
    lake.build_well()
    before = lake.files()
    lake.write("content/articles/hidden.md", WITHHELD)
    lake.edit("content/articles/second.md", "related: [open]", "related: [open, hidden]")
    judgment = "key_judgments: [{text: It is so., articles: [hidden]}]"
    lake.packet("first", ["open", "hidden", "second"], more=f"series: daily\n{judgment}\n")
    lake.build_well()
    assert lake.files() == before


def test_a_withheld_packet_and_page(lake: SiteFolder) -> None:
    """Not in the series, not in the menu, not in what carried an article."""
    lake.build_well()
    before = lake.files()
    lake.packet(
        "between", ["open"], more="series: daily\nnumber: 7\ntlp: RED\nsupersedes: [first]\n"
    )
    lake.write(
        "content/pages/rules.md", "---\ntitle: Rules\ntlp: RED\naliases: [/r/]\n---\nText.\n"
    )
    lake.build_well()
    assert lake.files() == before


INSIDE = {
    "a footnote between others": ("A.[^a]\n\n", "In.[^b]\n", "C.[^c]\n\n[^a]: one\n[^c]: three\n"),
    "a heading like others": ("## Plan\n\nA.\n\n", "## Plan\n\nIn.\n", "## Plan\n\nC.\n"),
    "a quotation that is proved": (
        "“This is an open quotation”.\n\n",
        "“These are other words of his”.\n",
        "",
    ),
    "a picture": ("![A](../media/shared.jpg)\n\n", "![In](../media/other.jpg)\n", "C.\n"),
    "a table": ("A.\n\n", "| a | b |\n|---|---|\n| c | d |\n", "| e | f |\n|---|---|\n| g | h |\n"),
    "a list between items": ("- one\n", "- two\n", "\n- three\n"),
    "a link": ("A.\n\n", "[In](second.md) and <https://example.org/in>.\n", "[C](second.md)\n"),
}


@pytest.mark.parametrize("name", INSIDE)
def test_an_internal_passage(lake: SiteFolder, name: str) -> None:
    """Nothing that is numbered, named or counted in a text goes on from what stood in it."""
    put(lake, "other.jpg", jpeg((300, 200), "exif"))
    before, inside, after = INSIDE[name]
    notes = "\n[^b]: two\n" if "[^b]" in inside else ""
    _open(lake, f"{before}::: internal\n:::\n\n{after}")
    lake.build_well()
    without = lake.files()
    _open(lake, f"{before}::: internal\n{inside}:::\n\n{after}{notes}")
    lake.build_well()
    assert lake.files() == without


def test_private_fields(lake: SiteFolder) -> None:
    lake.build_well()
    before = lake.files()
    _open(lake, more="reviewer: Ole\ninternal: {note: Ask.}\nsilence: {date-relative: It is so}\n")
    lake.packet(
        "first", ["open", "second"], more="series: daily\nreviewer: Ole\ndistribution: [a]\n"
    )
    lake.build_well()
    assert lake.files() == before

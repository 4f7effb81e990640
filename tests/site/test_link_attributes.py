"""A link to another item keeps the title and the attributes that its author gave it."""

from __future__ import annotations

from briefgen.leaks.matter import all_of
from tests.harness import SiteFolder
from tests.read.show import read_body

LINK = '[there](two.md "More on it"){.x}'


def test_they_stand_on_the_page(site: SiteFolder) -> None:
    site.article("two")
    site.article("one", body=f"Look {LINK}, or <b>here</b>.")
    site.build_well()
    assert '<a href="two.html" title="More on it" class="x">there</a>, or <b>here</b>' in (
        site.page("articles/one.html").replace("../articles/", "")
    )


def test_they_go_with_a_link_to_what_is_withheld(site: SiteFolder) -> None:
    site.article("two", more="tlp: RED\n")
    site.article("one", body=f"Look {LINK}.")
    site.build_well()
    page = site.page("articles/one.html")
    assert "Look there." in page
    assert "More on it" not in page


def test_they_are_no_words_of_the_text() -> None:
    item = read_body(f"Look {LINK}.")
    assert item.face is not None
    assert item.body is not None
    (text,) = (each.text for each in all_of(item.face, item.body) if each.where == "text")
    assert "Look there." in text
    assert "More on it" not in text

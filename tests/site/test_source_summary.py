"""The source summary of a packet: what it rests on, in sentences."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.harness import SiteFolder


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """A site in the built-in theme, with three articles of two publishers and a packet."""
    made = SiteFolder(tmp_path / "site", theme="default")
    made.article("one", date="2021-07-08", publisher="The Gazette")
    made.article("two", date="2021-08-16", publisher="The Gazette")
    made.article("three", date="2021-08-15", publisher="The Herald")
    for slug, rating in (("one", "B2"), ("two", "F6"), ("three", "B6")):
        place = f"content/articles/{slug}.md"
        made.edit(place, "  url:", f"  language: en\n  rating: {rating}\n  url:")
    made.packet("week", ["one", "two", "three"], more=judgment("one", "two"))
    return made


def judgment(*slugs: str) -> str:
    return f"key_judgments:\n  - text: It will last.\n    articles: [{', '.join(slugs)}]\n"


def summary(site: SiteFolder) -> str:
    """The statement of the packet's page, as text on one line."""
    site.build_well()
    found = re.search(
        r'class="[^"]*\bsummed">(.*?)</div>', site.page("packets/week.html"), re.DOTALL
    )
    assert found
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split())


def test_it_counts_what_the_packet_rests_on(site: SiteFolder) -> None:
    assert summary(site) == (
        "This packet rests on 3 sources from 2 publishers: The Gazette (2) and The Herald. "
        "All are in English. They were published between 8 July 2021 and 16 August 2021. "
        "By reliability: 2 usually reliable (B); of 1 it cannot be judged (F). "
        "By credibility of what they say: 1 probably true (2); of 2 it cannot be judged (6). "
        "No statement is quoted: the sources are retold. Judgment 1 rests on a single source."
    )


def test_one_is_one(site: SiteFolder) -> None:
    site.edit("content/articles/one.md", "  rating: B2\n", "  type: Press release\n")
    site.packet("week", ["one"])
    site.edit("content/articles/one.md", "people:", "statements: [{quote: We wait.}]\npeople:")
    assert summary(site) == (
        "This packet rests on 1 source from 1 publisher: The Gazette. It is in English. "
        "It was published on 8 July 2021. "
        "1 is an official statement or another first-hand text. 1 statement is quoted."
    )


def test_what_is_not_stated_is_counted_and_said(site: SiteFolder) -> None:
    site.edit("content/articles/one.md", "  publisher: The Gazette\n", "")
    site.edit("content/articles/one.md", "  language: en\n  rating: B2\n", "")
    site.edit("content/articles/two.md", "  published: 2021-08-16\n", "")
    site.edit("content/articles/three.md", "  published:", "  date_basis: inferred\n  published:")
    text = summary(site)
    assert "the publisher of 1 is not stated" in text
    assert "They are in English (2); the language of 1 is not stated." in text
    assert "1 of the dates is inferred; 1 bears no date." in text
    assert "2 are rated, 1 not." in text


def test_two_publishers_are_no_single_source(site: SiteFolder) -> None:
    site.packet("week", ["one", "three"], more=judgment("one", "three"))
    assert "single" not in summary(site)


def test_what_is_withheld_is_not_counted(site: SiteFolder) -> None:
    site.edit("content/articles/three.md", "people:", "tlp: RED\npeople:")
    assert "rests on 2 sources from 1 publisher: The Gazette (2)." in summary(site)
    site.edit("content/articles/three.md", "tlp: RED\n", "")
    assert "rests on 3 sources from 2 publishers" in summary(site)


def test_a_packet_of_nothing_has_none(site: SiteFolder) -> None:
    site.packet("week", ["one"])
    site.edit("content/articles/one.md", "people:", "tlp: RED\npeople:")
    site.build_well()
    assert "summed" not in site.page("packets/week.html")

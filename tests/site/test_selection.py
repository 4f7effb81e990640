"""Packets that choose their articles by a query."""

from __future__ import annotations

import re

import pytest

from tests.harness import SiteFolder, codes

ENTITIES = """\
people:
  - name: Zamir Kabulov
    aliases: [Z. Kabulov]
topics:
  - name: Diplomacy
    aliases: [Foreign affairs]
places:
  - name: Amu
    aliases: [The river]
"""


@pytest.fixture
def archive(site: SiteFolder) -> SiteFolder:
    """Four articles, a day after each other, and nothing else."""
    for old in (*site.root.glob("content/articles/*"), *site.root.glob("content/packets/*")):
        old.unlink()
    site.write("content/entities.yaml", ENTITIES)
    site.article("one", date="2021-08-01", topic="Trade", more="places: [Amu]\n")
    site.article("two", date="2021-08-02", topic="Foreign affairs", person="Ada Ek")
    site.article("three", date="2021-08-03", publisher="The Herald", more="places: [The river]\n")
    site.article("four", date="2021-08-04", topic="Trade, Diplomacy", person="Z. Kabulov")
    return site


def _packet(site: SiteFolder, select: str, more: str = "") -> None:
    front = f"---\ntitle: Chosen\ndate: 2021-08-17\nselect: {select}\n{more}---\n"
    site.write("content/packets/chosen.md", front)


def _held(site: SiteFolder) -> list[str]:
    """The slugs of the packet's articles, in its order."""
    found = re.findall(r"articles/(\w+)\.html", site.page("packets/chosen.html"))
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("select", "held"),
    [
        ("{topics: [Diplomacy]}", ["four", "three", "two"]),
        ("{topics: [foreign AFFAIRS]}", ["four", "three", "two"]),
        ("{topics: [Trade, Diplomacy]}", ["four", "three", "two", "one"]),
        ("{topics: [Trade], people: [Z. Kabulov]}", ["four", "one"]),
        ("{people: [Ada Ek]}", ["two"]),
        ("{places: [Amu]}", ["three", "one"]),
        ("{places: [The river]}", ["three", "one"]),
        ("{publishers: [The Herald]}", ["three"]),
        ("{since: 2021-08-02, until: 2021-08-03}", ["three", "two"]),
        ("{since: 2021-08-03}", ["four", "three"]),
        ("{until: 2021-08-01}", ["one"]),
        ("{limit: 2}", ["four", "three"]),
        ("{topics: [Trade], limit: 1}", ["four"]),
    ],
)
def test_a_query_holds_what_matches_each_key(
    archive: SiteFolder, select: str, held: list[str]
) -> None:
    _packet(archive, select)
    assert codes(archive.build_well()) == []
    assert _held(archive) == held


def test_an_alias_that_only_the_query_uses_is_understood(archive: SiteFolder) -> None:
    archive.delete("content/articles/three.md")
    _packet(archive, "{places: [The river]}")
    archive.build_well()
    assert _held(archive) == ["one"]


def test_what_is_withheld_is_not_chosen_and_takes_no_place(archive: SiteFolder) -> None:
    archive.edit("content/articles/four.md", "topics:", "tlp: RED\ntopics:")
    _packet(archive, "{limit: 2}")
    archive.build_well()
    assert _held(archive) == ["three", "two"]


def test_a_new_article_joins_without_a_change_of_the_packet(archive: SiteFolder) -> None:
    _packet(archive, "{topics: [Trade]}")
    archive.build_well()
    archive.article("five", date="2021-08-05", topic="Trade")
    archive.build_well()
    assert _held(archive) == ["five", "four", "one"]


def test_a_query_adds_to_a_list_and_nothing_twice(archive: SiteFolder) -> None:
    _packet(archive, "{topics: [Trade]}", "articles: [one, two]\n")
    archive.build_well()
    assert _held(archive) == ["one", "two", "four"]


def test_a_query_that_matches_nothing_is_told(archive: SiteFolder) -> None:
    _packet(archive, "{topics: [Trade], people: [Ada Ek]}")
    outcome = archive.build_well()
    assert codes(outcome) == ["select-empty"]
    assert _held(archive) == []


def test_a_name_that_no_article_has_is_told_with_the_nearest(archive: SiteFolder) -> None:
    _packet(archive, "{topics: [Trade, Diplomcy]}")
    (found,) = archive.build_well().diagnostics
    assert (found.code, found.hint) == ("select-unknown", "Did you mean “Diplomacy”?")
    assert (found.mark.line, found.mark.column) == (4, 26)


def test_what_only_a_withheld_article_matches_is_not_called_empty(archive: SiteFolder) -> None:
    archive.edit("content/articles/two.md", "topics:", "tlp: RED\ntopics:")
    _packet(archive, "{people: [Ada Ek]}")
    assert codes(archive.build_well()) == []
    assert _held(archive) == []

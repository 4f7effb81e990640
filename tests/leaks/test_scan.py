"""The scan finds what slips out, wherever it slips out, and takes it back."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from briefgen.build import leaks
from briefgen.leaks import scan
from briefgen.model.request import Exit, Outcome
from briefgen.resolve import published
from tests.harness import SiteFolder, codes
from tests.leaks.planted import BODY, QUOTE, SUMMARY, TITLE, hide, slip


def found(outcome: Outcome) -> list[tuple[str, str]]:
    """The file of the output and the field of each leak."""
    assert outcome.exit is Exit.REFUSED
    told = [each for each in outcome.diagnostics if each.code == "leak"]
    return sorted((each.message.split(" tells")[0], each.message.split("`")[1]) for each in told)


def assert_in_order(site: SiteFolder) -> None:
    """The manifest lists what is there, and nothing else."""
    lines = site.page("SHA256SUMS").splitlines()[1:]
    listed = {line[66:]: line[:64] for line in lines}
    there = {path: data for path, data in site.files().items() if path != "SHA256SUMS"}
    assert listed == {path: hashlib.sha256(data).hexdigest() for path, data in there.items()}


def test_a_site_without_a_leak_is_left_alone(site: SiteFolder) -> None:
    hide(site)
    site.build_well()


def test_what_the_join_lets_through_is_found_and_taken_back(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The scan judges by itself who may see what: a fault in resolve does not blind it."""
    hide(site)
    with monkeypatch.context() as broken:
        broken.setattr(published, "reason_withheld", lambda _keys, _view: None)
        outcome = site.build()
    leaking = {path for path, _ in found(outcome)}
    assert "articles/termez.html" in leaking
    assert {"title", "summary", "text"} <= {field for _, field in found(outcome)}
    assert site.files().keys() == {"SHA256SUMS"}
    assert_in_order(site)
    assert outcome.written == ()
    site.build_well()
    assert site.files() == site.clean_build()


def test_a_file_of_the_theme_may_tell_a_title(site: SiteFolder) -> None:
    hide(site)
    site.write("themes/tiny/static/dot.svg", f"<svg><title>{TITLE}</title></svg>\n")
    site.write("themes/tiny/templates/banner.html", "<i>{{ asset('dot.svg') }}</i>\n")
    outcome = site.build()
    assert {field for _, field in found(outcome)} == {"title"}
    assert all(each.path == "content/articles/termez.md" for each in outcome.diagnostics)
    assert all(each.item == "article:termez" for each in outcome.diagnostics)
    assert not any(TITLE in each.message + each.hint for each in outcome.diagnostics)
    assert_in_order(site)
    assert found(site.build()) == found(outcome), "it does not pass at the second try"


def test_a_template_may_tell_a_title(site: SiteFolder) -> None:
    hide(site)
    site.write("themes/tiny/templates/banner.html", f"<p>Soon: {TITLE}</p>\n")
    assert {field for _, field in found(site.build())} == {"title"}


def test_a_part_of_a_sentence_is_found_too(site: SiteFolder) -> None:
    hide(site)
    site.write("themes/tiny/templates/banner.html", f"<p>{BODY[:60]}</p>\n")
    assert {field for _, field in found(site.build())} == {"text"}


@pytest.mark.parametrize("words", [TITLE, SUMMARY, QUOTE, BODY])
def test_what_a_published_article_says_itself_is_no_secret(site: SiteFolder, words: str) -> None:
    hide(site)
    site.article("tianjin", body=f"It was said: *{words[:9]}*{words[9:]}")
    site.build_well()


def test_words_may_be_declared_open(site: SiteFolder) -> None:
    hide(site)
    site.write("themes/tiny/templates/banner.html", f"<p>{TITLE}</p>\n")
    assert site.build().exit is Exit.REFUSED
    site.write("briefgen.yaml", f'{site.read("briefgen.yaml")}not_secret: ["{TITLE.lower()}"]\n')
    site.build_well()


def test_what_becomes_withheld_is_looked_for_in_what_was_built_before(site: SiteFolder) -> None:
    """The theme's file does not change, and is not written again."""
    hide(site)
    site.edit("content/articles/termez.md", "tlp: RED", "tlp: CLEAR")
    slip(site, "dot.svg", f"<svg><title>{TITLE}</title></svg>\n".encode())
    site.build_well()
    site.edit("content/articles/termez.md", "tlp: CLEAR", "tlp: RED")
    assert any(path.endswith(".svg") for path, _ in found(site.build()))
    assert not any(TITLE.encode() in data for data in site.files().values())
    assert_in_order(site)


def test_what_a_killed_build_left_unsearched_is_searched(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide(site)
    slip(site, "dot.svg", f"<svg><title>{TITLE}</title></svg>\n".encode())

    def killed(*_given: object, **_named: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as dead:
        dead.setattr(leaks.Scan, "run", killed)
        with pytest.raises(KeyboardInterrupt):
            site.build()
    assert any(TITLE.encode() in data for data in site.files().values())
    assert site.build().exit is Exit.REFUSED
    assert not any(TITLE.encode() in data for data in site.files().values())


def test_a_second_build_does_not_search_again(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide(site)
    site.build_well()
    looked: list[str] = []
    real = scan.search

    def watched(index: Any, names: Any, contents: Any, known: Any) -> Any:  # noqa: ANN401  handed on
        held = list(contents)
        looked.extend(path for path, _ in held)
        return real(index, names, held, known)

    monkeypatch.setattr(leaks, "search", watched)
    site.build_well()
    assert looked == []
    site.article("tianjin", topic="Diplomacy", person="Wang Yi", body="Another body.")
    outcome = site.build_well()
    assert sorted(looked) == sorted(outcome.written)


INTERNAL = """\
---
title: Something open
date: 2021-08-16
summary: Open.
source: {title: A report, publisher: The Gazette, snapshot: kept/private-capture-name.txt}
reviewer: Margaret Fennimore-Blythe
internal: {fixer: Only our fixer in Balkh knows}
disputes: [{article: termez, note: The closed one says otherwise}]
---
Open words.

::: internal
Ask the embassy before you quote this.
:::
"""
PACKET = """\
---
title: A packet of both
date: 2021-08-18
sections:
  - title: Both
    articles: [tianjin, {article: termez, note: A note about the closed one}]
  - title: Nothing but closed matters
    note: A note on an empty section
    articles: [termez]
key_judgments:
  - {text: The closed meeting will fail, articles: [termez]}
distribution: [the office of the permanent secretary]
---
"""
ENTITIES = """\
people:
  - {name: Bartholomew Oxenstierna, description: The man behind the curtain}
"""


@pytest.mark.parametrize(
    ("words", "audiences"),
    [
        ("private capture name", ("public", "desk")),
        ("Margaret Fennimore-Blythe", ("public", "desk")),
        ("Only our fixer in Balkh knows", ("public",)),
        ("The closed one says otherwise", ("public",)),
        ("Ask the embassy before you quote this", ("public",)),
        ("A note about the closed one", ("public",)),
        ("Nothing but closed matters", ("public",)),
        ("A note on an empty section", ("public",)),
        ("The closed meeting will fail", ("public",)),
        ("the office of the permanent secretary", ("public", "desk")),
        ("Bartholomew Oxenstierna", ("public", "desk")),
        ("The man behind the curtain", ("public", "desk")),
    ],
)
def test_each_kind_of_secret_is_looked_for(
    site: SiteFolder, words: str, audiences: tuple[str, ...]
) -> None:
    hide(site)
    site.write("content/articles/open.md", INTERNAL)
    site.write("content/packets/both.md", PACKET)
    site.write("content/entities.yaml", ENTITIES)
    site.write("content/sources/kept/private-capture-name.txt", "The words.\n")
    site.write("themes/tiny/templates/banner.html", f"<p>{words}</p>\n")
    for audience in ("public", "desk"):
        outcome = site.build(output=f"out-{audience}", audience=audience)
        wanted = Exit.REFUSED if audience in audiences else Exit.DONE
        assert outcome.exit is wanted, (audience, codes(outcome))


def test_the_name_of_a_file_may_tell(site: SiteFolder) -> None:
    hide(site)
    slip(site, "envoys-meet-in-secret-at-termez.svg", b"<svg></svg>\n")
    paths = {path for path, _ in found(site.build())}
    assert any(path.startswith("assets/envoys-meet") for path in paths)
    assert_in_order(site)


def test_a_broken_file_of_a_withheld_item_is_a_secret_too(site: SiteFolder) -> None:
    hide(site)
    site.edit("content/articles/termez.md", "summary:", "sumary:")
    site.write("themes/tiny/templates/banner.html", f"<p>{TITLE}</p>\n")
    assert site.build(keep_going=True).exit is Exit.REFUSED

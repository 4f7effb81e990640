"""Levels in the settings, silences in an item, and both with a code that does not exist."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefgen.check.item_rules import all_item_rules
from briefgen.check.levels import LEVELS, OF_ITEMS, OF_SITE
from briefgen.check.rules import all_rules
from briefgen.model.request import Exit
from tests.checks.case import load_cases
from tests.checks.unprovoked import UNPROVOKED
from tests.harness import SiteFolder, codes

HTML = "They met <font>for an hour</font>."


@pytest.fixture
def talks(new_site: Callable[[], SiteFolder]) -> SiteFolder:
    """A site with one article that a rule (no summary) and its reading (HTML) complain of."""
    site = new_site()
    site.article("talks", summary="''", body=HTML)
    return site


def level(site: SiteFolder, code: str, level: str) -> None:
    path = "briefgen.yaml"
    site.write(path, f"{site.read(path)}checks:\n  {code}: {level}\n")


def told(site: SiteFolder, **options: object) -> list[str]:
    return [f"{each.severity}: {each.code}" for each in site.check(**options).diagnostics]


def test_without_a_word_each_code_has_its_own_level(talks: SiteFolder) -> None:
    assert told(talks) == ["error: summary-missing", "warning: html-removed"]


@pytest.mark.parametrize("code", ["summary-missing", "html-removed"])
def test_the_settings_give_a_code_another_level(talks: SiteFolder, code: str) -> None:
    level(talks, code, "error")
    assert f"error: {code}" in told(talks)
    talks.edit("briefgen.yaml", "error", "warning")
    assert f"warning: {code}" in told(talks)
    talks.edit("briefgen.yaml", "warning", "off")
    assert code not in codes(talks.check())


@pytest.mark.parametrize("code", ["summary-missing", "html-removed"])
def test_an_item_silences_a_code_with_a_reason(talks: SiteFolder, code: str) -> None:
    talks.article("talks", summary="''", body=HTML, more=f"silence:\n  {code}: We know.\n")
    assert code not in codes(talks.check())
    assert len(talks.check().diagnostics) == 1


def test_a_silence_holds_for_its_own_item_alone(talks: SiteFolder) -> None:
    talks.article("other", summary="''", more="silence: {summary-missing: It is short.}\n")
    (path,) = (d.path for d in talks.check().diagnostics if d.code == "summary-missing")
    assert path == "content/articles/talks.md"


def test_a_silence_without_a_reason_is_an_error(talks: SiteFolder) -> None:
    talks.article("talks", more="silence:\n  html-removed:\n")
    assert told(talks) == ["error: value-type"]


def test_a_silence_is_remembered_from_build_to_build(talks: SiteFolder) -> None:
    more = "silence: {summary-missing: It is short., html-removed: It is the topic.}\n"
    talks.article("talks", summary="''", body=HTML, more=more)
    assert codes(talks.build_well()) == []
    assert codes(talks.build_well()) == []


def test_what_makes_a_site_impossible_cannot_be_switched_off(talks: SiteFolder) -> None:
    talks.article("talks", body="[[nowhere]]")
    level(talks, "link-unknown", "off")
    found = talks.check().diagnostics
    assert {d.code for d in found} == {"check-unknown", "link-unknown"}


def test_a_warning_made_an_error_stops_publication(talks: SiteFolder) -> None:
    talks.article("talks", body=HTML)
    assert talks.build().exit is Exit.DONE
    level(talks, "html-removed", "error")
    assert talks.build().exit is Exit.CONTENT
    outcome = talks.build(keep_going=True)
    assert outcome.exit is Exit.CONTENT
    assert not (talks.built / "articles/talks.html").exists()


def test_a_code_that_does_not_exist_is_told_with_the_nearest(talks: SiteFolder) -> None:
    level(talks, "html-remove", "off")
    (found,) = (d for d in talks.check().diagnostics if d.code == "check-unknown")
    assert (found.path, found.hint) == ("briefgen.yaml", "Did you mean `html-removed`?")


def test_a_code_that_is_not_known_can_be_passed_over_as_well(talks: SiteFolder) -> None:
    level(talks, "html-remove", "off\n  check-unknown: off")
    assert "check-unknown" not in codes(talks.check())


def test_each_level_is_that_of_its_case() -> None:
    levels = {case.code: case.level for case in load_cases()}
    expected = {c: each.value for c, each in LEVELS.items() if c not in UNPROVOKED}
    assert {code: levels[code] for code in expected} == expected


def test_every_warning_of_a_file_can_be_switched() -> None:
    # What the layout of a brief passes over is the theme's, not an item's, and so are its words.
    told = [case for case in load_cases() if case.topic != "Briefs"]
    told = [case for case in told if not case.code.startswith("words-")]
    warnings = {case.code for case in told if case.level == "warning"}
    assert warnings <= LEVELS.keys()


def test_every_rule_has_a_level_and_every_level_of_a_rule_is_of_one() -> None:
    assert [rule.code for rule in all_item_rules()] == sorted(OF_ITEMS)
    assert [rule.code for rule in all_rules()] == sorted(OF_SITE)

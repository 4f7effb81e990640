"""After an edit of a text a check looks at that text, and tells what a whole one would."""

from __future__ import annotations

import pytest

from briefgen.build import checked
from briefgen.build.survey import survey_from
from tests.harness import SiteFolder, codes

PATH = "content/articles/tianjin.md"


@pytest.fixture
def plans(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Grows with each plan that a check makes."""
    made: list[object] = []

    def noting(*args: object) -> object:
        made.append(args)
        return survey_from(*args)  # type: ignore[arg-type]  # what it was given

    monkeypatch.setattr(checked, "survey_from", noting)
    return made


def test_a_text_is_checked_without_a_new_plan(site: SiteFolder, plans: list[object]) -> None:
    first = site.check()
    assert codes(first) == []
    site.edit(PATH, "A body.", "They met on Monday.")
    second = site.check()
    assert codes(second) == ["date-relative"]
    assert second.total == first.total
    assert len(plans) == 1
    site.edit(PATH, "on Monday", "at last")
    assert codes(site.check()) == []
    assert len(plans) == 1


def test_what_others_see_is_joined_and_checked_anew(site: SiteFolder, plans: list[object]) -> None:
    site.check()
    site.edit(PATH, "title: Tianjin", "title: Drills")
    assert codes(site.check()) == codes(site.check(cache=False))
    assert len(plans) == 3


def test_what_is_broken_keeps_nothing(site: SiteFolder, plans: list[object]) -> None:
    site.check()
    site.edit(PATH, "title: Tianjin", "title: [")
    broken = codes(site.check())
    assert broken == codes(site.check())
    site.edit(PATH, "title: [", "title: Tianjin")
    assert codes(site.check()) == []
    assert len(plans) >= 3

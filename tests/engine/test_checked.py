"""After an edit of a text a check looks at that text, and tells what a whole one would."""

from __future__ import annotations

import pytest

from briefgen.build import survey
from briefgen.build.survey import plan_from
from tests.harness import SiteFolder, codes

PATH = "content/articles/tianjin.md"


@pytest.fixture
def plans(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Grows with each plan that a check makes."""
    made: list[object] = []

    def noting(*args: object) -> object:
        made.append(args)
        return plan_from(*args)  # type: ignore[arg-type]  # what it was given

    monkeypatch.setattr(survey, "plan_from", noting)
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


def test_a_title_is_joined_and_checked_without_a_new_plan(
    site: SiteFolder, plans: list[object]
) -> None:
    first = site.check()
    site.edit(PATH, "title: Tianjin", "title: TODO")
    second = site.check()
    assert codes(second) == codes(site.check(cache=False)) == ["placeholder"]
    assert second.total == first.total
    site.edit(PATH, "title: TODO", "title: Drills")
    assert codes(site.check()) == codes(site.check(cache=False)) == []
    # The first, and the two that were to know nothing.
    assert len(plans) == 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Tianjin", "title: Tianjin\nslug: drills"),
        ("title: Tianjin", "title: Tianjin\naliases: [articles/elsewhere.html]"),
        ("title: Tianjin", "title: Tianjin\nplaces: [Straits]"),
        ("title: Tianjin", "title: Tianjin\ntlp: RED"),
    ],
)
def test_what_decides_on_addresses_is_planned_anew(
    site: SiteFolder, plans: list[object], old: str, new: str
) -> None:
    site.check()
    site.edit(PATH, old, new)
    after = site.check()
    whole = site.check(cache=False)
    assert (codes(after), after.total) == (codes(whole), whole.total)
    assert len(plans) == 3


def test_two_pages_that_want_one_address_are_told_as_long_as_they_do(
    site: SiteFolder, plans: list[object]
) -> None:
    site.check()
    site.edit(PATH, "title: Tianjin", "title: Tianjin\naliases: [archive/index.html]")
    assert codes(site.check()) == ["path-taken"]
    site.edit(PATH, "title: Tianjin", "title: Drills")
    assert codes(site.check()) == ["path-taken"]
    assert len(plans) == 2
    site.edit(PATH, "aliases: [archive/index.html]", "aliases: []")
    assert codes(site.check()) == []


def test_what_is_broken_keeps_nothing(site: SiteFolder, plans: list[object]) -> None:
    site.check()
    site.edit(PATH, "title: Tianjin", "title: [")
    broken = codes(site.check())
    assert broken == codes(site.check())
    site.edit(PATH, "title: [", "title: Tianjin")
    assert codes(site.check()) == []
    assert len(plans) >= 3

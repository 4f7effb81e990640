"""docs/checks.md says what the cases say."""

from __future__ import annotations

from pathlib import Path

from tests.checks.case import load_cases
from tests.checks.handbook import TOPICS, handbook

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_page_is_made_from_the_cases_as_they_are() -> None:
    assert PAGE.read_text(encoding="utf-8") == handbook(), "run `make docs`"


def test_every_case_has_its_place_on_the_page() -> None:
    assert {case.topic for case in load_cases()} <= TOPICS.keys()

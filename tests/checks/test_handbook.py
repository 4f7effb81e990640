"""docs/checks.md says what the cases say."""

from __future__ import annotations

import json
import re
from pathlib import Path

from briefgen.cli.report import json as json_report
from briefgen.diagnostics import error
from tests.checks.case import load_cases
from tests.checks.handbook import TOPICS, handbook

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_page_is_made_from_the_cases_as_they_are() -> None:
    assert PAGE.read_text(encoding="utf-8") == handbook(), "run `make docs`"


def test_every_case_has_its_place_on_the_page() -> None:
    assert {case.topic for case in load_cases()} <= TOPICS.keys()


def test_the_fields_of_json_are_those_of_the_page() -> None:
    page = (PAGE.parent / "diagnostics.md").read_text(encoding="utf-8")
    table = page.partition("--format json")[2].partition("--format github")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    first, last = map(json.loads, json_report.report([error("c", "Sentence.")], 1).splitlines())
    assert set(re.findall(r"`(\w+)`", "".join(rows))) == first.keys()
    assert all(f"`{field}`" in table for field in last)

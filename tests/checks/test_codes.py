"""No code without a page for it: each has a case, or a stated reason why it has none."""

from __future__ import annotations

from tests.checks.case import load_cases
from tests.checks.source import known_codes
from tests.checks.unprovoked import UNPROVOKED

CASES = {case.code for case in load_cases()}


def test_each_code_in_the_source_has_a_case_or_a_reason() -> None:
    assert known_codes() - CASES - UNPROVOKED.keys() == set()


def test_no_case_and_no_reason_outlives_its_code() -> None:
    assert (CASES | UNPROVOKED.keys()) - known_codes() == set()


def test_what_has_a_case_needs_no_reason() -> None:
    assert CASES & UNPROVOKED.keys() == set()

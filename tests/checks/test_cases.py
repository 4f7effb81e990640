"""Every code as its author's users see it: a project in which it is told, and the project mended.

Set BRIEFGEN_UPDATE to write what is now the report into the cases, and look at the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.checks.case import FOLDER, UPDATE, Case, load_cases, render
from tests.checks.project import told, write_files, wrong_project

CASES = load_cases()
EACH = pytest.mark.parametrize("case", CASES, ids=[case.code for case in CASES])


@EACH
def test_this_is_told_and_nothing_else(
    case: Case,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("CI", raising=False)
    wrong_project(tmp_path, case, monkeypatch)
    report = told(tmp_path, case.run, monkeypatch, capsys)
    if os.environ.get(UPDATE):
        text = render(case._replace(report=report))
        (FOLDER / f"{case.code}.txt").write_text(text, encoding="utf-8")
        return
    assert report == case.report
    assert case.level, "the report of a case holds its code"


@EACH
def test_nothing_is_told_of_the_project_mended(
    case: Case,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("CI", raising=False)
    if not case.right:
        assert case.headers.get("mended"), "how to mend it is shown, or said"
        return
    wrong_project(tmp_path, case, monkeypatch)
    write_files(tmp_path, case.right)
    assert told(tmp_path, case.run, monkeypatch, capsys) == ""


@pytest.mark.parametrize("case", CASES, ids=[case.code for case in CASES])
def test_a_case_is_written_as_all_are(case: Case) -> None:
    assert render(case) == (FOLDER / f"{case.code}.txt").read_text(encoding="utf-8")

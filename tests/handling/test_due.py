"""`briefgen due`: what appears and goes by itself, for whom, and when."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable

import pytest

from briefgen.cli.main import main
from tests.harness import SiteFolder

Due = Callable[..., str]
NOW = "2021-08-27T12:00Z"


@pytest.fixture
def timed(site: SiteFolder) -> SiteFolder:
    settings = site.read("briefgen.yaml")
    site.write("briefgen.yaml", settings.replace("timezone: UTC", "timezone: Asia/Kabul"))
    site.article("later", title="Later on", more="embargo: 2021-08-28T06:00+00:00\n")
    site.article("soon-gone", more="expires: 2021-08-30T00:00+00:00\n")
    site.article("partners", more="embargo: 2021-08-29T00:00+00:00\ntlp: AMBER\n")
    site.article("draft", more="embargo: 2021-08-29T00:00+00:00\nstatus: draft\n")
    site.article("past", more="embargo: 2021-08-01\nexpires: 2021-08-02\n")
    site.article("never", more="embargo: 2021-09-02\nexpires: 2021-09-01\n")
    site.packet("far", ["tianjin"], more="embargo: 2021-12-01T00:00+00:00\n")
    return site


@pytest.fixture
def due(
    timed: SiteFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Due:
    def run(*flags: str, ci: str = "") -> str:
        monkeypatch.delenv("CI", raising=False)
        if ci:
            monkeypatch.setenv("CI", ci)
        assert main(["due", "-C", str(timed.root), "--now", NOW, *flags]) == 0
        return capsys.readouterr().out

    return run


def test_what_falls_due_in_its_order_and_in_the_zone_of_the_site(due: Due) -> None:
    assert due() == (
        "Next release: 2021-08-28 10:30+04:30  article:later\n"
        "Next expiry:  2021-08-30 04:30+04:30  article:soon-gone\n"
        "\n"
        "2021-08-28 10:30+04:30  release  article:later      Later on\n"
        "2021-08-30 04:30+04:30  expiry   article:soon-gone  Soon gone\n"
        "2021-12-01 04:30+04:30  release  packet:far         Far\n"
    )


def test_only_what_falls_due_within_a_span(due: Due) -> None:
    assert "far" not in due("--within", "30d")
    assert due("--within", "12h") == "Next release: none\nNext expiry:  none\n"


def test_each_audience_has_its_own_dates(due: Due) -> None:
    assert "article:partners" in due("--audience", "partners")
    assert "article:draft" in due("--drafts")


def test_a_program_gets_an_object_a_line(due: Due) -> None:
    rows = [json.loads(line) for line in due("--format", "json").splitlines()]
    assert rows[0] == {
        "type": "due",
        "at": "2021-08-28T10:30:00+04:30",
        "turn": "release",
        "item": "article:later",
        "title": "Later on",
        "path": "content/articles/later.md",
    }
    assert [row["type"] for row in rows] == ["due", "due", "due", "summary"]


def test_a_log_does_not_name_what_is_to_come(due: Due) -> None:
    said = due(ci="true")
    assert "article:later" not in said
    assert "Later on" not in said
    assert "2021-08-28" not in said
    assert "article:soon-gone" in said
    assert "2 more dates of what is withheld" in said


@pytest.mark.parametrize("span", ["30", "d", "-1d", "30y", "0d", "99999999999999w"])
def test_a_span_is_hours_days_or_weeks(
    timed: SiteFolder, capsys: pytest.CaptureFixture[str], span: str
) -> None:
    assert main(["due", "-C", str(timed.root), f"--within={span}"]) == 2
    assert span in capsys.readouterr().err


def test_an_instant_that_falls_due_changes_what_is_built(timed: SiteFolder, due: Due) -> None:
    """At the very instant that it names, and not before."""
    assert "article:later" in due()
    timed.build_well()
    assert not (timed.built / "articles/later.html").exists()
    for now, there in (("2021-08-28T05:59:59+00:00", False), ("2021-08-28T06:00:00+00:00", True)):
        timed.build_well(now=datetime.datetime.fromisoformat(now))
        assert (timed.built / "articles/later.html").exists() is there

"""The curator hears what an audience does not get, and a log that anybody may read does not."""

from __future__ import annotations

import re

import pytest

from briefgen.cli.main import main
from tests.harness import SiteFolder


@pytest.fixture
def divided(site: SiteFolder) -> SiteFolder:
    site.article("closed", more="tlp: RED\n")
    site.article("theirs", more="audience: [partners]\n")
    site.article("later", more="embargo: 2021-08-28T06:00+00:00\n")
    site.article("begun", more="status: draft\n")
    site.article("over", more="expires: 2021-08-20\n")
    site.article("gone", more="status: withdrawn\n")
    site.packet(
        "mixed",
        ["tianjin", "closed", "later"],
        more="key_judgments:\n"
        "  - {text: It may well rain., articles: [tianjin, closed]}\n"
        "  - {text: It may well snow., articles: [closed, later]}\n",
    )
    return site


def told(site: SiteFolder, capsys: pytest.CaptureFixture[str], *flags: str) -> str:
    command = ["build", "-C", str(site.root), "--no-pdf", "--now", "2021-08-27T12:00Z", *flags]
    assert main(command) == 0
    return capsys.readouterr().err


def test_by_reason_and_by_packet(
    divided: SiteFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    said = told(divided, capsys)
    assert (
        "Withheld 6 items: 1 above the ceiling, 1 for other audiences, 1 under embargo until"
        " 2021-08-28 06:00 UTC, 1 expired, 1 draft, 1 withdrawn. (-v names them)\n"
        "  packet:mixed goes without 2 of 3 items and 1 of 2 judgments (no. 2)\n"
    ) in said
    said = told(divided, capsys, "-v")
    assert "  article:closed: its label is above the audience's ceiling\n" in said
    assert "(no. 2): article:closed, article:later\n" in said


def test_a_log_only_counts(
    divided: SiteFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    said = told(divided, capsys, "-v")
    assert "1 under embargo, 1 expired, 1 draft, 1 withdrawn.\n" in said
    assert "\n1 packet without 2 items and 1 judgment.\n" in said
    assert not re.findall(r"article:|packet:|2021-08-28", said)


def test_a_log_names_nothing_withheld_for_the_sake_of_something_open(
    divided: SiteFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A packet that anybody may read lists a closed article twice."""
    divided.packet("mixed", ["tianjin", "closed", "closed"])
    monkeypatch.delenv("CI", raising=False)
    assert "“closed” twice" in told(divided, capsys)
    monkeypatch.setenv("CI", "true")
    said = told(divided, capsys)
    assert "entry-repeated" in said
    assert "closed" not in said.replace(str(divided.root), "")

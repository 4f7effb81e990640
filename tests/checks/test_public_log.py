"""Where `CI` is set the log may be read by anybody: nothing of a withheld item is quoted in it."""

from __future__ import annotations

import pytest

from tests.checks.project import run
from tests.harness import SiteFolder

PLAN = "content/articles/plan.md"


@pytest.fixture
def secret(site: SiteFolder) -> SiteFolder:
    """A site with three items that the public may not see, each wrong in another way: found by a
    rule, on reading, and so that the item cannot be read at all.
    """
    site.article("plan", title="Operation Willow", more="tlp: RED\npeople: [Wang Yii]\n")
    site.edit(PLAN, "people: [Zamir Kabulov]\n", "")
    site.article("ruled", title="Operation Oak", summary="''", more="tlp: RED\n")
    site.article(
        "read", title="Operation Ash", body="<font>Operation Ash</font>", more="tlp: RED\n"
    )
    site.article("broken", title="Operation Elm", more="tlp: RED\nOperation: Elm\n")
    return site


@pytest.mark.parametrize("form", ["text", "github"])
@pytest.mark.parametrize("command", ["check", "build --no-pdf"])
def test_nothing_of_a_withheld_item_is_quoted(
    secret: SiteFolder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    form: str,
) -> None:
    monkeypatch.setenv("CI", "true")
    run(secret.root, f"briefgen {command} --format {form}", monkeypatch)
    said = "".join(capsys.readouterr())
    for path in ("ruled", "read", "broken"):
        assert f"content/articles/{path}.md" in said
    assert "Operation" not in said
    assert "summary-missing" in said


def test_at_home_all_is_told(
    secret: SiteFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    run(secret.root, "briefgen check", monkeypatch)
    said = capsys.readouterr().out
    assert "Operation Oak" in said
    assert "Operation Ash" in said
    assert "Operation: Elm" in said


def test_no_hint_guesses_at_a_withheld_item(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site.article("operation-willow", more="tlp: RED\n")
    site.article("open", body="[[operation-wilow]]")
    monkeypatch.setenv("CI", "true")
    run(site.root, "briefgen check", monkeypatch)
    assert "operation-willow" not in capsys.readouterr().out
    monkeypatch.delenv("CI")
    run(site.root, "briefgen check", monkeypatch)
    assert "Did you mean “operation-willow”?" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "github"])
def test_an_audience_that_sees_the_item_is_told_all(
    secret: SiteFolder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    form: str,
) -> None:
    monkeypatch.setenv("CI", "true")
    run(secret.root, f"briefgen check --audience desk --format {form}", monkeypatch)
    assert "There is no key `Operation` here." in capsys.readouterr().out


def test_no_snapshot_is_quoted(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("content/sources/talks.txt", "“We shall meet again in willow time,” she said.\n")
    site.article("open", body="She said “We shall meet again in spring time”.")
    source = "source:\n  language: en\n  snapshot: talks.txt\n"
    site.edit("content/articles/open.md", "source:\n", source)
    monkeypatch.setenv("CI", "true")
    run(site.root, "briefgen check", monkeypatch)
    said = capsys.readouterr().out
    assert "quotation-altered" in said
    assert "willow" not in said
    monkeypatch.delenv("CI")
    run(site.root, "briefgen check", monkeypatch)
    assert "“willow” there, “spring” here" in capsys.readouterr().out

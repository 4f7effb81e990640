"""What the doctor tells about the machine and the project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefgen import __version__
from briefgen.cli.main import main
from briefgen.doctor.project import readable
from briefgen.render.brief import libraries
from tests.harness import SiteFolder


@pytest.fixture
def lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(libraries.NEEDED, "Pango", ("libnowhere.so",))


def facts(capsys: pytest.CaptureFixture[str]) -> dict[tuple[str, str], dict[str, object]]:
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[-1]["type"] == "summary"
    return {(each["group"], each["name"]): each for each in lines if each["type"] == "fact"}


def test_without_a_project_it_tells_of_the_machine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["doctor", "--format", "json"]) == 0
    found = facts(capsys)
    assert found["Program", "briefgen"]["value"] == __version__
    for group, name in (
        ("Packages", "weasyprint"),
        ("Packages", "msgspec"),
        ("Libraries", "Pango"),
        ("Libraries", "HarfBuzz"),
        ("Libraries", "Fontconfig"),
    ):
        assert str(found[group, name]["value"])[0].isdigit()
    assert ("Fonts", "Vollkorn") in found
    assert len(str(found["Libraries", "fingerprint"]["value"])) == 32
    assert "Project" not in {group for group, _ in found}


def test_in_a_project_it_tells_of_theme_and_cache(
    site: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = "@font-face{font-family:'Mine';src:url(fonts/mine.woff2)}"
    site.write("themes/tiny/static/mine.css", sheet)
    argv = ["doctor", "-C", str(site.root), "--format", "json"]
    assert main(argv) == 0
    found = facts(capsys)
    assert found["Project", "cache"]["value"] == "none yet"
    assert str(found["Project", "theme"]["value"]).startswith("tiny (")
    assert found["Fonts", "Mine"] | {"ok": True} != found["Fonts", "Mine"]
    site.build_well()
    site.edit("briefgen.yaml", "title:", "titel:")
    assert main(argv) == 0
    found = facts(capsys)
    assert " kB, " in str(found["Project", "cache"]["value"])
    assert found["Project", "settings"]["ok"] is False


@pytest.mark.usefixtures("lost")
def test_a_missing_library_is_told_with_what_installs_it_everywhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["doctor"]) == 4
    said = capsys.readouterr().out
    assert "error[library-missing]: Pango is not installed" in said
    for word in ("✗ Pango ", "apt-get install", "dnf install", "apk add", "brew", "Windows"):
        assert word in said
    assert main(["doctor", "--format", "json"]) == 4
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["code"] for each in lines if each["type"] == "diagnostic"] == ["library-missing"]


def test_a_missing_package_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(
        "briefgen.doctor.python.releases_of",
        lambda names: {name: "" if "yaml" in name else "1" for name in names},
    )
    assert main(["doctor"]) == 4
    assert "error[package-missing]: The Python package pyyaml is not" in capsys.readouterr().out


def test_a_folder_that_is_no_project_is_a_mistake(tmp_path: Path) -> None:
    assert main(["doctor", "-C", str(tmp_path)]) == 2


def test_sizes_can_be_read() -> None:
    assert [readable(n) for n in (0, 999, 1000, 98_304, 12_345_678)] == [
        "0 bytes",
        "999 bytes",
        "1.0 kB",
        "98.3 kB",
        "12.3 MB",
    ]

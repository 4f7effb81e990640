"""`build --trace FILE`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefgen.cli.main import main
from tests.harness import SiteFolder


def trace(site: SiteFolder, path: Path, *more: str) -> int:
    return main(["build", "-C", str(site.root), "--trace", str(path), *more])


def test_stages_and_workers_have_tracks(site: SiteFolder, tmp_path: Path) -> None:
    path = tmp_path / "trace.json"
    assert trace(site, path, "--no-search") == 0
    events = json.loads(path.read_text())["traceEvents"]
    tracks = {each["tid"]: each["args"]["name"] for each in events if each["ph"] == "M"}
    spans = [(tracks[each["tid"]], each["name"]) for each in events if each["ph"] == "X"]
    assert {("build", "scan"), ("build", "render"), ("build", "publish")} <= set(spans)
    assert ("brief worker 1", "packets/first.pdf") in spans
    assert all(each["ts"] >= 0 and each["dur"] >= 0 for each in events if each["ph"] == "X")
    # A trace may take the place of another.
    assert trace(site, path, "--no-search") == 0
    events = json.loads(path.read_text())["traceEvents"]
    assert [each["name"] for each in events if each["ph"] == "X"] == ["look"]


@pytest.mark.parametrize("name", ["output/trace.json", ".briefgen/trace.json", "briefgen.yaml"])
def test_nothing_else_is_overwritten(
    site: SiteFolder, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = site.read("briefgen.yaml")
    assert trace(site, site.root / name, "--no-pdf") == 2
    assert site.read("briefgen.yaml") == before
    assert not site.built.exists()
    assert "trace" in capsys.readouterr().err.lower()


def test_a_folder_that_is_not_there(site: SiteFolder, tmp_path: Path) -> None:
    assert trace(site, tmp_path / "nowhere" / "trace.json", "--no-pdf") == 2

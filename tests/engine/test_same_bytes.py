"""Same input, same bytes; and several processes on one project do no harm."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from briefgen.model.packet import Form
from briefgen.model.request import Search
from tests.harness import SiteFolder

ROOT = Path(__file__).parents[2]


def _start(root: Path, *more: str, **environment: str) -> subprocess.Popen[str]:
    """The real program, as a process of its own. The index of the search is left out: its bytes
    are Pagefind's, and differ from run to run (`tests/search/` compares what it answers).
    """
    return subprocess.Popen(
        [sys.executable, "-m", "briefgen", "-C", str(root), "build", "--no-search", *more],
        cwd=environment.pop("cwd", str(ROOT)),
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _finish(process: subprocess.Popen[str]) -> None:
    _, told = process.communicate(timeout=100)
    assert process.returncode == 0, told


def test_clock_zone_seed_and_folder_change_nothing(site: SiteFolder, tmp_path: Path) -> None:
    """The briefs too, in all forms, for they are made on the same platform."""
    for form in Form:
        more = f"pdf: {{form: {form}, standard: PDF/A-3a, attach: [json, csl-json]}}"
        site.packet(form.value, ["tianjin", "drills"], more=more)
    elsewhere = tmp_path / "another place with spaces"
    shutil.copytree(site.root, elsewhere)
    _finish(_start(site.root, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C", SOURCE_DATE_EPOCH="0"))
    other = {"PYTHONHASHSEED": "2", "TZ": "Asia/Kabul", "LC_ALL": "C.UTF-8", "cwd": str(tmp_path)}
    _finish(_start(elsewhere, "--jobs", "1", **other))
    there = site.files(elsewhere / "output")
    assert any(path.endswith(".pdf") for path in there)
    assert site.files() == there


def test_two_builds_at_once(site: SiteFolder) -> None:
    for number in range(60):
        site.article(f"extra-{number}")
    processes = [_start(site.root, "--no-pdf") for _ in range(3)]
    for process in processes:
        _finish(process)
    assert site.files() == site.clean_build(search=Search.OFF)


def test_a_killed_process_leaves_whole_files(site: SiteFolder) -> None:
    """A real kill, at several moments; `test_killed.py` dies at every single step."""
    for number in range(60):
        site.article(f"extra-{number}")
    _finish(_start(site.root, "--no-pdf"))
    old = site.files()
    site.edit("themes/tiny/templates/base.html", "<main>", "<main class='new'>")
    new = site.clean_build(search=Search.OFF)
    for delay in (0.3, 0.5, 0.7, 0.9):
        process = _start(site.root, "--no-pdf")
        time.sleep(delay)
        process.kill()
        process.communicate(timeout=60)
        for path, data in site.files().items():
            if path != "SHA256SUMS" and not path.startswith(".briefgen-new/"):
                assert data in {old.get(path), new.get(path)}, path
    site.build_well(search=Search.OFF)
    assert site.files() == new

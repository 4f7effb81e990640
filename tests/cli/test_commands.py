"""The commands, as a user runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.harness import SiteFolder

Program = Callable[..., subprocess.CompletedProcess[str]]
MISTAKE = "sumary: A summary."


def test_a_build_says_what_it_did_on_stderr_alone(program: Program, site: SiteFolder) -> None:
    ran = program("build", "--no-pdf", cwd=site.root / "content")
    assert (ran.returncode, ran.stdout) == (0, "")
    first, second = ran.stderr.splitlines()
    assert first.startswith("Built ")
    assert " for public: " in first
    assert second == f"Output: {site.built}"
    again = program("build", "--no-pdf", "-v", cwd=site.root)
    assert ": 0 rendered, " in again.stderr
    site.edit("content/articles/drills.md", "title: ", "title: More ")
    third = program("build", "--no-pdf", "-v", cwd=site.root)
    assert third.stderr.splitlines()[0] == "scan"
    assert program("build", "--no-pdf", "-q", cwd=site.root).stderr == ""


def test_the_output_folder_is_seen_from_where_one_stands(
    program: Program, site: SiteFolder, tmp_path: Path
) -> None:
    ran = program("-C", site.root.name, "build", "--no-pdf", "-o", "out", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "out" / "index.html").exists()
    assert program("clean", "-C", site.root.name, "-o", "out", cwd=tmp_path).returncode == 0
    assert not (tmp_path / "out" / "index.html").exists()


def test_each_folder_is_for_one_audience(program: Program, site: SiteFolder) -> None:
    assert program("build", "--no-pdf", "--audience", "desk", cwd=site.root).returncode == 0
    ran = program("build", "--no-pdf", cwd=site.root)
    assert ran.returncode == 3
    assert "Nothing was published: its handling forbids it.\n" in ran.stderr


def test_errors_are_told_with_their_lines_and_nothing_is_published(
    program: Program, site: SiteFolder
) -> None:
    site.edit("content/articles/drills.md", "summary: A summary.", MISTAKE)
    ran = program("build", "--no-pdf", cwd=site.root)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "\n --> content/articles/drills.md:4:1\n" in ran.stderr
    assert f"\n 4 | {MISTAKE}\n   | ^^^^^^\n   = hint: Did you mean `summary`?\n" in ran.stderr
    assert not site.built.exists()
    kept = program("build", "--no-pdf", "--keep-going", "-q", cwd=site.root)
    assert kept.returncode == 1
    assert "key-unknown" in kept.stderr
    assert (site.built / "index.html").exists()


def test_the_report_of_check_is_its_result(program: Program, site: SiteFolder) -> None:
    fine = program("check", cwd=site.root)
    assert (fine.returncode, fine.stdout) == (0, "")
    assert fine.stderr == "No errors: it can be built for public.\n"
    site.edit("content/articles/drills.md", "summary: A summary.", MISTAKE)
    ran = program("check", cwd=site.root)
    assert ran.returncode == 1
    assert "error[key-unknown]" in ran.stdout
    assert ran.stderr == "It cannot be built for public.\n"
    assert not site.built.exists()


def test_programs_get_json_on_stdout(program: Program, site: SiteFolder) -> None:
    site.edit("content/articles/drills.md", "summary: A summary.", MISTAKE)
    for command in ("check", "build"):
        ran = program(command, "--format", "json", cwd=site.root)
        *told, end = map(json.loads, ran.stdout.splitlines())
        assert end["type"] == "summary"
        assert (end["exit"], end["errors"]) == (ran.returncode, len(told))
        assert {"key-unknown"} <= {each["code"] for each in told}


def test_annotations_begin_at_the_repository(program: Program, site: SiteFolder) -> None:
    site.edit("content/articles/drills.md", "summary: A summary.", MISTAKE)
    workspace = str(site.root.parent)
    ran = program("check", "--format", "github", cwd=site.root, GITHUB_WORKSPACE=workspace)
    assert f"::error file={site.root.name}/content/articles/drills.md,line=4," in ran.stdout


def test_a_public_log_quotes_and_names_nothing_withheld(program: Program, site: SiteFolder) -> None:
    site.article("plan-x", more="tlp: RED\n")
    quiet = program("build", "--no-pdf", cwd=site.root, CI="true")
    assert "Withheld 1 item: 1 above the ceiling.\n" in quiet.stderr
    assert "plan-x" not in quiet.stderr
    assert "article:plan-x" in program("build", "--no-pdf", "-v", cwd=site.root).stderr


@pytest.mark.parametrize("command", ["build", "check", "watch"])
def test_an_unknown_audience_is_told(program: Program, site: SiteFolder, command: str) -> None:
    ran = program(command, "--audience", "bord", cwd=site.root)
    assert ran.returncode == 2
    assert "audience-unknown" in ran.stdout + ran.stderr


def test_the_system_s_refusal_is_told_without_a_traceback(
    program: Program, site: SiteFolder
) -> None:
    (site.root / ".briefgen").write_text("in the way")
    ran = program("build", "--no-pdf", cwd=site.root)
    assert ran.returncode in {2, 74}
    assert ran.stderr.startswith("error[")
    assert "Traceback" not in ran.stderr


def test_nobody_reading_is_no_fault(site: SiteFolder) -> None:
    site.edit("content/articles/drills.md", "summary: A summary.", MISTAKE)
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        ran = subprocess.run(
            [sys.executable, "-m", "briefgen", "check", "-C", str(site.root)],
            stdout=pipe,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (ran.returncode, ran.stderr) == (141, "")


def test_a_name_that_the_terminal_cannot_show_ends_nothing(
    program: Program, site: SiteFolder
) -> None:
    site.article("ضمیر")
    site.edit("content/articles/ضمیر.md", "summary: A summary.", MISTAKE)
    ran = program("check", cwd=site.root, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ran.returncode == 1
    assert "\\u0636" in ran.stdout

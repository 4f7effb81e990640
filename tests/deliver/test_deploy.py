"""`briefgen deploy`, to a repository beside the project."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.deliver.deploy import Deployed, Target, deploy
from briefgen.model.request import Exit
from briefgen.progress import Silent
from tests.harness import SiteFolder

Program = Callable[..., subprocess.CompletedProcess[str]]
NOW = ("--now", "2021-08-27T12:00Z")


def git(folder: Path, *words: str) -> str:
    """What git says, whatever the machine's own settings are."""
    ran = subprocess.run(
        ["git", "-C", str(folder), *words], capture_output=True, text=True, check=True
    )
    return ran.stdout


@pytest.fixture
def kept(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    """A site, built, in a repository with a remote."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git(site.root.parent, "init", "-q", "--bare", "remote.git")
    git(site.root, "init", "-q", "-b", "main")
    git(site.root, "config", "user.name", "Ada")
    git(site.root, "config", "user.email", "ada@example.org")
    git(site.root, "remote", "add", "origin", str(site.root.parent / "remote.git"))
    site.build_well()
    return site


def files_of(folder: Path, ref: str) -> dict[str, bytes]:
    """Every file of a commit."""
    names = git(folder, "ls-tree", "-r", "-z", "--name-only", ref).split("\0")
    return {
        name: subprocess.run(
            ["git", "-C", str(folder), "cat-file", "blob", f"{ref}:{name}"],
            capture_output=True,
            check=True,
        ).stdout
        for name in names
        if name
    }


def put(site: SiteFolder, **target: object) -> Deployed:
    return deploy(site.request(), Target(**target), Silent())  # type: ignore[arg-type]


def test_the_branch_holds_the_very_files(kept: SiteFolder, program: Program) -> None:
    ran = program("deploy", "--no-pdf", *NOW, cwd=kept.root, SOURCE_DATE_EPOCH="1600000000")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("gh-pages: ")
    assert files_of(kept.root, "gh-pages") == kept.files()
    assert git(kept.root, "log", "-1", "--format=%an %cn %ct", "gh-pages") == "Ada Ada 1600000000\n"
    assert git(kept.root, "status", "--porcelain", "--untracked-files=no") == ""
    assert git(kept.root.parent / "remote.git", "branch") == ""
    again = program("deploy", "--no-pdf", "--format", "json", *NOW, cwd=kept.root)
    assert json.loads(again.stdout)["commit"] == ""
    assert git(kept.root, "rev-list", "--count", "gh-pages") == "1\n"


def test_it_pushes_when_asked_and_takes_away_only_what_it_put_there(kept: SiteFolder) -> None:
    assert put(kept, push=True).pushed
    remote = kept.root.parent / "remote.git"
    assert files_of(remote, "gh-pages") == kept.files()
    clone = kept.root.parent / "clone"
    git(kept.root.parent, "clone", "-q", "-b", "gh-pages", str(remote), str(clone))
    (clone / "CNAME").write_text("example.org\n")
    git(clone, "add", "CNAME")
    git(clone, "-c", "user.name=B", "-c", "user.email=b@example.org", "commit", "-qm", "Name")
    git(clone, "push", "-q")
    kept.delete("content/articles/drills.md")
    kept.packet("first", ["tianjin"])
    kept.build_well()
    refused = put(kept, push=True)
    assert [each.code for each in refused.diagnostics] == ["git-failed"]
    git(kept.root, "fetch", "-q")
    git(kept.root, "update-ref", "refs/heads/gh-pages", "refs/remotes/origin/gh-pages")
    assert put(kept, push=True).exit is Exit.DONE
    there = files_of(remote, "gh-pages")
    assert there.pop("CNAME") == b"example.org\n"
    assert there == kept.files()
    assert put(kept, push=True, history=False).exit is Exit.DONE
    assert git(remote, "rev-list", "--count", "gh-pages") == "1\n"
    assert files_of(remote, "gh-pages") == {**kept.files(), "CNAME": b"example.org\n"}


def test_nothing_is_committed_that_may_not_leave(kept: SiteFolder) -> None:
    (kept.built / "index.html").write_text("Buy now")
    refused = put(kept)
    assert refused.exit is Exit.REFUSED
    assert [each.code for each in refused.diagnostics] == ["output-changed"]
    assert git(kept.root, "branch") == ""


def test_it_keeps_off_branches_that_are_not_its_own(kept: SiteFolder) -> None:
    assert [each.code for each in put(kept, branch="main").diagnostics] == ["deploy-branch"]
    assert [each.code for each in put(kept, branch="a..b").diagnostics] == ["deploy-branch"]
    git(kept.root, "add", "briefgen.yaml")
    git(kept.root, "commit", "-qm", "Begin")
    git(kept.root, "branch", "work")
    assert [each.code for each in put(kept, branch="work").diagnostics] == ["deploy-stranger"]
    assert put(kept).exit is Exit.DONE
    kept.edit("briefgen.yaml", "theme: tiny", "deploy: {audiences: [public, desk]}\ntheme: tiny")
    out = str(kept.root / "desk")
    kept.build_well(audience="desk", output=out)
    other = deploy(kept.request(audience="desk", output=out), Target(), Silent())
    assert (other.exit, other.diagnostics[0].code) == (Exit.REFUSED, "deploy-audience")


def test_it_says_so_without_a_repository(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.root.parent))
    site.build_well()
    refused = put(site)
    assert refused.exit is Exit.USAGE
    assert "no git repository" in refused.diagnostics[0].message

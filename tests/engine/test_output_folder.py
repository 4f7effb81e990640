"""What briefgen may touch: what SHA256SUMS lists, and nothing else."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from briefgen.model.request import Exit
from tests.harness import SiteFolder, codes


def test_sha256sum_agrees(site: SiteFolder) -> None:
    site.build_well()
    done = subprocess.run(
        ["sha256sum", "-c", "--strict", "SHA256SUMS"],
        cwd=site.built,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    listed = {line.rpartition(":")[0] for line in done.stdout.splitlines()}
    assert listed == set(site.files()) - {"SHA256SUMS"}


def test_a_strangers_folder_is_refused(site: SiteFolder, tmp_path: Path) -> None:
    folder = tmp_path / "holiday"
    folder.mkdir()
    (folder / "photo.txt").write_text("mine")
    outcome = site.build(output=str(folder))
    assert outcome.exit is Exit.USAGE
    assert codes(outcome) == ["output-refused"]
    assert [path.name for path in folder.iterdir()] == ["photo.txt"]


@pytest.mark.parametrize(
    "output", [".", "..", "content", "content/articles", "themes", ".briefgen/out", ".git"]
)
def test_the_project_itself_is_refused(site: SiteFolder, output: str) -> None:
    before = {path for path in site.root.rglob("*") if ".briefgen" not in path.parts}
    assert site.build(output=output).exit is Exit.USAGE
    assert {path for path in site.root.rglob("*") if ".briefgen" not in path.parts} == before


def test_a_link_is_refused(site: SiteFolder, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert site.build(output=str(tmp_path / "link")).exit is Exit.USAGE


def test_another_audiences_folder_is_refused(site: SiteFolder) -> None:
    site.build_well(audience="desk")
    before = site.files()
    outcome = site.build(audience="public")
    assert outcome.exit is Exit.REFUSED
    assert site.files() == before


def test_a_file_in_the_way_is_not_touched(site: SiteFolder) -> None:
    site.build_well()
    (site.built / "articles/visas.html").write_text("not yours")
    (site.built / "notes.txt").write_text("mine")
    site.article("visas")
    outcome = site.build()
    assert outcome.exit is Exit.CONTENT
    assert "output-stranger" in codes(outcome)
    assert site.page("articles/visas.html") == "not yours"
    (site.built / "articles/visas.html").unlink()
    site.build_well()
    assert site.page("notes.txt") == "mine"


def test_clean_removes_what_was_built_and_no_more(site: SiteFolder) -> None:
    site.build_well()
    (site.built / "notes.txt").write_text("mine")
    outcome = site.clean()
    assert outcome.exit is Exit.DONE
    assert [path.name for path in site.built.rglob("*")] == ["notes.txt"]
    assert not (site.root / ".briefgen").exists()
    assert (site.root / "content/articles/tianjin.md").exists()


def test_clean_twice_is_no_mistake(site: SiteFolder) -> None:
    site.build_well()
    site.clean()
    assert not site.built.exists()
    assert site.clean().exit is Exit.DONE


def test_two_paths_that_collide_are_an_error(site: SiteFolder) -> None:
    site.write("content/articles/2021-08-17-tianjin.md", site.read("content/articles/tianjin.md"))
    assert "slug-taken" in codes(site.build())
    site.delete("content/articles/2021-08-17-tianjin.md")
    site.article("other", more="aliases: [articles/tianjin.html]\n")
    assert "path-taken" in codes(site.build())

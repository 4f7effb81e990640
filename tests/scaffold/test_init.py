"""A new project builds at once, and takes nobody's place."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
import yaml

from briefgen import __version__
from briefgen.build import build
from briefgen.cli.main import main
from briefgen.model.request import Exit, Request
from briefgen.progress import Silent
from briefgen.scaffold.project import start_project

NOW = datetime.datetime(2021, 8, 27, 12, tzinfo=datetime.UTC)
FILES = [
    ".github/workflows/pages.yml",
    ".gitignore",
    "README.md",
    "briefgen.yaml",
    "content/articles/example-tlp-labels.md",
    "content/entities.yaml",
    "content/packets/first-packet.md",
    "content/pages/about.md",
]


def written(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_new_project_builds_at_once_with_its_brief_and_without_a_word(tmp_path: Path) -> None:
    folder = tmp_path / "amu_desk"
    assert start_project(str(folder), NOW.date()).diagnostics == ()
    assert written(folder) == FILES
    outcome = build(Request(root=str(folder), now=NOW), Silent())
    assert (outcome.exit, outcome.diagnostics, outcome.withheld) == (Exit.DONE, (), ())
    assert (folder / "output/packets/first-packet.pdf").exists()
    home = (folder / "output/index.html").read_text(encoding="utf-8")
    assert "Amu desk" in home
    assert "27 August 2021" in (folder / "output/packets/first-packet.html").read_text("utf-8")


def test_the_command_lists_the_files_and_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "briefs", "--now", "2021-08-27T23:30-02:00"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [f"briefs/{path}" for path in FILES]
    assert "  cd briefs\n  briefgen build\n" in said.err
    article = (tmp_path / "briefs" / FILES[4]).read_text(encoding="utf-8")
    assert "date: 2021-08-28\n" in article
    assert "@" not in article + (tmp_path / "briefs/README.md").read_text(encoding="utf-8")
    assert main(["check", "--strict", "-C", "briefs", "-q"]) == 0


def test_without_a_folder_it_begins_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "LICENSE").write_text("mine", encoding="utf-8")
    assert main(["-C", "other", "init"]) == 0
    assert (tmp_path / "other/briefgen.yaml").exists()
    assert main(["-C", "other", "init", "third"]) == 2
    assert not (tmp_path / "third").exists()
    capsys.readouterr()
    assert main(["init"]) == 0
    assert "  cd " not in capsys.readouterr().err
    assert (tmp_path / "briefgen.yaml").exists()


def test_no_project_begins_inside_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path)]) == 0
    before = written(tmp_path)
    assert main(["init", str(tmp_path / "content/articles")]) == 2
    assert f"lies inside the project {tmp_path}." in capsys.readouterr().err
    assert written(tmp_path) == before


def test_nothing_is_overwritten_and_all_that_is_in_the_way_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/entities.yaml").symlink_to("nowhere")
    assert main(["init", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert said.count("error[file-exists]: ") == 2
    assert "README.md is there already" in said
    assert "content/entities.yaml is there already" in said
    assert written(tmp_path) == ["README.md"]
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    (told,) = start_project(str(tmp_path / "file" / "below"), NOW.date()).diagnostics
    assert told.code == "file-exists"
    assert str(tmp_path / "file") in told.message


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("amu-desk", "Amu desk"),
        ("no", "'No'"),
        ("x: #1", "X 1"),
        ("2021", "'2021'"),
        ("---", "My briefs"),
        ("خبرنامه", "خبرنامه"),
    ],
)
def test_the_name_of_the_folder_becomes_the_title(tmp_path: Path, name: str, title: str) -> None:
    folder = tmp_path / name
    start_project(str(folder), NOW.date())
    settings = (folder / "briefgen.yaml").read_text(encoding="utf-8")
    line = next(line for line in settings.splitlines() if line.startswith("title: "))
    assert line.removeprefix("title: ").replace('"', "'") == title
    assert yaml.safe_load(settings)["title"] == title.strip("'")


def test_the_workflow_publishes_hidden_files_and_caches_nothing(tmp_path: Path) -> None:
    start_project(str(tmp_path), NOW.date())
    text = (tmp_path / FILES[0]).read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"]
    steps = jobs["build"]["steps"]
    (upload,) = (s for s in steps if s.get("uses", "").startswith("actions/upload-pages-artifact"))
    assert upload["with"] == {"path": "output", "include-hidden-files": True}
    runs = "\n".join(step.get("run", "") for step in steps)
    assert "briefgen check --format github" in runs
    assert f'"briefgen=={__version__}"' in runs
    assert "actions/cache" not in text
    assert "cache:" not in text
    assert jobs["publish"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_the_workflows_of_this_repository_use_the_same_actions(tmp_path: Path) -> None:
    start_project(str(tmp_path), NOW.date())
    ours = Path(__file__).parents[2] / ".github/workflows"
    texts = [
        file.read_text(encoding="utf-8")
        for file in (tmp_path / FILES[0], ours / "pages.yml", ours / "checks.yml")
    ]
    used = set(re.findall(r"uses: (\S+)", "\n".join(texts)))
    assert len(used) == len({each.partition("@")[0] for each in used}), "one version of each"
    uploads = [yaml.safe_load(text)["jobs"]["build"]["steps"][-1] for text in texts[:2]]
    assert [step["with"]["include-hidden-files"] for step in uploads] == [True, True]

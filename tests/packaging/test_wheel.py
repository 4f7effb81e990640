"""The wheel is enough: installed where there is no checkout, it builds a site."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = ("pyproject.toml", "README.md", "LICENSE", "NOTICE", "briefgen", "themes")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    # Neither the checkout nor the measuring of coverage may leak into what is tried here.
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV_", "COVERAGE_"))}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)


def succeed(*command: str | Path, cwd: Path) -> str:
    done = run(*command, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # From a copy, so that a test leaves nothing in the checkout.
    copy = tmp_path_factory.mktemp("copy")
    for part in PARTS:
        if (ROOT / part).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / part, copy / part, ignore=ignored)
        else:
            shutil.copy(ROOT / part, copy)
    succeed(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist", cwd=copy)
    (built,) = (copy / "dist").glob("*.whl")
    kept = tmp_path_factory.mktemp("wheel") / built.name
    shutil.move(built, kept)
    shutil.rmtree(copy)
    return kept


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an environment that has the wheel, and dependencies, but no checkout."""
    home = tmp_path_factory.mktemp("environment")
    succeed(sys.executable, "-m", "venv", "--without-pip", "venv", cwd=home)
    python = home / "venv/bin/python"
    pip = (sys.executable, "-m", "pip", "--python", python, "--isolated")
    succeed(*pip, "install", "--no-index", "--no-deps", wheel, cwd=home)
    # A path named in a .pth has its own .pth files left unread, so the checkout stays out.
    ours = sysconfig.get_path("purelib")
    (theirs,) = home.glob("venv/lib/python*/site-packages")
    (theirs / "dependencies.pth").write_text(f"{ours}\n", encoding="utf-8")
    return home / "venv/bin"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copy = tmp_path / "a project"
    shutil.copytree(ROOT / "content", copy / "content")
    shutil.copy(ROOT / "briefgen.yaml", copy)
    return copy


def test_it_holds_the_program_the_themes_and_the_licences(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    themes = {
        f"briefgen/_themes/{file.relative_to(ROOT / 'themes').as_posix()}"
        for file in (ROOT / "themes").rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert themes
    assert themes <= names
    assert "briefgen/cli/main.py" in names
    assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE"}
    assert not [name for name in names if name.startswith(("tests", "content", "benchmarks"))]


def test_it_builds_a_site_outside_the_checkout(
    installed: Path, project: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    where = succeed(
        installed / "python", "-c", "import briefgen; print(briefgen.__file__)", cwd=outside
    )
    assert Path(where.strip()).is_relative_to(installed.parent)

    out = tmp_path / "out"
    build = (installed / "briefgen", "build", "-C", project, "--no-pdf", "-o", out)
    succeed(*build, cwd=outside)
    assert (out / "index.html").is_file()
    assert list((out / "assets").rglob("*.css"))
    assert list((out / "assets").rglob("*.woff2"))


def test_its_theme_is_the_one_inside_the_package(
    installed: Path, project: Path, tmp_path: Path
) -> None:
    (package,) = installed.parent.glob("lib/python*/site-packages/briefgen")
    sheets = list((package / "_themes/default/static").rglob("*.css"))
    kept = {sheet: sheet.read_bytes() for sheet in sheets}
    assert kept
    try:
        for sheet in sheets:
            sheet.write_bytes(kept[sheet] + b"\n.from-the-package { color: red }\n")
        build = (installed / "briefgen", "build", "-C", project, "--no-pdf", "-o", tmp_path / "out")
        succeed(*build, cwd=tmp_path)
    finally:
        for sheet, content in kept.items():
            sheet.write_bytes(content)
    published = (tmp_path / "out/assets").rglob("*.css")
    assert any(b"from-the-package" in sheet.read_bytes() for sheet in published)

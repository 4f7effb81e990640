"""The releases of libraries, as they are found without `importlib.metadata`."""

from __future__ import annotations

import importlib.metadata
import sys
import zipfile
from pathlib import Path

import pytest

from briefgen.store.releases import releases_of


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder of the way of imports."""
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    return tmp_path


def test_they_are_those_that_python_tells() -> None:
    names = {each.name for each in importlib.metadata.distributions()}
    assert releases_of(names) == {name: importlib.metadata.version(name) for name in names}


@pytest.mark.parametrize(
    "file", ["Two_Words-1.0.dist-info/METADATA", "two.words.egg-info/PKG-INFO"]
)
def test_notes_may_lie_in_a_folder(place: Path, file: str) -> None:
    note = place / file
    note.parent.mkdir()
    note.write_text("Metadata-Version: 2.1\nVersion: 1.5\n\nVersion: of the description\n")
    assert releases_of(["two-words"]) == {"two-words": "1.5"}


def test_notes_may_be_a_file_or_a_link(place: Path) -> None:
    (place / "one-2.egg-info").write_text("Name: one\nVersion: 2\n")
    (place / "elsewhere").mkdir()
    (place / "elsewhere" / "METADATA").write_text("Version: 3\n")
    (place / "other-3.dist-info").symlink_to(place / "elsewhere")
    assert releases_of(["one", "other"]) == {"one": "2", "other": "3"}


def test_the_first_counts(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, release in (("near", "2"), ("far", "1")):
        (place / folder).mkdir()
        (place / folder / f"one-{release}.egg-info").write_text(f"Version: {release}\n")
    way = ["missing", "far.zip", "near", "far"]
    monkeypatch.setattr(sys, "path", [str(place / each) for each in way])
    assert releases_of(["one", "none"]) == {"one": "2", "none": ""}


def test_a_library_may_be_packed(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(place / "all.zip", "w") as packed:
        packed.writestr("one-4.dist-info/METADATA", "Name: one\nVersion: 4\n")
    monkeypatch.setattr(sys, "path", [str(place / "all.zip")])
    assert releases_of(["one", "none"]) == {"one": "4", "none": ""}

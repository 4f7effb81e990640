"""Which events concern the site, and where they are looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.preview.places import Place, places_for, resolved
from briefgen.preview.scope import Scope

SCOPE = Scope(
    watched=("/p/briefgen.yaml", "/p/content", "/p/themes/own", "/srv/captures"),
    output=("/p/output", "/p/content/built"),
)


@pytest.mark.parametrize(
    "path",
    [
        "/p/briefgen.yaml",
        "/p/content",
        "/p/content/articles/a.md",
        "/p/content/articles/a.tmp",  # unless scanning passes it over, so must nobody
        "/p/themes",  # with it comes or goes what is in it
        "/srv",
        "/srv/captures/x.txt",
        "/p",
    ],
)
def test_what_concerns_the_site(path: str) -> None:
    assert SCOPE.concerns(path)


@pytest.mark.parametrize(
    "path",
    [
        "/p/output",
        "/p/output/index.html",
        "/p/content/built/index.html",
        "/p/README.md",
        "/p/briefgen.yaml.bak",
        "/p/content2/a.md",
        "/p/themes/other/a.css",
        "/p/content/.git/index",
        "/p/content/articles/.a.md.swp",
        "/p/content/articles/.#a.md",
        "/p/content/articles/a.md~",
        "/p/content/articles/#a.md#",
        "/p/content/articles/4913",
        "/p/content/articles/a.md___jb_tmp___",
        "/p/content/articles/a.md.swp",
        "/srv/other",
    ],
)
def test_what_does_not(path: str) -> None:
    assert not SCOPE.concerns(path)


@pytest.mark.parametrize(
    ("path", "structural"),
    [
        ("/p/content", True),
        ("/p/themes", True),
        ("/p", True),
        ("/p/content/articles", False),
        ("/p/contents", False),
    ],
)
def test_when_the_watches_themselves_are_at_stake(path: str, structural: bool) -> None:  # noqa: FBT001
    assert SCOPE.is_structural(path) is structural


def test_folders_are_watched_from_above_too_and_files_by_their_folder(tmp_path: Path) -> None:
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "briefgen.yaml").touch()
    watched = ("briefgen.yaml", "content", "content/articles", "content/entities.yaml", "a/b/c")
    assert places_for(tuple(str(tmp_path / each) for each in watched)) == {
        Place(folder=str(tmp_path), deep=False),
        Place(folder=str(tmp_path / "content"), deep=True),
    }


def test_a_link_is_followed_and_seen_itself(tmp_path: Path) -> None:
    (tmp_path / "far" / "texts").mkdir(parents=True)
    (tmp_path / "p").mkdir()
    link = tmp_path / "p" / "content"
    link.symlink_to(tmp_path / "far" / "texts")
    assert set(resolved((str(link),))) == {str(link), str(tmp_path / "far" / "texts")}
    assert places_for((str(link),)) == {
        Place(folder=str(tmp_path / "p"), deep=False),
        Place(folder=str(tmp_path / "far" / "texts"), deep=True),
    }

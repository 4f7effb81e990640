"""Ahead of a build a process that watches publishes the page whose text was edited; whatever it is
not sure of, it leaves to the build."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from hashlib import sha256

import pytest

from briefgen.build.first import publish_first
from briefgen.build.lock import locked
from briefgen.build.workbench import Workbench
from briefgen.progress import Silent
from tests.harness import NOON, SETTINGS, SiteFolder

TIANJIN = "content/articles/tianjin.md"
PAGE = "articles/tianjin.html"
DAY = datetime.timedelta(days=1)


class Watched:
    """A site that one process builds again and again."""

    def __init__(self, site: SiteFolder) -> None:
        self.site = site
        self.bench = Workbench()
        self.build()

    def build(self, **options: object) -> None:
        self.site.build(bench=self.bench, **options)

    def first(self, *paths: str, **options: object) -> tuple[str, ...]:
        """What is published at once when these files are reported."""
        changed = tuple(str(self.site.root / path) for path in paths or (TIANJIN,))
        return publish_first(self.bench, self.site.request(changed=changed, **options), Silent())


@pytest.fixture
def watched(site: SiteFolder) -> Watched:
    site.article("drills", body="Further.", topic="Security", person="Zamir Kabulov")
    return Watched(site)


def test_a_body(watched: Watched) -> None:
    for text in ("Another body.", "A third body."):
        watched.site.write(TIANJIN, watched.site.read(TIANJIN) + f"\n{text}\n")
        assert watched.first() == (PAGE,)
        made = watched.site.files()
        assert text.encode() in made[PAGE]
        # The build that follows finds the page in its place.
        outcome = watched.site.build(bench=watched.bench)
        assert PAGE in outcome.rendered
        assert PAGE not in outcome.written
        after = watched.site.files()
        assert made[PAGE] == after[PAGE]
        assert after == watched.site.clean_build()


def test_edits_one_after_the_other_before_any_build(watched: Watched) -> None:
    before = watched.site.read(TIANJIN)
    for text in ("One.", "Two.", "Three."):
        watched.site.write(TIANJIN, before + f"\n{text}\n")
        assert watched.first() == (PAGE,)
        assert text in watched.site.page(PAGE)
        # Whatever happens now, what lies there is known to be ours.
        listed = watched.site.page("SHA256SUMS").splitlines()
        assert f"{sha256(watched.site.files()[PAGE]).hexdigest()}  {PAGE}" in listed
    watched.site.build(bench=watched.bench)
    assert watched.site.files() == watched.site.clean_build()


def test_a_process_that_is_stopped_in_between_leaves_a_folder_that_heals(watched: Watched) -> None:
    watched.site.write(TIANJIN, watched.site.read(TIANJIN) + "\nMore.\n")
    assert watched.first()
    watched.site.build_well()
    assert watched.site.files() == watched.site.clean_build()


def _title(site: SiteFolder) -> None:
    site.edit(TIANJIN, "title: Tianjin", "title: In Tianjin")


def _broken(site: SiteFolder) -> None:
    site.edit(TIANJIN, "title: Tianjin", "titel: Tianjin")


def _gone(site: SiteFolder) -> None:
    site.edit("content/packets/first.md", "tianjin, ", "")
    site.delete(TIANJIN)


def _link(site: SiteFolder) -> None:
    site.write(TIANJIN, site.read(TIANJIN) + "\nSee [[first]].\n")


def _complaint(site: SiteFolder) -> None:
    site.write(TIANJIN, site.read(TIANJIN) + "\nLorem ipsum dolor sit amet. TODO\n")


def _page_damaged(site: SiteFolder) -> None:
    """Somebody else wrote into the folder meanwhile."""
    site.write(TIANJIN, site.read(TIANJIN) + "\nMore.\n")
    with (site.built / "SHA256SUMS").open("a") as file:
        file.write("\n")


@pytest.mark.parametrize("edit", [_title, _broken, _gone, _link, _complaint, _page_damaged])
def test_what_is_left_to_the_build(watched: Watched, edit: Callable[[SiteFolder], None]) -> None:
    edit(watched.site)
    before = watched.site.files()
    assert watched.first() == ()
    assert watched.site.files() == before


@pytest.mark.parametrize("path", ["briefgen.yaml", "themes/tiny/templates/base.html"])
def test_another_file_beside_it(watched: Watched, path: str) -> None:
    watched.site.write(TIANJIN, watched.site.read(TIANJIN) + "\nMore.\n")
    assert watched.first(TIANJIN, path) == ()


def test_an_article_with_a_snapshot_is_proved_first(site: SiteFolder) -> None:
    site.write("content/sources/talks.txt", "We shall see.\n")
    site.edit(TIANJIN, "  title: A report", "  title: A report\n  snapshot: talks.txt")
    watched = Watched(site)
    site.write(TIANJIN, site.read(TIANJIN) + "\nMore.\n")
    assert watched.first() == ()


def test_a_packet_is_left_to_the_build(watched: Watched) -> None:
    """What it quotes may not stand in the captured texts of its articles."""
    path = "content/packets/first.md"
    watched.site.write(path, watched.site.read(path) + "\nMore.\n")
    assert watched.first(path) == ()


def test_an_instant_that_falls_due(site: SiteFolder) -> None:
    site.edit(TIANJIN, "people:", f"expires: {(NOON + DAY).isoformat()}\npeople:")
    watched = Watched(site)
    site.write(TIANJIN, site.read(TIANJIN) + "\nMore.\n")
    assert watched.first(now=NOON + DAY) == ()
    assert watched.first(now=NOON + DAY / 2) == (PAGE,)


def test_another_request(watched: Watched) -> None:
    watched.site.write(TIANJIN, watched.site.read(TIANJIN) + "\nMore.\n")
    assert watched.first(audience="desk") == ()
    assert watched.first(strict=True) == ()


def test_after_a_build_that_failed(watched: Watched) -> None:
    watched.site.edit("content/articles/drills.md", "title: Drills", "titel: Drills")
    watched.build()
    watched.site.write(TIANJIN, watched.site.read(TIANJIN) + "\nMore.\n")
    assert watched.first() == ()


def test_while_another_builds(watched: Watched) -> None:
    watched.site.write(TIANJIN, watched.site.read(TIANJIN) + "\nMore.\n")
    with locked(os.path.realpath(watched.site.root), Silent()):
        assert watched.first() == ()


def test_an_article_that_is_withheld(site: SiteFolder) -> None:
    site.write("briefgen.yaml", SETTINGS)
    site.article("closed", more="tlp: AMBER\n")
    watched = Watched(site)
    path = "content/articles/closed.md"
    site.write(path, site.read(path) + "\nMore.\n")
    assert watched.first(path) == ()

"""A build where nothing happened takes over the last outcome, and anything at all undoes that."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable

import msgspec
import pytest

from briefgen import files
from briefgen.build import building, front, standing
from briefgen.model.request import Exit, Outcome
from briefgen.render.brief import fingerprint
from briefgen.scan import listing
from tests.harness import NOON, SETTINGS, SiteFolder

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def built(site: SiteFolder) -> SiteFolder:
    site.write("content/sources/talks.txt", "We shall see.\n")
    site.build_well()
    return site


def stands(site: SiteFolder, **options: object) -> bool:
    """Whether the next build has nothing to load."""

    def never(*_: object) -> Outcome:
        raise AssertionError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "build_anew", never)
        try:
            site.build(**options)
        except AssertionError:
            return False
    return True


def test_nothing_happened(built: SiteFolder) -> None:
    first = built.build()
    assert stands(built)
    assert stands(built, now=NOON + HOUR)
    assert stands(built, jobs=7)
    again = built.build()
    assert (again.fresh, again.total, again.exit) == (first.total, first.total, Exit.DONE)
    assert again.withheld == first.withheld
    assert again.watched == first.watched


def _edit_same_size(site: SiteFolder) -> None:
    site.edit("content/articles/tianjin.md", "A body.", "A bird.")


def _add(site: SiteFolder) -> None:
    site.article("new")


def _delete(site: SiteFolder) -> None:
    site.article("gone")
    site.build_well()
    assert stands(site)
    (site.root / "content/articles/gone.md").unlink()


def _settings(site: SiteFolder) -> None:
    site.write("briefgen.yaml", SETTINGS.replace("Amu Desk", "Syr Desk"))


def _entities(site: SiteFolder) -> None:
    site.write("content/entities.yaml", "people:\n  - name: Zamir Kabulov\n")


def _snapshot(site: SiteFolder) -> None:
    site.write("content/sources/talks.txt", "We shall not.\n")


def _template(site: SiteFolder) -> None:
    site.edit("themes/tiny/templates/base.html", "<main>", "<main >")


def _another_theme(site: SiteFolder) -> None:
    site.write("themes/default/theme.yaml", "name: default\n")


def _damage(site: SiteFolder) -> None:
    page = site.built / "index.html"
    page.write_bytes(page.read_bytes().replace(b"a", b"b"))


def _lose(site: SiteFolder) -> None:
    (site.built / ".nojekyll").unlink()


def _lose_the_manifest(site: SiteFolder) -> None:
    (site.built / "SHA256SUMS").unlink()


def _replace_by_the_same(site: SiteFolder) -> None:
    path = site.root / "content/articles/tianjin.md"
    path.with_suffix(".new").write_bytes(path.read_bytes())
    os.replace(path.with_suffix(".new"), path)  # noqa: PTH105  as editors do


HAPPENINGS: tuple[Callable[[SiteFolder], None], ...] = (
    _edit_same_size,
    _add,
    _delete,
    _settings,
    _entities,
    _snapshot,
    _template,
    _another_theme,
    _damage,
    _lose,
    _lose_the_manifest,
    _replace_by_the_same,
)


@pytest.mark.parametrize("happen", HAPPENINGS)
def test_it_does_not_stand(built: SiteFolder, happen: Callable[[SiteFolder], None]) -> None:
    assert stands(built)
    happen(built)
    assert not stands(built)


@pytest.mark.parametrize(
    "asked",
    [
        {"audience": "desk"},
        {"drafts": True},
        {"strict": True},
        {"base_url": "https://example.org/other/"},
        {"keep_going": True},
        {"cache": False},
        {"now": NOON - HOUR},
    ],
)
def test_another_request_is_another_matter(built: SiteFolder, asked: dict[str, object]) -> None:
    assert not stands(built, **asked)


def test_an_instant_that_falls_due_undoes_it(site: SiteFolder) -> None:
    site.article("later", more=f"embargo: {(NOON + HOUR).isoformat()}\n")
    site.build_well()
    assert stands(site, now=NOON + HOUR / 2)
    assert not stands(site, now=NOON + HOUR)
    assert "articles/later.html" in site.build(now=NOON + HOUR).written


def test_a_warning_is_told_again(built: SiteFolder) -> None:
    built.write("briefgen.yaml", SETTINGS + "checks: {date-missing: warning}\n")
    built.edit("content/articles/tianjin.md", "date: 2021-08-16\nsummary", "summary")
    told = built.build().diagnostics
    assert {each.code for each in told} == {"date-missing"}
    assert stands(built)
    assert built.build().diagnostics == told


def test_a_warning_of_a_day_to_come_goes_when_it_comes(site: SiteFolder) -> None:
    day = (NOON + HOUR).isoformat()
    site.article("fixed", more=f"corrections:\n  - {{date: {day}, note: A slip.}}\n")
    assert site.build().diagnostics
    assert site.build(now=NOON + HOUR).diagnostics == ()


def test_a_build_with_errors_is_not_what_stands(built: SiteFolder) -> None:
    built.edit("content/articles/tianjin.md", "title: Tianjin", "titel: Tianjin")
    assert built.build().exit is Exit.CONTENT
    assert not stands(built)


def test_another_briefgen_builds_anew(built: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front, "source_digest", lambda: "another")
    assert not stands(built)


def test_another_platform_makes_other_briefs(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.build_well(pdf=True)
    assert stands(site, pdf=True)
    monkeypatch.setattr(fingerprint, "platform_digest", lambda: "another")
    assert not stands(site, pdf=True)


def test_what_is_as_young_as_the_clocks_grain_is_known_by_its_digest(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However soon builds follow one another, the second has nothing to do; but an edit within one
    tick of the clock, which leaves the stat as it was, is seen."""
    monkeypatch.setattr(listing, "FINE_NS", 3_600 * 10**9)
    # What no listing has is old enough.
    old = site.root.stat().st_mtime_ns - 7_200 * 10**9 - 1
    for path in site.root.rglob("*.yaml"):
        os.utime(path, ns=(old, old))
    monkeypatch.setattr(standing, "is_racy", lambda stat, _: stat.mtime_ns > old)
    site.build_well()
    assert stands(site)
    path = site.root / "content/articles/tianjin.md"
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"A body.", b"A bird."))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    walked = files.walk
    monkeypatch.setattr(
        files,
        "walk",
        lambda folder: (
            (name, msgspec.structs.replace(stat, ctime_ns=before.st_ctime_ns))
            if name.endswith("tianjin.md")
            else (name, stat)
            for name, stat in walked(folder)
        ),
    )
    assert not stands(site)
    assert site.build_well().written == ("articles/tianjin.html",)


def test_a_young_file_that_no_listing_has_is_not_trusted(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "is_racy", lambda *_: True)
    site.build_well()
    assert not stands(site)

"""Where only bodies changed, the plan of the last build stands: nothing is joined, checked or
planned. Anything else makes it anew."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from briefgen.build import anew
from briefgen.build.survey import Site, plan_from
from briefgen.model.request import Exit, Search
from briefgen.store.cache import CACHE_FOLDER, FILE_NAME
from tests.harness import NOON, SETTINGS, SiteFolder, codes

INDEX = "search/pagefind/pagefind-entry.json"
TIANJIN = "content/articles/tianjin.md"
DAY = datetime.timedelta(days=1)


def surveyed(site: SiteFolder, **options: object) -> bool:
    """Whether a build made the plan anew. It must come to what a clean build makes."""
    calls = []

    def plan(*given: object) -> Site:
        calls.append(given)
        return plan_from(*given)  # type: ignore[arg-type]  # passed on as they came

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(anew, "plan_from", plan)
        site.build_well(**options)
    made = site.files()
    assert made == site.clean_build(**options)
    return bool(calls)


@pytest.fixture
def built(site: SiteFolder) -> SiteFolder:
    site.build_well()
    return site


def test_a_body(built: SiteFolder) -> None:
    built.edit(TIANJIN, "A body.", "Another body.")
    assert not surveyed(built)
    assert "Another body." in built.page("articles/tianjin.html")
    built.write(TIANJIN, built.read(TIANJIN) + "\nAnd more.\n")
    assert not surveyed(built)


def _title(site: SiteFolder) -> None:
    site.edit(TIANJIN, "title: Tianjin", "title: In Tianjin")


def _link(site: SiteFolder) -> None:
    site.write(TIANJIN, site.read(TIANJIN) + "\nSee [[first]].\n")


def _template(site: SiteFolder) -> None:
    site.edit("themes/tiny/templates/base.html", "<main>", "<main class='new'>")


def _setting(site: SiteFolder) -> None:
    site.write("briefgen.yaml", SETTINGS.replace("Amu Desk", "Syr Desk"))


def _entity(site: SiteFolder) -> None:
    site.write(
        "content/entities.yaml", "people:\n  - name: Zamir Kabulov\n    description: Envoy.\n"
    )


def _add(site: SiteFolder) -> None:
    site.article("new")


def _lose_a_list(site: SiteFolder) -> None:
    (site.built / "index.html").unlink()


def _lose_what_is_kept(site: SiteFolder) -> None:
    site.edit(TIANJIN, "A body.", "Another body.")
    with closing(sqlite3.connect(site.root / CACHE_FOLDER / FILE_NAME)) as database:
        database.execute("DELETE FROM form")
        database.commit()


def _spoil_what_is_kept(site: SiteFolder) -> None:
    site.edit(TIANJIN, "A body.", "Another body.")
    with closing(sqlite3.connect(site.root / CACHE_FOLDER / FILE_NAME)) as database:
        database.execute(
            "UPDATE form SET value = (SELECT value FROM form WHERE path = ?)", ("about.html",)
        )
        database.commit()


@pytest.mark.parametrize(
    "edit",
    [
        _title,
        _link,
        _setting,
        _entity,
        _add,
        _lose_what_is_kept,
        _spoil_what_is_kept,
    ],
)
def test_anything_else(built: SiteFolder, edit: Callable[[SiteFolder], None]) -> None:
    edit(built)
    assert surveyed(built)


@pytest.mark.parametrize("edit", [_template, _lose_a_list])
def test_what_is_made_of_the_same_views(
    built: SiteFolder, edit: Callable[[SiteFolder], None]
) -> None:
    edit(built)
    assert not surveyed(built)


def test_a_brief_and_the_index_are_made_of_what_is_kept(site: SiteFolder) -> None:
    options = {"pdf": True, "search": Search.NOW}
    site.build_well(**options)
    site.edit(TIANJIN, "A body.", "Another body.")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(anew, "plan_from", None)
        made = site.build_well(**options).rendered
    assert {"articles/tianjin.html", "packets/first.pdf", INDEX} <= set(made)
    kept, clean = site.files(), site.clean_build(**options)
    assert kept["packets/first.pdf"] == clean["packets/first.pdf"]


def test_a_form_that_another_build_left(built: SiteFolder) -> None:
    """What is planned is not what was built: the build ended at a mistake."""
    base = "themes/tiny/templates/base.html"
    built.edit(TIANJIN, "title: Tianjin", "title: In Tianjin")
    built.edit(base, "<main>", "<main>{{ nothing }}")
    assert built.build().exit is Exit.CONTENT
    built.edit(TIANJIN, "title: In Tianjin", "title: Tianjin")
    built.edit(base, "<main>{{ nothing }}", "<main class='new'>")
    assert surveyed(built)
    built.edit(base, "class='new'", "class='newer'")
    assert not surveyed(built)


def test_a_lost_page_is_written_again(built: SiteFolder) -> None:
    (built.built / "articles/tianjin.html").unlink()
    assert not surveyed(built)
    assert "A body." in built.page("articles/tianjin.html")


def test_an_instant_that_falls_due(site: SiteFolder) -> None:
    site.article("later", more=f"embargo: {(NOON + DAY).isoformat()}\n")
    site.build_well()
    site.edit(TIANJIN, "A body.", "Another body.")
    assert not surveyed(site, now=NOON + DAY / 2)
    site.edit(TIANJIN, "Another body.", "A third.")
    assert surveyed(site, now=NOON + DAY)
    site.edit(TIANJIN, "A third.", "A fourth.")
    # An earlier instant than the plan was made for.
    assert surveyed(site, now=NOON)


def test_what_is_told_of_a_place_moves_with_it(site: SiteFolder) -> None:
    site.article("tianjin", person="Zamir Kabulof")
    site.write("content/entities.yaml", "people: [{name: Zamir Kabulov}]\n")
    (first,) = site.build_well().diagnostics
    site.edit(TIANJIN, "title: Tianjin", "# This moves what stands below it.\ntitle: Tianjin")
    assert not surveyed(site)
    (then,) = site.build_well().diagnostics
    assert (first.code, then.code) == ("name-near", "name-near")
    assert then.mark.line == first.mark.line + 1
    site.edit(TIANJIN, "people:", "silence: {name-near: that is how he signs}\npeople:")
    assert not surveyed(site)
    assert codes(site.build_well()) == []


def test_another_output_folder(built: SiteFolder) -> None:
    elsewhere = str(built.root / "elsewhere")
    assert built.build_well(output=elsewhere).rendered
    built.edit(TIANJIN, "A body.", "Another body.")
    built.build_well(output=elsewhere)
    assert not surveyed(built)

"""Which files an edit renders: no more than it must, and never fewer."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3

import pytest

from briefgen.build import ground
from briefgen.diagnostics import error
from briefgen.model.request import Exit
from tests.harness import SiteFolder, codes


def test_a_second_build_does_nothing(site: SiteFolder) -> None:
    first = site.build_well()
    before = {path: (site.built / path).stat().st_mtime_ns for path in site.files()}
    second = site.build_well()
    assert first.rendered
    assert second.rendered == second.written == second.removed == ()
    assert second.fresh == second.total == len(first.rendered)
    assert before == {path: (site.built / path).stat().st_mtime_ns for path in site.files()}


def test_a_body_renders_its_own_page_and_the_data_of_its_packet(site: SiteFolder) -> None:
    site.build_well()
    site.edit("content/articles/tianjin.md", "A body.", "Another body.")
    outcome = site.build_well()
    assert set(outcome.rendered) == {"articles/tianjin.html", "packets/first.json"}
    # The data of a packet have no body of an article: what is made anew is the same.
    assert set(outcome.written) <= set(outcome.rendered)
    assert "Another body." in site.page("articles/tianjin.html")


def test_a_title_renders_the_pages_that_show_it(site: SiteFolder) -> None:
    site.build_well()
    site.edit("content/articles/tianjin.md", "title: Tianjin", "title: In Tianjin")
    outcome = site.build_well()
    assert set(outcome.rendered) == {
        "articles/tianjin.html",
        "articles/drills.html",  # its neighbour in the packet
        "packets/first.html",
        "packets/first.json",
        "index.html",
        "archive/index.html",
        "people/wang-yi.html",
        "topics/diplomacy.html",
        "publishers/the-gazette.html",
        "feed.xml",
        "feed.json",
        "topics/diplomacy/feed.xml",
        "topics/diplomacy/feed.json",
    }


def test_a_template_renders_the_pages_that_looked_it_up(site: SiteFolder) -> None:
    site.build_well()
    site.edit("themes/tiny/templates/term.html", "<h1>", "<h1 class='term'>")
    outcome = site.build_well()
    assert outcome.rendered
    assert all(
        path.split("/")[0] in {"people", "topics", "publishers"} for path in outcome.rendered
    )
    assert not any(path.endswith("index.html") for path in outcome.rendered)


def test_a_template_that_appears_is_noticed(site: SiteFolder) -> None:
    """The include was looked up in vain, and that was written down."""
    site.build_well()
    site.write("themes/tiny/templates/banner.html", "<p>Attention</p>\n")
    outcome = site.build_well()
    assert "articles/tianjin.html" in outcome.rendered
    assert "Attention" in site.page("articles/tianjin.html")


def test_a_style_sheet_has_a_new_name_and_the_old_one_goes(site: SiteFolder) -> None:
    site.build_well()
    old = {path for path in site.files() if path.startswith("assets/tiny.")}
    site.edit("themes/tiny/static/tiny.css", "color", "outline-color: red; color")
    outcome = site.build_well()
    new = {path for path in site.files() if path.startswith("assets/tiny.")}
    assert len(old) == len(new) == 1
    assert old != new
    assert set(outcome.removed) == old


def test_touching_without_change_renders_nothing(site: SiteFolder) -> None:
    site.build_well()
    for path in site.root.rglob("*.md"):
        os.utime(path)
    assert site.build_well().rendered == ()


def test_a_new_article_touches_only_what_lists_it(site: SiteFolder) -> None:
    site.build_well()
    site.article("visas", topic="Travel", person="Wang Yi", publisher="Other")
    rendered = set(site.build_well().rendered)
    assert "articles/tianjin.html" not in rendered
    assert "packets/first.html" not in rendered
    assert {"articles/visas.html", "topics/travel.html", "people/wang-yi.html"} <= rendered


def test_a_deleted_article_leaves_no_trace(site: SiteFolder) -> None:
    site.build_well()
    site.article("visas", title="Visa rules", topic="Travel")
    site.build_well()
    site.delete("content/articles/visas.md")
    outcome = site.build_well()
    assert {"articles/visas.html", "topics/travel.html"} <= set(outcome.removed)
    assert not any(b"Visa rules" in data for data in site.files().values())


def test_the_cache_may_go_at_any_time(site: SiteFolder) -> None:
    site.build_well()
    before = site.files()
    shutil.rmtree(site.root / ".briefgen")
    outcome = site.build_well()
    assert outcome.written == ()
    assert site.files() == before


def test_a_cache_full_of_rubbish_is_emptied(site: SiteFolder) -> None:
    site.build_well()
    (site.root / ".briefgen/cache.sqlite").write_bytes(b"not a database" * 500)
    for extra in site.root.glob(".briefgen/cache.sqlite-*"):
        extra.unlink()
    assert site.build_well().written == ()


def test_a_cache_of_another_layout_is_emptied(site: SiteFolder) -> None:
    site.build_well()
    with contextlib.closing(sqlite3.connect(site.root / ".briefgen/cache.sqlite")) as cache:
        cache.execute("DROP TABLE body")
        cache.execute("CREATE TABLE body (digest TEXT)")
        cache.execute("UPDATE blob SET value='another' WHERE name='version'")
        cache.commit()
    assert site.build_well().written == ()


def test_a_damaged_output_file_is_written_again(site: SiteFolder) -> None:
    site.build_well()
    good = site.files()
    (site.built / "index.html").write_text("vandalised")
    (site.built / "articles/drills.html").unlink()
    outcome = site.build_well()
    assert set(outcome.written) == {"index.html", "articles/drills.html"}
    assert site.files() == good


def test_with_errors_the_last_good_output_stays(site: SiteFolder) -> None:
    site.build_well()
    good = site.files()
    site.edit("content/articles/tianjin.md", "title:", "titel:")
    site.edit("content/articles/drills.md", "A body.", "Another body.")
    assert site.build().exit is Exit.CONTENT
    assert site.files() == good
    site.edit("content/articles/tianjin.md", "titel:", "title:")
    assert set(site.build_well().rendered) == {"articles/drills.html", "packets/first.json"}


def test_keep_going_builds_the_rest(site: SiteFolder) -> None:
    site.edit("content/articles/tianjin.md", "title:", "titel:")
    outcome = site.build(keep_going=True)
    assert outcome.exit is Exit.CONTENT
    assert (site.built / "articles/drills.html").exists()
    assert not (site.built / "articles/tianjin.html").exists()
    assert "drills.html" in site.page("packets/first.html")


def test_all_problems_of_all_files_in_one_report(site: SiteFolder) -> None:
    site.edit("content/articles/tianjin.md", "title:", "titel:")
    site.edit("content/articles/drills.md", "date: 2021-08-10", "date: 2021-02-30")
    site.packet("second", ["tianjin", "no-such-thing"])
    outcome = site.build()
    paths = {each.path for each in outcome.diagnostics}
    assert {
        "content/articles/tianjin.md",
        "content/articles/drills.md",
        "content/packets/second.md",
    } <= paths
    assert "article-unknown" in codes(outcome)


def test_one_mistake_is_told_once(site: SiteFolder) -> None:
    """What refers to a broken item is not wrong for that."""
    site.article("third", body="See [[tianjin]] and [it](tianjin.md).", more="related: [tianjin]\n")
    site.edit("content/articles/tianjin.md", "title:", "titel:")
    paths = {each.path for each in site.build().diagnostics}
    assert paths == {"content/articles/tianjin.md"}


def test_without_a_library_the_pages_are_built_and_lead_to_no_brief(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = (error("library-missing", "Pango is not installed; briefs need it."),)
    monkeypatch.setattr(ground, "missing_libraries", lambda: missing)
    outcome = site.build(pdf=True)
    assert outcome.exit is Exit.LIBRARY
    assert codes(outcome) == ["library-missing"]
    assert (site.built / "index.html").exists()
    assert not any(path.endswith(".pdf") for path in site.files())
    site.edit("content/articles/tianjin.md", "title:", "titel:")
    assert site.build(pdf=True).exit is Exit.CONTENT


def test_a_theme_mistake_names_the_template_and_its_line(site: SiteFolder) -> None:
    site.build_well()
    good = site.files()
    site.edit("themes/tiny/templates/term.html", "<h1>", "\n{{ page.no_such_field }}<h1>")
    outcome = site.build()
    (problem,) = [each for each in outcome.diagnostics if each.code == "template-undefined"]
    assert problem.path == "themes/tiny/templates/term.html"
    assert problem.mark.line == 4
    assert site.files() == good


@pytest.mark.parametrize(
    ("printed", "what"), [("page", "a `TermView`"), ("page.years", "a row of values")]
)
def test_a_template_prints_parts_and_never_a_whole_view(
    site: SiteFolder, printed: str, what: str
) -> None:
    """All that the view holds would stand on the page, though one field of it was meant."""
    site.edit("themes/tiny/templates/term.html", "<h1>", f"{{{{ {printed} }}}}<h1>")
    told = site.build().diagnostics
    assert {each.code for each in told} == {"template-error"}
    assert what in told[0].message


def test_an_unknown_asset_is_told_with_the_nearest(site: SiteFolder) -> None:
    site.edit("themes/tiny/templates/base.html", "asset('tiny.css')", "asset('tinny.css')")
    (problem,) = site.build().diagnostics
    assert problem.code == "asset-missing"
    assert "tiny.css" in problem.hint

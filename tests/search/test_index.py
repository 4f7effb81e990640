"""The index of the search page: made of the published set, when asked for, and of nothing else."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import pytest

from briefgen.build import search
from briefgen.cli.main import main
from briefgen.model.request import Exit, Outcome, Search
from briefgen.plan.views.index import SearchIndex
from briefgen.plan.views.pages import AnyContent
from briefgen.render.search import pagefind
from briefgen.render.search.pagefind import PagefindError
from briefgen.render.search.records import search_records
from briefgen.resolve import published
from tests.harness import SiteFolder, codes
from tests.leaks.planted import TITLE, hide

ENTRY = "search/pagefind/pagefind-entry.json"
QUOTED = """\
statements:
  - {speaker: Zamir Kabulov, quote: We shall see what comes of it., date: 2021-07-08}
key_points: [Barley is dear.]
"""
Fragment = dict[str, object]


def build(site: SiteFolder) -> Outcome:
    return site.build_well(search=Search.NOW)


def index_files(site: SiteFolder) -> set[str]:
    return {path for path in site.files() if path.startswith("search/pagefind/")}


def fragments(site: SiteFolder) -> dict[str, Fragment]:
    """What can be found, by address."""
    found: dict[str, Fragment] = {}
    for path in index_files(site):
        if path.endswith(".pf_fragment"):
            text = gzip.decompress((site.built / path).read_bytes()).decode()
            fragment = json.loads(text[text.index("{") :])
            found[fragment["url"]] = fragment
    return found


def test_every_item_and_statement_is_fed_with_its_filters(site: SiteFolder) -> None:
    site.article("tianjin", person="Wang Yi", body="Of *oats* and rye.", more=QUOTED)
    build(site)
    found = fragments(site)
    assert set(found) == {
        "articles/drills.html",
        "articles/tianjin.html",
        "articles/tianjin.html#statement-1",
        "packets/first.html",
        "about.html",
    }
    article = found["articles/tianjin.html"]
    assert "Of oats and rye." in str(article["content"])
    assert "Barley is dear." in str(article["content"])
    assert article["filters"] == {
        "kind": ["article"],
        "year": ["2021"],
        "topic": ["Diplomacy"],
        "person": ["Wang Yi", "Zamir Kabulov"],
        "publisher": ["The Gazette"],
    }
    said = found["articles/tianjin.html#statement-1"]
    assert said["content"] == "“We shall see what comes of it.”"
    assert said["meta"] == {"title": "Zamir Kabulov", "date": "8 July 2021"}


def test_what_became_of_it_is_said(site: SiteFolder) -> None:
    site.article("tianjin", more=QUOTED)
    site.article("denial", more="disputes: [{article: tianjin, note: It was not so.}]\n")
    site.article("gone", more="corrections: [{date: 2021-08-20, kind: retraction, note: No.}]\n")
    build(site)
    found = {url: each["meta"] for url, each in fragments(site).items()}
    for url, marks in (
        ("articles/tianjin.html", "≠"),
        ("articles/tianjin.html#statement-1", "≠"),
        ("articles/denial.html", None),
    ):
        meta = found[url]
        assert isinstance(meta, dict)
        assert meta.get("marks") == marks, url
    gone = found["articles/gone.html"]
    assert isinstance(gone, dict)
    assert gone["title"] == "Retracted: Gone"


def test_its_files_are_listed_and_nothing_is_made_twice(site: SiteFolder) -> None:
    build(site)
    listed = site.page("SHA256SUMS")
    assert all(path in listed for path in index_files(site))
    assert ENTRY in index_files(site)
    again = build(site)
    assert again.written == ()
    assert again.rendered == ()


def test_a_lost_file_of_it_is_healed(site: SiteFolder) -> None:
    build(site)
    before = fragments(site)
    lost = next(path for path in sorted(index_files(site)) if path.endswith(".pf_fragment"))
    site.delete(f"output/{lost}")
    build(site)
    assert fragments(site) == before
    assert build(site).written == ()


def test_an_edit_makes_it_anew_and_leaves_nothing_of_the_old(site: SiteFolder) -> None:
    site.article("tianjin", body="Of oats.")
    build(site)
    site.edit("content/articles/tianjin.md", "Of oats.", "Of rye.")
    outcome = build(site)
    assert ENTRY in outcome.rendered
    texts = [str(each["content"]) for each in fragments(site).values()]
    assert any("Of rye." in text for text in texts)
    assert not any("Of oats." in text for text in texts)


def test_nothing_but_a_build_makes_it(site: SiteFolder) -> None:
    site.build_well()
    assert index_files(site) == set()
    build(site)
    made = index_files(site)
    # As `watch` builds: what still holds stays.
    site.build_well()
    assert index_files(site) == made
    site.edit("content/articles/tianjin.md", "A body.", "Another body.")
    site.build_well()
    assert index_files(site) == set()


def test_without_search_there_is_none_and_the_page_says_so(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.root)
    assert main(["build", "--no-pdf"]) == 0
    assert index_files(site)
    assert "search/pagefind/pagefind.js" in site.page("search/index.html")
    assert main(["build", "--no-pdf", "--no-search"]) == 0
    assert index_files(site) == set()
    assert "built without search" in site.page("search/index.html")


def test_what_becomes_withheld_takes_it_along_even_beside_an_error(site: SiteFolder) -> None:
    build(site)
    site.edit("content/articles/drills.md", "---\ntitle", "---\ntlp: RED\ntitle")
    site.write("content/articles/broken.md", "---\ntitel: Broken\n---\n")
    outcome = site.build(search=Search.NOW)
    assert outcome.exit is Exit.CONTENT
    assert index_files(site) == set()
    site.delete("content/articles/broken.md")
    build(site)
    assert "articles/drills.html" not in fragments(site)
    assert "articles/tianjin.html" in fragments(site)


def test_the_leak_scan_reads_it(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in resolve that lets a withheld article into the index alone is found there."""
    hide(site)
    site.build_well()
    with monkeypatch.context() as broken:
        broken.setattr(published, "reason_withheld", lambda _keys, _view: None)
        outcome = site.build(search=Search.NOW)
    assert outcome.exit is Exit.REFUSED
    told = [each.message for each in outcome.diagnostics if each.code == "leak"]
    assert told
    assert index_files(site) == set()


@pytest.mark.parametrize("where", ["fragment", "filter"])
def test_a_planted_word_is_found_in_each_sort_of_file(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """Pages are clean, and only the records that are fed to Pagefind are not."""
    hide(site)

    def planted(index: SearchIndex, contents: Mapping[str, AnyContent]) -> list[dict[str, object]]:
        records = list(search_records(index, contents))
        if where == "fragment":
            records[0]["content"] = f"{records[0]['content']} {TITLE}"
        else:
            records[0]["filters"] = {"topic": [TITLE]}
        return records

    monkeypatch.setattr(search, "search_records", planted)
    outcome = site.build(search=Search.NOW)
    assert outcome.exit is Exit.REFUSED
    leaking = {each.message.split(" tells")[0] for each in outcome.diagnostics}
    assert any(path.endswith(f".pf_{where}") for path in leaking)
    assert index_files(site) == set()


def test_where_pagefind_is_missing_the_site_is_built_and_says_so(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind, "_PACKAGES", ("no_such_package",))
    outcome = site.build(search=Search.NOW)
    assert codes(outcome) == ["library-missing"]
    assert "pip install" in outcome.diagnostics[0].hint
    assert outcome.exit is Exit.LIBRARY
    assert "built without search" in site.page("search/index.html")
    # Nobody asked for it: nobody is told.
    assert site.build().diagnostics == ()


def test_where_pagefind_fails_the_pages_stand(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(site)

    def fail(*_: object) -> dict[str, bytes]:
        raise PagefindError("it fell over")

    site.edit("content/articles/tianjin.md", "A body.", "Another body.")
    monkeypatch.setattr(search, "make_index", fail)
    outcome = site.build(search=Search.NOW)
    assert codes(outcome) == ["search-failed"]
    assert "it fell over" in outcome.diagnostics[0].message
    assert "Another body." in site.page("articles/tianjin.html")
    assert index_files(site) == set()


def test_indexes_are_whole_on_a_busy_machine() -> None:
    """Asked to write its files, the program says that it has before it has."""
    records: list[dict[str, object]] = [
        {"url": f"/{n}.html", "content": f"word{n} of many", "language": "en"} for n in range(100)
    ]
    with ThreadPoolExecutor(8) as several:
        for made in several.map(lambda _: pagefind.make_index(records), range(40)):
            assert all(made.values())
            assert list(made)[-1] == pagefind.ENTRY


def test_a_program_that_ends_at_once_is_no_riddle(monkeypatch: pytest.MonkeyPatch) -> None:
    class Deaf:
        @staticmethod
        def get_executable() -> str:
            return "/bin/true"

    monkeypatch.setattr(pagefind, "import_module", lambda _: Deaf)
    with pytest.raises(PagefindError, match="ended before"):
        pagefind.make_index([{"url": "a"}] * 1000)


def test_it_is_the_one_artifact_whose_bytes_may_differ(site: SiteFolder) -> None:
    """Pagefind writes its filters in any order. What can be found is the same."""
    build(site)
    wanted = site.clean_build(search=Search.NOW)
    made = site.files()
    same = (".pf_fragment", ".html", ".js", ".xml", ".css")
    assert {path: data for path, data in made.items() if path.endswith(same)} == {
        path: data for path, data in wanted.items() if path.endswith(same)
    }

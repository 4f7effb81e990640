"""Why a file of the output is stale, as a user is told it."""

from __future__ import annotations

import json
import sqlite3

import pytest

from briefgen.build.look import Look, look_at
from briefgen.cli.main import main
from briefgen.explain.answer import Answer, State, Why
from briefgen.explain.explain import answer, explain
from briefgen.model.request import Exit
from briefgen.progress import Silent
from briefgen.render.brief import fingerprint
from tests.harness import SiteFolder

HOME = "index.html"
PAGE = "articles/tianjin.html"
OTHER = "about.html"
FILE = "content/articles/tianjin.md"


@pytest.fixture
def built(site: SiteFolder) -> SiteFolder:
    site.build_well()
    return site


def ask(site: SiteFolder, path: str, **options: object) -> Answer:
    explained = explain(site.request(**options), path, str(site.root), Silent())
    assert explained.answer is not None, explained.diagnostics
    return explained.answer


def whys(site: SiteFolder, path: str, **options: object) -> list[Why]:
    return [reason.why for reason in ask(site, path, **options).reasons]


def test_a_fresh_page_tells_what_it_was_made_from(built: SiteFolder) -> None:
    told = ask(built, PAGE)
    assert (told.state, told.reasons, told.errors) == (State.FRESH, (), 0)
    assert FILE in [part.file for part in told.items]
    assert "themes/tiny/templates/article.html" in [part.file for part in told.templates]
    assert ask(built, "sitemap.xml").every


def test_an_edited_key_is_named_with_its_file(built: SiteFolder) -> None:
    built.edit(FILE, "title: Tianjin", "# a comment\ntitle: Talks")
    for path in (PAGE, HOME):
        (reason,) = ask(built, path).reasons
        assert (reason.why, reason.files) == (Why.CONTENT, ((FILE, "title"),))
    assert ask(built, OTHER).state is State.FRESH
    built.edit(FILE, "A body.", "Another.")
    (reason,) = ask(built, PAGE).reasons
    assert reason.files == ((FILE, "title, the text, or keys that its own page alone shows"),)


def test_the_file_is_named_even_where_a_check_has_read_it_since(built: SiteFolder) -> None:
    built.edit(FILE, "title: Tianjin", "title: Talks")
    built.check()
    (reason,) = ask(built, PAGE).reasons
    assert (reason.why, reason.files[0][0]) == (Why.CONTENT, FILE)


def test_what_a_page_began_or_ceased_to_tell_of_is_told(built: SiteFolder) -> None:
    built.article("third")
    (reason,) = [each for each in ask(built, HOME).reasons if each.why is Why.ITEMS]
    assert "article:third" in reason.sentence
    assert ask(built, "articles/third.html").state is State.ABSENT
    assert whys(built, "articles/third.html") == [Why.NEW]
    built.delete("content/articles/third.md")
    assert ask(built, HOME).state is State.FRESH


def test_what_is_withheld_now_is_to_be_removed_and_no_log_names_it(
    built: SiteFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    built.edit(FILE, "title: Tianjin", "status: draft\ntitle: Tianjin")
    assert ask(built, PAGE).state is State.OBSOLETE
    assert whys(built, PAGE) == [Why.WITHHELD]
    monkeypatch.delenv("CI", raising=False)
    argv = ["explain", HOME, "-C", str(built.root), "--no-pdf", "-v"]
    assert main(argv) == 0
    said = capsys.readouterr().out
    assert "no longer tells of 1 of the items" in said
    assert f"{FILE}: status" in said
    monkeypatch.setenv("CI", "true")
    assert main(argv) == 0
    said = capsys.readouterr().out
    assert "an item that is withheld now: status" in said
    assert "tianjin" not in said


def test_a_template_and_a_static_file_are_named(built: SiteFolder) -> None:
    template = "themes/tiny/templates/article.html"
    built.write(template, built.read(template) + "\n")
    (reason,) = ask(built, PAGE).reasons
    assert reason.why is Why.TEMPLATE
    assert "“article.html” has changed" in reason.sentence
    assert reason.files == ((template, ""),)
    assert ask(built, HOME).state is State.FRESH
    built.build_well()
    sheet = "themes/tiny/static/tiny.css"
    built.write(sheet, built.read(sheet) + "\nb { color: red }\n")
    assert whys(built, PAGE) == [Why.ASSET]


def test_what_happened_to_the_file_itself_is_told(built: SiteFolder) -> None:
    (built.built / PAGE).write_text("mine", encoding="utf-8")
    assert whys(built, PAGE) == [Why.EDITED]
    (built.built / PAGE).unlink()
    assert whys(built, PAGE) == [Why.LOST]
    assert ask(built, PAGE).state is State.ABSENT


def test_a_lost_cache_and_another_version_are_told_apart(built: SiteFolder) -> None:
    cache = built.root / ".briefgen/cache.sqlite"
    with sqlite3.connect(cache) as database:
        database.execute("UPDATE blob SET value=? WHERE name='version'", (b"older",))
    database.close()
    assert whys(built, PAGE) == [Why.BRIEFGEN]
    # It only looked: the cache is still that of the other version.
    assert whys(built, PAGE) == [Why.BRIEFGEN]
    for file in cache.parent.glob("cache*"):
        file.unlink()
    assert whys(built, PAGE) == [Why.UNKNOWN]
    assert not cache.exists()


def test_settings_and_flags_are_told(built: SiteFolder) -> None:
    assert whys(built, HOME, base_url="https://example.com/") == [Why.SETTINGS]
    built.edit("briefgen.yaml", "title: Amu Desk", "title: Oxus Desk")
    (reason,) = ask(built, HOME).reasons
    assert (reason.why, reason.files[0][0]) == (Why.CONTENT, "briefgen.yaml")


def test_another_platform_is_told_for_briefs(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.build_well(pdf=True)
    path = "packets/first.pdf"
    assert ask(site, path, pdf=True).state is State.FRESH
    assert ask(site, path, pdf=False).state is State.OBSOLETE
    monkeypatch.setattr(fingerprint, "platform_digest", lambda: "another")
    assert whys(site, path, pdf=True) == [Why.PLATFORM]


def test_errors_that_stop_a_build_are_counted(
    built: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    built.edit(FILE, "title: Tianjin", "title: Talks\nsumary: x")
    assert ask(built, HOME).errors == 1
    assert main(["explain", HOME, "-C", str(built.root), "--no-pdf"]) == 0
    assert "The content has 1 error: a build publishes nothing" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (FILE, "title: Tianjin", "title: Talks"),
        (FILE, "A body.", "Another body."),
        (FILE, "people: [Wang Yi]", "people: [Zhao Lijian]"),
        ("content/packets/first.md", "The note.", "A note."),
        ("briefgen.yaml", "tagline: What", "tagline: All that"),
        ("themes/tiny/templates/base.html", "<title>", "<title >"),
    ],
)
def test_the_next_build_makes_what_was_called_stale_and_nothing_else(
    built: SiteFolder, path: str, old: str, new: str
) -> None:
    built.edit(path, old, new)
    look = look_at(built.request(), Silent())
    assert isinstance(look, Look)
    stale = set()
    for each in look.planned:
        answered = answer(look, each, str(built.root)).answer
        assert answered is not None
        if answered.state is not State.FRESH:
            assert answered.reasons
            stale.add(each)
    assert stale == set(built.build_well().rendered)


def test_explaining_writes_nothing(built: SiteFolder) -> None:
    built.edit(FILE, "title: Tianjin", "title: Talks")
    before = built.files(built.root)
    first = ask(built, PAGE)
    assert ask(built, PAGE) == first
    assert built.files(built.root) == before


@pytest.mark.parametrize(
    "given",
    [
        PAGE,
        f"output/{PAGE}",
        "articles/tianjin",
        f"https://example.org/amu/{PAGE}",
        FILE,
        "tianjin.md",
    ],
)
def test_a_file_may_be_named_in_many_ways(
    built: SiteFolder,
    given: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(built.root / "content/articles" if given == "tianjin.md" else built.root)
    assert main(["explain", given, "--format", "json", "--no-pdf"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["path"], said["state"]) == (PAGE, "fresh")


def test_the_folder_and_its_list_can_be_asked_for(built: SiteFolder) -> None:
    assert ask(built, "output").path == HOME
    assert ask(built, "people").path == "people/index.html"
    assert ask(built, "SHA256SUMS").state is State.FRESH
    sheet = next(path for path in built.files() if path.startswith("assets/"))
    assert ask(built, sheet).state is State.FRESH


def test_an_unknown_file_is_a_mistake_with_a_hint(built: SiteFolder) -> None:
    explained = explain(built.request(), "articles/tianjn.html", str(built.root), Silent())
    assert explained.exit is Exit.USAGE
    assert explained.diagnostics[0].code == "output-unknown"
    assert PAGE in explained.diagnostics[0].hint
    other = explain(built.request(audience="partners"), HOME, str(built.root), Silent())
    assert other.exit is Exit.REFUSED

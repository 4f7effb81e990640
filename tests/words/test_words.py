"""The words of the interface: which language, whose word, and what hangs on them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefgen.model.request import Exit
from briefgen.read.catalogue import Catalogue, read_catalogue
from briefgen.words import places
from tests.harness import SiteFolder

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "themes" / "default" / "words"
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.po")))
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


def word(key: str, english: str, said: str = "") -> str:
    return f'\nmsgctxt "{key}"\nmsgid "{english}"\nmsgstr "{said}"\n'


def shipped(language: str) -> Catalogue:
    data = (FOLDER / f"{language}.po").read_bytes()
    catalogue, wrong = read_catalogue(f"words/{language}.po", language, data)
    assert not wrong
    assert catalogue is not None
    return catalogue


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    site = SiteFolder(tmp_path / "site", theme="default")
    site.article("talks")
    return site


def own_theme(site: SiteFolder, **catalogues: str) -> None:
    """A theme of the site that brings words alone."""
    site.edit("briefgen.yaml", "theme: default", "theme: desk")
    site.write("themes/desk/theme.yaml", "name: desk\nextends: default\n")
    for language, text in catalogues.items():
        site.write(f"themes/desk/words/{language}.po", HEAD + text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shipped_catalogue_says_every_word_with_its_places(language: str) -> None:
    english, here = shipped("en").entries, shipped(language)
    assert here.reviewed, "Its head says whether a speaker has reviewed it."
    assert here.entries.keys() == english.keys()
    for key, entry in here.entries.items():
        assert entry.english == english[key].english, key
        if language != "en":
            assert all(entry.forms), key
            known = frozenset().union(*map(places, entry.english))
            for form in entry.forms:
                assert places(form) <= known, key
                assert known - places(form) <= ({"n"} if len(entry.forms) > 1 else set()), key


def test_every_word_that_templates_and_code_ask_for_is_there() -> None:
    keys = shipped("en").entries.keys()
    families = {key.rpartition(".")[0] for key in keys} | {"brief"}
    asked: dict[str, str] = {}
    for path in (ROOT / "themes" / "default" / "templates").rglob("*.*"):
        text = path.read_text(encoding="utf-8")
        for name, key in re.findall(r"\b(say|w)\.(\w+(?:\.\w+)?)", text):
            asked[key if name == "say" else f"brief.{key}"] = path.name
    for path in (ROOT / "briefgen").rglob("*.py"):
        for key in re.findall(r'words\.text\(\s*"([\w.]+)"', path.read_text(encoding="utf-8")):
            asked[key] = path.name
    lost = {
        key: place
        for key, place in asked.items()
        if not {key, key.removeprefix("brief.")} & keys
        and not {key, key.removeprefix("brief.")} & families
    }
    assert lost == {}


def test_a_site_changes_single_words(site: SiteFolder) -> None:
    own_theme(site, en=word("articles", "Articles", "Dispatches"))
    assert site.build().exit is Exit.DONE
    home = site.read("output/index.html")
    assert ">Dispatches</a>" in home
    assert "Skip to the text" in home


def test_a_changed_word_makes_the_pages_anew_and_an_untouched_one_does_not(
    site: SiteFolder,
) -> None:
    own_theme(site, en=word("articles", "Articles", "Dispatches"))
    site.build()
    assert site.build().rendered == ()
    site.edit("themes/desk/words/en.po", "Dispatches", "Papers")
    again = site.build()
    assert "index.html" in again.rendered
    assert ">Papers</a>" in site.read("output/index.html")


def test_a_theme_brings_words_of_its_own(site: SiteFolder) -> None:
    own_theme(site, en=word("greeting", "Good morning, {who}"))
    site.write(
        "themes/desk/templates/home.html",
        '{% extends "default:home.html" %}\n'
        "{% block tagline %}<p>{{ say.greeting(who='A & B') }}</p>{% endblock %}\n",
    )
    assert site.build().diagnostics == ()
    assert "<p>Good morning, A &amp; B</p>" in site.read("output/index.html")


def test_a_word_that_was_not_told_its_number_is_a_mistake_of_the_template(
    site: SiteFolder,
) -> None:
    own_theme(site)
    site.write(
        "themes/desk/templates/home.html",
        '{% extends "default:home.html" %}\n{% block tagline %}{{ say.n_items }}{% endblock %}\n',
    )
    (told,) = site.build().diagnostics
    assert told.code == "template-error"
    assert told.path == "themes/desk/templates/home.html"
    assert told.mark.line == 2
    assert "n_items" in told.message


def test_a_language_without_words_is_told_and_stays_english(site: SiteFolder) -> None:
    site.edit("briefgen.yaml", "language: en", "language: uz")
    outcome = site.build()
    assert [each.code for each in outcome.diagnostics] == ["words-language"]
    assert outcome.exit is Exit.DONE
    assert "Skip to the text" in site.read("output/index.html")


def test_a_catalogue_that_leaves_words_out_is_told(site: SiteFolder) -> None:
    own_theme(site, uz=word("articles", "Articles", "Maqolalar"))
    site.edit("briefgen.yaml", "language: en", "language: uz")
    (told,) = site.build().diagnostics
    assert (told.code, told.path) == ("words-missing", "themes/desk/words/uz.po")
    home = site.read("output/index.html")
    assert ">Maqolalar</a>" in home
    assert "Skip to the text" in home

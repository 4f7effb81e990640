"""Rules of tradecraft: what they find and pass over, where they point, and when they run."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.request import Exit, Outcome
from tests.harness import SiteFolder, codes

RELATIVE = {
    "en": (
        "They met on Monday.",
        "He said Monday that they had met.",
        "The talks ended last week.",
        "It was signed this morning, and the rest follows.",
        "Two days ago the bridge was open.",
        "The mayor spoke yesterday.",
        "It closes by Friday evening.",
        "It met on Tuesday; on 4 May it had not.",
    ),
    "fr": ("Ils se sont vus lundi.", "Elle a parlé hier.", "Le pont a fermé la semaine dernière."),
    "ru": ("Стороны встретились в понедельник.", "Он говорил вчера.", "Мост закрыт с пятницы."),
    "de": (),
}
EXACT = {
    "en": (
        "They met on Monday, 16 August, and parted.",
        "They met on 16 August, a Monday, and on Monday they parted.",
        "“We shall meet on Sunday,” he said.",
        'He called it "a matter for tomorrow" and left.',
        "USA Today had it first.",
        "The bazaar is open from Thursday to Saturday, but on Wednesdays it is shut.",
        "On Good Friday nobody came.",
        "The last week of July was hot, and two days earlier it had rained.",
        "Last week (9 August) it rained.",
        "See [the list](https://example.org/today) and `last week`.",
        "> On Saturday all will be told.",
    ),
    "fr": (
        "Ils se sont vus le lundi 16 août.",
        "Le lundi, tout est fermé.",
        "« À demain », dit-il.",
    ),
    "ru": ("Они встретились в понедельник, 16 августа.", "Звери вернулись в среду обитания."),
    "de": ("Sie trafen sich gestern und on Monday.",),
}


def told(outcome: Outcome, code: str) -> list[Diagnostic]:
    return [each for each in outcome.diagnostics if each.code == code]


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """A site with one article."""
    made = SiteFolder(tmp_path / "site")
    made.article("talks")
    return made


def lines_told(site: SiteFolder, sentences: tuple[str, ...], code: str, lang: str) -> list[str]:
    """The sentences of a text, a paragraph each, in which something is told."""
    site.article("talks", body="\n\n".join(sentences), more=f"lang: {lang}\n")
    lines = site.read("content/articles/talks.md").splitlines()
    return [lines[each.mark.line - 1] for each in told(site.check(), code)]


@pytest.mark.parametrize("lang", RELATIVE)
def test_a_day_that_only_the_writer_knows_is_told(site: SiteFolder, lang: str) -> None:
    sentences = RELATIVE[lang]
    assert lines_told(site, sentences, "date-relative", lang) == list(sentences)


@pytest.mark.parametrize("lang", EXACT)
def test_a_day_that_readers_know_is_not_told(site: SiteFolder, lang: str) -> None:
    assert lines_told(site, EXACT[lang], "date-relative", lang) == []


def judgments(site: SiteFolder, *texts: str, keys: str = "") -> Outcome:
    """A packet with these judgments."""
    rows = "".join(f"  - text: >-\n      {text}\n    articles: [talks]\n{keys}" for text in texts)
    site.packet("week", ["talks"], more=f"key_judgments:\n{rows}")
    return site.check()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It may fail.", "may"),
        ("They might yet agree.", "might"),
        ("A strike cannot be ruled out.", "cannot be ruled out"),
        ("The ship is believed to carry grain.", "is believed to"),
        ("Its military might is spent, and May was quiet.", ""),
        ("The embassy could not confirm it.", ""),
        ("They are likely to fail, and it may rain.", ""),
        ("He said that they “may fail”.", ""),
    ],
)
def test_a_hedge_without_a_likelihood_is_told(site: SiteFolder, text: str, found: str) -> None:
    outcome = told(judgments(site, text), "judgment-hedged")
    assert [each.message.split("“")[1].split("”")[0] for each in outcome] == [found][: bool(found)]
    with_term = judgments(site, text, keys="    likelihood: likely\n")
    assert told(with_term, "judgment-hedged") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is likely to fail, and probably soon.", ["probably"]),
        ("It is nearly certain to fail, and very unlikely to be mended.", ["very unlikely"]),
        ("It is improbable; there is a remote chance of rain.", []),
        ("It is likely, more probable than not; a remote village; probable cause.", []),
        ("It is likely. An unlikely alliance said that “probably” all is well.", []),
        ("Ist likely, wohl probably.", []),
    ],
)
def test_terms_of_two_rows_are_told(site: SiteFolder, text: str, words: list[str]) -> None:
    site.packet(
        "week", ["talks"], more=f"bluf: {text!r}\nlang: {'de' if 'Ist' in text else 'en'}\n"
    )
    found = told(site.check(), "likelihood-rows")
    assert [each.message.split("“")[1].split("”")[0] for each in found] == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We assess with high confidence that it is very likely to fail.", 1),
        ("It is very likely to fail. We say so with low confidence.", 0),
        ("Investor confidence is low and prices are likely to fall.", 0),
        ("A vote of no confidence is likely.", 0),
        ("With high confidence: it has failed.", 0),
    ],
)
def test_likelihood_and_confidence_are_two_sentences(
    site: SiteFolder, text: str, count: int
) -> None:
    assert len(told(judgments(site, text), "likelihood-confidence")) == count


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("It is unlikely to last.", True),
        ("It is not very likely to last.", False),
        ("It is likely to last, and an end is very unlikely.", False),
        ("It will probably last.", False),
        ("It will last.", False),
    ],
)
def test_a_text_agrees_with_its_likelihood(site: SiteFolder, text: str, differs: bool) -> None:  # noqa: FBT001  a column
    outcome = judgments(site, text, keys="    likelihood: likely\n")
    assert bool(told(outcome, "likelihood-differs")) is differs


def test_the_mark_is_under_the_word_in_a_folded_value(site: SiteFolder) -> None:
    site.packet(
        "week",
        ["talks"],
        more="""\
        bluf: >-
          It is likely to rain on the likely day, and
          the bridge will probably
          hold.
        """,
    )
    (found,) = told(site.check(), "likelihood-rows")
    line = site.read("content/packets/week.md").splitlines()[found.mark.line - 1]
    assert line[found.mark.column - 1 :][: found.mark.length] == "probably"


def test_the_second_of_two_like_words_is_marked(site: SiteFolder) -> None:
    site.article("talks", summary='"He said “yesterday”, and meant it; yesterday it rained."')
    (found,) = told(site.check(), "date-relative")
    line = site.read("content/articles/talks.md").splitlines()[found.mark.line - 1]
    assert line[: found.mark.column - 1].endswith("meant it; ")


@pytest.mark.parametrize("text", ["TODO", "See TODO: the source.", "Lorem ipsum dolor.", "[TK]"])
def test_what_was_to_be_replaced_is_not_published(site: SiteFolder, text: str) -> None:
    site.article("talks", body=text)
    outcome = site.build()
    assert outcome.exit is Exit.CONTENT
    assert codes(outcome) == ["placeholder"]
    site.edit("content/articles/talks.md", "summary:", "status: draft\nsummary:")
    assert site.build().exit is Exit.DONE


@pytest.mark.parametrize(
    "text",
    [
        "Hacer todo.",
        "TK Maxx shut.",
        "XXX Corps left.",
        "Super Bowl XXX was long.",
        "It is to be written.",
    ],
)
def test_names_are_no_placeholders(site: SiteFolder, text: str) -> None:
    site.article("talks", body=text)
    assert codes(site.check()) == []


def test_what_one_item_shows_is_kept_and_told_again(site: SiteFolder) -> None:
    site.article("talks", body="They met on Monday.")
    first = site.build_well()
    assert codes(first) == ["date-relative"]
    # Not read again: the same is told from what was kept, at the level that the site now gives it.
    site.edit("briefgen.yaml", "language: en", "language: en\nchecks: {date-relative: error}")
    again = site.build()
    assert [each.severity for each in again.diagnostics] == [Severity.ERROR]
    site.edit("briefgen.yaml", "date-relative: error", "date-relative: off")
    assert codes(site.build_well()) == []


def test_an_edit_is_checked_anew(site: SiteFolder) -> None:
    site.article("talks", body="They met on Monday.")
    site.build_well()
    site.edit("content/articles/talks.md", "on Monday", "on 16 August")
    assert codes(site.build_well()) == []
    # The language of the site is that of its items.
    site.edit("content/articles/talks.md", "on 16 August", "gestern, on Sunday")
    site.edit("briefgen.yaml", "language: en", "language: fr")
    assert codes(site.build_well()) == []
    site.edit("briefgen.yaml", "language: fr", "language: en-GB")
    assert codes(site.build_well()) == ["date-relative"]


def test_an_item_can_silence_a_rule_with_a_reason(site: SiteFolder) -> None:
    site.article(
        "talks",
        body="They met on Monday.",
        more="silence: {date-relative: A diary is dated by its day}\n",
    )
    assert codes(site.build_well()) == []


@pytest.mark.parametrize(
    ("cutoff", "published", "late"),
    [
        ("2021-08-16", "2021-08-16", False),
        ("2021-08-15", "2021-08-16", True),
        ("2021-08-16T00:00Z", "2021-08-16", False),
        ("2021-08-20", "2021-08", False),
        ("2021-07-20", "2021-08", True),
    ],
)
def test_nothing_later_than_the_cutoff(
    site: SiteFolder,
    cutoff: str,
    published: str,
    late: bool,  # noqa: FBT001  a column
) -> None:
    site.edit("content/articles/talks.md", "published: 2021-08-16", f"published: {published}")
    site.packet("week", ["talks"], more=f"cutoff: {cutoff}\n")
    assert ("after-cutoff" in codes(site.check())) is late

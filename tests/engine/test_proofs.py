"""Proofs of quotations are made once for the same bytes, and the pages that show them follow."""

from __future__ import annotations

import hashlib

import pytest

from briefgen.build import prove
from briefgen.check.quotations.given import Given
from briefgen.check.quotations.proof import prove_article
from briefgen.diagnostics import Diagnostic
from briefgen.model.proof import Proof
from briefgen.model.request import Outcome
from briefgen.quotation.source import Source
from tests.harness import SiteFolder

SNAPSHOT = "content/sources/talks.txt"
TEXT = "“We will meet again in the spring,” said Wang Yi. Nothing was signed on that day.\n"
FRONT = """\
---
title: {title}
date: 2021-08-16
summary: A summary.
{lang}source: {{title: Talks, language: {language}, snapshot: talks.txt}}
statements:
  - speaker: Wang Yi
    quote: {quote}
{more}---
{body}
"""


def write(  # noqa: PLR0913  what tests set
    site: SiteFolder,
    slug: str,
    *,
    quote: str = "We will meet again in the spring",
    body: str = "A body.",
    more: str = "",
    language: str = "en",
    lang: str = "",
) -> None:
    text = FRONT.format(title=slug, quote=quote, body=body, more=more, language=language, lang=lang)
    site.write(f"content/articles/{slug}.md", text)


def told_of(outcome: Outcome) -> list[Diagnostic]:
    """What is told of quotations; that two articles are on one text is told too."""
    return [each for each in outcome.diagnostics if each.code.startswith("quotation-")]


def quoted(outcome: Outcome) -> list[str]:
    return [each.code for each in told_of(outcome)]


@pytest.fixture
def quoting(site: SiteFolder) -> SiteFolder:
    """Two articles that summarise one captured text, and one without a capture."""
    site.write(SNAPSHOT, TEXT)
    write(site, "first")
    write(site, "second", quote="We will meet again")
    site.article("uncaptured", more="statements: [{speaker: Wang Yi, quote: We shall see}]\n")
    return site


@pytest.fixture
def proven(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the articles whose quotations were looked for."""
    titles: list[str] = []

    def counted(given: Given, source: Source, key: str, sha256: str) -> Proof:
        titles.append(given.face.title)
        return prove_article(given, source, key, sha256)

    monkeypatch.setattr(prove, "prove_article", counted)
    return titles


def test_nothing_is_proven_twice(quoting: SiteFolder, proven: list[str]) -> None:
    quoting.build_well()
    assert sorted(proven) == ["first", "second"]
    proven.clear()
    quoting.build_well()
    quoting.check()
    assert proven == []


def test_only_what_changed_is_proven_again(quoting: SiteFolder, proven: list[str]) -> None:
    quoting.build_well()
    proven.clear()
    quoting.edit("content/articles/first.md", "A body.", "Another body.")
    quoting.build_well()
    assert proven == ["first"]
    proven.clear()
    quoting.write(SNAPSHOT, TEXT + "\nThe end.\n")
    quoting.build_well()
    assert sorted(proven) == ["first", "second"]
    proven.clear()
    quoting.write("content/entities.yaml", "people: [{name: Wang Yi, aliases: [Yi Wang]}]\n")
    quoting.build_well()
    assert sorted(proven) == ["first", "second"]


def test_a_page_follows_the_snapshot_that_its_quotations_were_proven_by(
    quoting: SiteFolder,
) -> None:
    quoting.build_well()
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert digest in quoting.page("articles/first.html")
    changed = TEXT + "\nThe end.\n"
    quoting.write(SNAPSHOT, changed)
    rendered = quoting.build_well().rendered
    assert set(rendered) == {"articles/first.html", "articles/second.html"}
    assert hashlib.sha256(changed.encode()).hexdigest() in quoting.page("articles/first.html")
    assert digest not in quoting.page("articles/first.html")


def test_readers_are_told_what_was_checked(quoting: SiteFolder) -> None:
    quoting.write(
        "briefgen.yaml", quoting.read("briefgen.yaml") + "checks: {quotation-altered: off}\n"
    )
    write(quoting, "wrong", quote="We will meet again in the autumn")
    quoting.build_well()
    assert "verbatim=True" in quoting.page("articles/first.html")
    assert "verbatim=False" in quoting.page("articles/wrong.html")
    assert "proven=0" in quoting.page("articles/wrong.html")
    assert "verbatim=None" in quoting.page("articles/uncaptured.html")


def test_a_wrong_quotation_stops_the_build(quoting: SiteFolder) -> None:
    write(quoting, "wrong", quote="We will meet again in the autumn")
    assert quoted(quoting.build()) == ["quotation-altered"]
    assert not quoting.built.exists()


def test_the_text_is_checked_too_at_its_place(quoting: SiteFolder) -> None:
    write(quoting, "wrong", body="A line.\n\nHe said “we will *never* meet again” to all.")
    (told,) = told_of(quoting.check())
    assert told.code == "quotation-altered"
    assert (told.path, told.mark.line, told.mark.column) == ("content/articles/wrong.md", 12, 9)


def test_what_is_quoted_internally_is_not_counted_for_readers(quoting: SiteFolder) -> None:
    write(
        quoting,
        "first",
        body="“Nothing was signed on that day.”\n\n::: internal\n“We will meet again.”\n:::",
    )
    for audience in ("public", "desk"):
        folder = quoting.root / audience
        quoting.build_well(audience=audience, output=str(folder))
        assert "checked=2" in (folder / "articles/first.html").read_text(encoding="utf-8")


def test_a_text_in_another_language_is_held_against_the_translation(quoting: SiteFolder) -> None:
    quoting.write(SNAPSHOT, "«Мы встретимся снова весной», — сказал министр.\n")
    quoting.delete("content/articles/second.md")
    russian = "Мы встретимся снова весной"
    more = "    translation: We shall meet again in spring\n"
    body = "He said “we shall meet again in spring”: «Мы встретимся снова весной»."
    write(quoting, "first", quote=russian, more=more, body=body, language="ru")
    assert quoted(quoting.check()) == ["quotation-altered"]  # “we” is not “We”
    write(
        quoting, "first", quote=russian, more=more, body=body.replace("we ", "We "), language="ru"
    )
    assert quoted(quoting.check()) == []
    write(quoting, "first", quote=russian, body=body, language="ru")
    (told,) = told_of(quoting.check())
    assert told.code == "quotation-absent"
    assert "`translation`" in told.hint


def test_a_snapshot_that_is_no_text_leaves_quotations_unchecked(quoting: SiteFolder) -> None:
    (quoting.root / SNAPSHOT).write_bytes(b"%PDF-1.7\n\0\0")
    quoting.build_well()
    assert "verbatim=None" in quoting.page("articles/first.html")


FALSE = "They met in the summer"


@pytest.mark.parametrize(
    "body",
    [
        f"He said <q>{FALSE}</q> to all.",
        f"<blockquote>{FALSE}</blockquote>",
        f"<blockquote>\n\n{FALSE}\n\n</blockquote>",
        f"<div>\nHe said “{FALSE}”.\n</div>",
        f"<table><tr><td><q>{FALSE}</q></td></tr></table>",
    ],
)
def test_what_html_quotes_is_looked_for(site: SiteFolder, body: str) -> None:
    site.write(SNAPSHOT, TEXT)
    write(site, "first", body=body)
    found = told_of(site.build())
    assert [each.code for each in found] == ["quotation-absent"]
    file = site.read("content/articles/first.md").split("\n")
    mark = found[0].mark
    assert file[mark.line - 1][mark.column - 1 :].lstrip("“").startswith(FALSE)
    write(site, "first", body=body.replace(FALSE, "We will meet again in the spring"))
    site.build_well()


def test_html_beside_a_quotation_is_not_taken_for_one(site: SiteFolder) -> None:
    site.write(SNAPSHOT, TEXT)
    body = "<div>Words of ours stand here.</div>\n\n<blockquote>We will meet again</blockquote>"
    write(site, "first", body=f"{body}\n\nMore words of ours.\n\n<p>And still some more.</p>")
    assert quoted(site.build_well()) == []


def test_what_a_title_quotes_is_looked_for(site: SiteFolder) -> None:
    site.write(SNAPSHOT, TEXT)
    write(site, "first", body="A body.")
    title = "title: first"
    site.edit("content/articles/first.md", title, f"title: Minister says “{FALSE}”")
    assert quoted(site.build()) == ["quotation-absent"]


def test_readers_are_told_what_is_left_out_and_put_in(site: SiteFolder) -> None:
    settings = site.read("briefgen.yaml")
    site.write("briefgen.yaml", settings.replace("theme: tiny", "theme: default"))
    site.write(SNAPSHOT, TEXT)
    body = "::: internal\nHe said “We will … meet again in the spring”.\n:::\n\nPublic."
    write(site, "first", quote='"We will [soon] meet […] in the spring"', body=body)
    site.build_well()
    page = site.page("articles/first.html")
    assert "Words are left out in one place, by its sign." in page
    assert "One word is ours, in brackets." in page
    write(site, "first")
    site.build_well()
    assert "in brackets" not in site.page("articles/first.html")

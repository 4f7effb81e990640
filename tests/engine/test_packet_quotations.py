"""What a packet quotes is proven against the snapshots of the articles that it carries."""

from __future__ import annotations

import pytest

from briefgen.build import packet_proofs
from briefgen.check.quotations.packet import Carried
from briefgen.diagnostics import Diagnostic
from briefgen.model.request import Outcome
from tests.harness import SiteFolder

TALKS = "“We will meet again in the spring,” said Wang Yi. Nothing was signed on that day.\n"
PORT = "“The harbour will open before the holidays,” said Ann Lee, who runs it.\n"
ARTICLE = """\
---
title: {slug}
date: 2021-08-16
summary: A summary.
topics: [{slug}]
source: {{title: The source, language: en, snapshot: {slug}.txt}}
statements: [{{speaker: {speaker}, quote: {quote}}}]
---
A body.
"""


@pytest.fixture
def desk(site: SiteFolder) -> SiteFolder:
    """Two articles with a captured text, and one without."""
    for slug, text, speaker, quote in (
        ("talks", TALKS, "Wang Yi", "We will meet again in the spring"),
        ("port", PORT, "Ann Lee", "The harbour will open before the holidays"),
    ):
        site.write(f"content/sources/{slug}.txt", text)
        article = ARTICLE.format(slug=slug, speaker=speaker, quote=quote)
        site.write(f"content/articles/{slug}.md", article)
    statement = "statements: [{speaker: Bo Ek, quote: Nobody asked us before the vote}]\n"
    site.article("uncaptured", more=statement)
    return site


def packet(site: SiteFolder, keys: str = "articles: [talks, port]", body: str = "A note.") -> None:
    site.write(
        "content/packets/week.md", f"---\ntitle: Week\ndate: 2021-08-20\n{keys}\n---\n{body}\n"
    )


def told_of(outcome: Outcome) -> list[Diagnostic]:
    return [each for each in outcome.diagnostics if each.code.startswith("quotation-")]


def codes(site: SiteFolder) -> list[str]:
    return [each.code for each in told_of(site.check())]


def test_a_quotation_may_stand_in_any_of_the_sources(desk: SiteFolder) -> None:
    keys = "bluf: They “will meet again in the spring”.\narticles: [talks, port]"
    packet(desk, keys, body="And “[t]he harbour will open before the holidays”.")
    assert codes(desk) == []


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("bluf: They said “We will meet again in the autumn”.\narticles: [talks, port]", 4),
        ("articles:\n  - {article: port}\n  - article: talks\n    note: It says “{}”.", 7),
        ("sections:\n  - note: It says “{}”.\n    articles: [talks, port]", 5),
        ("sections:\n  - articles:\n      - article: talks\n        note: It says “{}”.", 7),
        ("key_judgments:\n  - text: They say “{}”.\n    articles: [talks]\narticles: [talks]", 5),
        (
            "key_judgments:\n  - text: They will.\n    dissent: “{}”, said one.\narticles: [talks]",
            6,
        ),
        ("select: {topics: [talks]}\nbluf: It says “{}”.", 5),
    ],
)
def test_every_field_is_looked_at(desk: SiteFolder, keys: str, line: int) -> None:
    packet(desk, keys.replace("{}", "We will meet again in the autumn"))
    (told,) = told_of(desk.check())
    assert (told.code, told.path) == ("quotation-altered", "content/packets/week.md")
    assert told.mark.line == line
    assert told.hint.startswith("Line 1 of the snapshot of “talks”: “We will meet again")


def test_the_note_is_looked_at_too(desk: SiteFolder) -> None:
    packet(desk, body="A line.\n\nThey called it “the end of all talks about the border”.")
    (told,) = told_of(desk.check())
    assert (told.code, told.mark.line) == ("quotation-uncarried", 8)


def test_where_a_snapshot_is_lacking_only_what_was_plainly_taken_is_told(desk: SiteFolder) -> None:
    body = "“Something that stands there perhaps”, “We will meet again in the autumn”."
    packet(desk, "articles: [talks, uncaptured]", body=body)
    assert codes(desk) == ["quotation-altered"]
    packet(desk, "articles: [uncaptured]", body=body)
    assert codes(desk) == []


def test_what_a_statement_of_an_article_says_may_be_quoted(desk: SiteFolder) -> None:
    packet(desk, "articles: [talks, uncaptured]", body="“Nobody asked us before the vote.”")
    assert codes(desk) == []


def test_only_what_changed_is_proven_again(
    desk: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    proven: list[int] = []

    class Counted(Carried):
        def prove(self, spans):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            proven.append(len(spans))
            return super().prove(spans)

    monkeypatch.setattr(packet_proofs, "Carried", Counted)
    packet(desk, body="They say “We will meet again in the spring”.")
    desk.write(
        "content/packets/plain.md",
        "---\ntitle: Plain\ndate: 2021-08-20\narticles: [port]\n---\nNothing.\n",
    )
    desk.check()
    desk.build_well()
    assert proven == [1]
    desk.build_well()
    desk.edit("content/articles/uncaptured.md", "A body.", "Another body.")
    desk.build_well()
    assert proven == [1]
    desk.write("content/sources/talks.txt", TALKS.replace("spring", "autumn"))
    assert "quotation-altered" in codes(desk)
    assert proven == [1, 1]

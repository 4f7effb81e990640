"""The real article that the sample site begins with: each quotation in order, with its speaker."""

from __future__ import annotations

import hashlib
from pathlib import Path

from briefgen.model.handling import Status
from tests.capture.conftest import Capture
from tests.capture.drafts import draft_path, flags_of, read_draft, source_of, statements_of

SAMPLE = Path(__file__).parents[2] / "content" / "sources" / "russia-taliban.txt"
ZHIRNOV = "Dmitry Zhirnov"
KABULOV = "Zamir Kabulov"
ISHCHENKO = "Nikita Ishchenko"
LAVROV = "Sergey Lavrov"
SHORT = "too short to prove"
UNCERTAIN = "attribution uncertain"

# How each quotation begins, who says it, and the flag above it.
TABLE = [
    ("In any country, when the government changes — particularly,", ZHIRNOV, ""),
    ("People seek to leave based on their own assessments", ZHIRNOV, ""),
    ("There is a group of people, I think that their share is very low", ZHIRNOV, ""),
    ("A stampede at the airport does not mean", ZHIRNOV, ""),
    ("Four cars were full of money, they tried to stuff", ISHCHENKO, ""),
    ("witnesses", ISHCHENKO, SHORT),
    ("I hope the government that has fled did not take all the money", KABULOV, ""),
    ("The Russian leadership will make a decision on recognizing", KABULOV, ""),
    ("No one is going to hurry in this regard.", KABULOV, ""),
    ("good relations with Russia", "Taliban", ""),
    ("ensure safe conditions for the functioning of", "Taliban", ""),
    ("calmly carrying out their duties", KABULOV, ""),
    ("It went absolutely calmly and without incident.", KABULOV, ""),
    ("Our embassy will stay in contact with specially assigned", KABULOV, ""),
    ("sent on vacation", KABULOV, SHORT),
    ("not to create too much of a presence", KABULOV, ""),
    ("replaced representatives of government forces on duty today", ISHCHENKO, ""),
    ("sane people", LAVROV, SHORT),
    ("have no plans to create problems for Afghanistan’s", LAVROV, ""),
    # Lavrov says what the Taliban promised: the words are his.
    ("uncompromisingly fight ISIS", LAVROV, f"{SHORT}, {UNCERTAIN}"),
    ("discuss the political structure of their nation", LAVROV, UNCERTAIN),
    ("reasonable", LAVROV, SHORT),
    ("It’s wrong to try to maintain the current uncertainty", LAVROV, ""),
]


def test_all_quotations_are_offered_in_order_with_their_speakers(
    capture: Capture, desk: Path
) -> None:
    assert capture(str(SAMPLE)).code == 0
    path = draft_path(desk)
    statements = statements_of(path)
    assert len(TABLE) == len(statements) == 23
    for (begins, speaker, flag), statement, found in zip(
        TABLE, statements, flags_of(path), strict=True
    ):
        assert statement.quote.startswith(begins)
        assert (begins, statement.speaker, found) == (begins, speaker, flag)


def test_roles_stand_beside_the_names(capture: Capture, desk: Path) -> None:
    capture(str(SAMPLE))
    roles = {each.speaker: each.role for each in statements_of(draft_path(desk))}
    assert roles == {
        ZHIRNOV: "Russian Ambassador to Afghanistan",
        KABULOV: "Russian President Vladimir Putin’s special envoy to Afghanistan",
        ISHCHENKO: "Russian embassy spokesman",
        LAVROV: "Russian Foreign Minister",
        "Taliban": "",
    }


def test_every_quotation_stands_word_for_word_in_the_snapshot(capture: Capture, desk: Path) -> None:
    capture(str(SAMPLE))
    text = SAMPLE.read_text(encoding="utf-8")
    assert all(each.quote in text for each in statements_of(draft_path(desk)))


def test_the_caption_and_the_last_line_are_flagged_and_nothing_else(
    capture: Capture, desk: Path
) -> None:
    ran = capture(str(SAMPLE))
    draft = draft_path(desk).read_text(encoding="utf-8")
    flagged = [line for line in draft.splitlines() if line.startswith("#   line ")]
    assert [line.partition(": ")[0] for line in flagged] == [
        "#   line 3, cut short",
        "#   line 56, comment furniture",
    ]
    assert ran.err.count("note[line-suspicious]") == 2


def test_the_snapshot_is_the_source_byte_for_byte(capture: Capture, desk: Path) -> None:
    capture(str(SAMPLE))
    source = source_of(draft_path(desk))
    kept = (desk / "content" / "sources" / source.snapshot).read_bytes()
    assert kept == SAMPLE.read_bytes()
    assert source.sha256 == hashlib.sha256(kept).hexdigest()


def test_what_the_source_does_not_say_stays_empty(capture: Capture, desk: Path) -> None:
    capture(str(SAMPLE))
    article = read_draft(draft_path(desk))
    source = source_of(draft_path(desk))
    assert source.title == "Russia: Taliban No Threat to Central Asia or Afghan People"
    assert (source.publisher, source.author, source.published, source.url) == ("", (), None, "")
    assert source.language == "en"
    assert article.summary == ""
    assert article.status is Status.DRAFT
    # The day in the site's zone, where it is tomorrow already.
    assert source.accessed is not None
    assert source.accessed.text == "2021-08-18"

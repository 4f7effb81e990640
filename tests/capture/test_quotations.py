"""What counts as quoted."""

from __future__ import annotations

import time

import pytest

from briefgen.quotation.find import find_spans
from briefgen.quotation.paragraphs import paragraphs_of
from briefgen.quotation.speech.attribute import offer_statements

OPEN = "…"

# A paragraph, and its spans; one that is not closed ends in an ellipsis.
TABLE = [
    ("“We go,” he said. “Now.”", ["We go", "Now."]),
    ('"We go," he said. "Now."', ["We go", "Now."]),
    ("„Wir gehen“, sagte er.", ["Wir gehen"]),
    ("„Idziemy” – powiedział.", ["Idziemy"]),
    ("« On y va, dit-il »", ["On y va, dit-il"]),
    ("»Wir gehen«, sagte er.", ["Wir gehen"]),
    ("”Me menemme”, hän sanoi.", ["Me menemme"]),
    ("‹ oui ›", ["oui"]),
    ("「今日は」と言った。『本』", ["今日は", "本"]),
    ("He said:“no space” and (“in brackets”)", ["no space", "in brackets"]),
    # Single marks are part of what is quoted, or apostrophes.
    ("“It’s ‘fine’ now,” ’tis said", ["It’s ‘fine’ now"]),
    ("'Not this', he said, nor rock 'n' roll.", []),
    ("“a “b c” d” e", ["a “b c” d"]),
    # The first mark was never closed.
    ("“a b “c d” e", ["a b" + OPEN, "c d"]),
    ("“It goes on", ["It goes on" + OPEN]),
    ('A 5" disk, 6\' wide, and "a quotation" here', ["a quotation"]),
    ("“” and “ ”", []),
    ("“a\u00a0b,\u00a0”", ["a\u00a0b"]),
]


@pytest.mark.parametrize(("text", "spans"), TABLE)
def test_what_is_quoted(text: str, spans: list[str]) -> None:
    found = find_spans(text)
    assert [each.text + ("" if each.closed else OPEN) for each in found] == spans
    assert all(each.text in text for each in found)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("“sane people”", True),
        ("“reasonable”", True),
        ("“sent on vacation”", True),
        ("“They were sent on vacation”", False),
        ("“It’s wrong”", True),
        ("「今日は」", True),
        ("「今日は世界の皆さん」", False),
    ],
)
def test_three_words_prove_nothing(text: str, short: bool) -> None:  # noqa: FBT001  a column
    assert find_spans(text)[0].too_short is short


def test_a_quotation_over_broken_lines_is_one_and_knows_its_line() -> None:
    text = "Title\n\nHe said that\nit was “a thing\r\nof beauty” and no\nmore. “So be it.”\n"
    first, second = offer_statements(paragraphs_of(text), english=True)
    assert (first.span.text, first.line) == ("a thing of beauty", 4)
    assert (second.span.text, second.line) == ("So be it.", 6)


def test_a_quotation_of_several_paragraphs_is_flagged_where_it_is_open() -> None:
    text = "“We go,” said Ann Lee.\n\n“It was late.\n\n“And we were tired,” she said."
    offers = offer_statements(paragraphs_of(text), english=True)
    assert [each.span.closed for each in offers] == [True, False, True]
    assert [each.speaker.name for each in offers] == ["Ann Lee"] * 3
    assert [each.uncertain for each in offers] == [False, True, False]


@pytest.mark.parametrize(
    "text", ["“" * 20_000, "“a ” " * 20_000, 'said "x y" ' * 2_500, "Aaa said “b” " * 2_000]
)
def test_a_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    began = time.perf_counter()
    offer_statements(paragraphs_of(text), english=True)
    assert time.perf_counter() - began < 8

"""Lines that are no part of the text, and lines that only look so."""

from __future__ import annotations

import pytest

from briefgen.capture.suspicious import suspicious_lines

REASONS = [
    ("Leave a comment", "comment furniture"),
    ("12 comments", "comment furniture"),
    ("Please let us know if you're having issues with commenting.", "comment furniture"),
    ("We use cookies to improve your experience.", "cookie notice"),
    (
        "By clicking “Accept all”, you agree to the storing of cookies and our cookie policy.",
        "cookie",
    ),
    ("Sign up for our newsletter", "subscription notice"),
    ("Read more: The ferry that never came", "links to other pages"),
    ("Share this article", "sharing buttons"),
    ("ADVERTISEMENT", "advertisement"),
    ("© 2021 The Gazette. All rights reserved.", "legal furniture"),
    ("Photo: Ann Example/AFP", "caption or credit"),
    ("Page 3 of 12", "page number"),
    ("The minister speaks with the envoy during t", "cut short"),
    ("The minister arrives for talks with the", "cut short"),
    ("A view of the harbour from the office of the harbour master", "no full stop"),
    ("The caf\ufffd was closed on Monday.", "characters were lost"),
    ("The \u202ecafe was closed on Monday.", "hidden characters"),
]
INNOCENT = [
    "He would not comment on the cookies that were found in the office of the minister.",
    "Shares of the company fell.",
    "The reader may print it.",
    "What comes next",
    "“We will see,” he said, “what comes of it in the end”",
    "The following were there on Monday in the office of the minister:",
    "He subscribed to the theory that everything would end well.",
]


@pytest.mark.parametrize(("line", "reason"), REASONS)
def test_a_suspicious_line_is_told_with_its_number_and_why(line: str, reason: str) -> None:
    (found,) = suspicious_lines(f"The title\n\n{line}\n\nThe end of it.\n")
    assert (found.line, found.text) == (3, line)
    assert found.reason.startswith(reason)


@pytest.mark.parametrize("line", INNOCENT)
def test_an_innocent_line_is_left_alone(line: str) -> None:
    assert suspicious_lines(f"The title\n\n{line}\n\nThe end of it.\n") == ()


def test_lines_broken_by_hand_are_not_cut_short() -> None:
    text = "The title\n\nThe two sides met on Monday in the\nharbour office of the\ncapital.\n"
    assert suspicious_lines(text) == ()


def test_a_line_that_comes_again_and_again_is_told() -> None:
    text = "The Gazette\n\nIt rained.\n\nThe Gazette\n\nIt snowed.\n\nThe Gazette\n"
    assert [each.line for each in suspicious_lines(text)] == [1, 5, 9]

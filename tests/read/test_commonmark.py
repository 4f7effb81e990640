"""All examples of the CommonMark specification, read by us.

`cases/commonmark.txt` lists those in which we differ on purpose, under the reason, with each tag
and word that differs; `python -m tests.read.commonmark` writes it anew.
"""

from __future__ import annotations

import pytest

from tests.read.commonmark import (
    UNKNOWN,
    Example,
    changes,
    examples,
    load_changes,
    ours,
    read_example,
    words,
)

LISTED = {number: lines for each in load_changes().values() for number, lines in each.items()}


@pytest.mark.parametrize("example", examples(), ids=lambda e: f"{e.number} {e.section}")
def test_an_example(example: Example) -> None:
    """One that is listed differs just so; any other agrees."""
    assert changes(read_example(example), example) == LISTED.get(example.number, [])


def test_no_example_loses_text() -> None:
    """Whatever we leave out, a reader reads all words; an address alone is not text."""
    for example in examples():
        item = read_example(example)
        if item.body is not None:
            assert words(example.html) - words(ours(item)) == {}, example.number


def test_each_difference_has_a_reason() -> None:
    table = load_changes()
    assert UNKNOWN not in table
    assert sum(len(each) for each in table.values()) == len(LISTED)
    assert len(examples()) > 600

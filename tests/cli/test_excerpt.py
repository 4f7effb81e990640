"""Long lines are cut around the mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.cli.report.cells import width
from briefgen.cli.report.excerpt import excerpt
from briefgen.model.marks import Mark

LINE = "".join(f"{n:>5}" for n in range(5, 1000, 5))  # each number ends at its own column


@pytest.mark.parametrize(
    ("column", "length", "line", "under"),
    [
        (2, 4, "    5   10   15   20   25   30   35   4…", " ^^^^"),
        (497, 4, "…0  485  490  495  500  505  510  515…", " " * 18 + "^^^^"),
        (991, 5, "… 960  965  970  975  980  985  990  995", " " * 35 + "^^^^^"),
        # Longer than the room: its beginning is in sight.
        (101, 300, "… 100  105  110  115  120  125  130  13…", " " * 5 + "^" * 34),
    ],
)
def test_a_line_longer_than_the_terminal_is_cut_around_the_mark(
    column: int, length: int, line: str, under: str
) -> None:
    seen = excerpt(LINE, Mark(line=1, column=column, length=length), 40)
    assert (seen.line, " " * seen.indent + "^" * seen.length) == (line, under)


ALPHABET = st.sampled_from("ab \t王é\u0301\u200cضم\u202e\x1b😀\u00ad")


@given(
    line=st.text(ALPHABET, max_size=200),
    column=st.integers(1, 220),
    length=st.integers(0, 220),
    room=st.integers(20, 120),
)
def test_whatever_the_line_it_fits_and_the_mark_is_in_sight(
    line: str, column: int, length: int, room: int
) -> None:
    seen = excerpt(line, Mark(line=1, column=column, length=length), room)
    columns = sum(map(width, seen.line))
    assert columns <= room
    assert seen.length >= 1
    # One past the end, for something that is missing there.
    assert 0 <= seen.indent <= room
    assert seen.indent + seen.length <= room + 1
    assert not set("\t\x1b\u202e") & set(seen.line)


@given(
    line=st.text(st.sampled_from("abc 王"), min_size=1, max_size=300),
    data=st.data(),
    room=st.integers(20, 80),
)
def test_the_underline_is_below_the_marked_characters(
    line: str, data: st.DataObject, room: int
) -> None:
    line = line.strip() or "a"
    first = data.draw(st.integers(0, len(line) - 1))
    last = data.draw(st.integers(first + 1, min(first + 8, len(line))))
    seen = excerpt(line, Mark(line=1, column=first + 1, length=last - first), room)
    cells = [each for character in seen.line for each in (character, "")[: width(character)]]
    assert (
        "".join(cells[seen.indent : seen.indent + seen.length]).rstrip()
        == line[first:last].rstrip()
    )

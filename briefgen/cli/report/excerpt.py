"""One line of a file with a mark below it, fitted into the width of a terminal."""

from __future__ import annotations

from itertools import accumulate

from briefgen.cli.report.cells import TAB, runs_right_to_left, visible, width
from briefgen.model.base import Record
from briefgen.model.marks import Mark

CUT = "…"
# How much of the marked words is repeated beside the underline of a right-to-left line.
REPEATED = 40


class Excerpt(Record):
    """The line as it is shown; below it `indent` blank columns and `length` marked ones. `words`
    repeats what is marked where a terminal may not show it above the underline.
    """

    line: str
    indent: int
    length: int
    words: str = ""


def excerpt(line: str, mark: Mark, room: int) -> Excerpt:
    """Show `line` in `room` columns with `mark` in sight. A mark past the end of the line, as for
    something missing, stands right after it.
    """
    glyphs = _glyphs(line)
    starts = list(accumulate((columns for _, columns in glyphs), initial=0))
    first, last = _characters(line, mark)
    begin, end = starts[first], max(starts[last], starts[first] + 1)
    left, right = _window(begin, end, max(starts[-1], end), room)
    shown, lead = _cut(glyphs, starts, left, right)
    begin, end = max(begin, left), min(end, right)
    marked = line[first:last]
    return Excerpt(
        line=shown,
        indent=begin - left + lead,
        length=max(end - begin, 1),
        words=_repeat(marked) if runs_right_to_left(shown) and marked != line.strip() else "",
    )


def _glyphs(line: str) -> list[tuple[str, int]]:
    """What is printed for each character, and its columns; tabs become blanks."""
    glyphs: list[tuple[str, int]] = []
    column = 0
    for character in line:
        if character == "\t":
            columns = TAB - column % TAB
            glyph = " " * columns
        else:
            glyph = visible(character)
            columns = width(glyph)
        glyphs.append((glyph, columns))
        column += columns
    return glyphs


def _characters(line: str, mark: Mark) -> tuple[int, int]:
    """The marked characters, from and up to, inside the line."""
    first = min(max(mark.column - 1, 0), len(line))
    last = min(first + max(mark.length, 1), len(line))
    # A mark on an accent alone is a mark on its letter.
    while 0 < first < len(line) and width(line[first]) == 0:
        first -= 1
    return first, last


def _window(begin: int, end: int, total: int, room: int) -> tuple[int, int]:
    """The columns to show: all if they fit, else `room` of them around the mark."""
    if total <= room:
        return 0, total
    margin = max(room - (end - begin), room // 4) // 2
    left = min(max(begin - margin, 0), total - room)
    # What is cut off at either end is told by a sign that takes one column.
    return left + (left > 0), left + room - (left + room < total)


def _cut(
    glyphs: list[tuple[str, int]], starts: list[int], left: int, right: int
) -> tuple[str, int]:
    """The text between two columns, and the columns that stand before `left` in it."""
    inside = [
        index
        for index, (_, columns) in enumerate(glyphs)
        if left <= starts[index] and starts[index] + columns <= right
    ]
    if not inside:
        return "", 0
    text = "".join(glyphs[index][0] for index in inside).rstrip()
    lead = 0
    if left > 0:
        # Half a wide character at the edge is left out, and its column kept.
        padding = starts[inside[0]] - left
        text, lead = CUT + " " * padding + text, len(CUT)
    return text + (CUT if right < starts[-1] else ""), lead


def _repeat(words: str) -> str:
    clean = "".join(visible(each) for each in words)
    return clean if len(clean) <= REPEATED else f"{clean[:REPEATED]}{CUT}"

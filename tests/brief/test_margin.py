"""Notes in the margin: each beside its block, in one piece, over no other."""

from __future__ import annotations

from itertools import pairwise

import pymupdf
import pytest

from briefgen.model.packet import Form, Paper
from tests.brief.long import long_job
from tests.brief.sample import make

# From the head of the page to its text, and from its text to the foot.
HEAD = 100
# The width of the margin's column, and of both with what is between them.
NOTE, ALL = 104, 450
# Lines of notes lie so far apart, in points; those of one note no farther.
LINE, SAME = 9, 13
Lines = list[tuple[float, str]]


@pytest.fixture(scope="module")
def pages() -> list[tuple[Lines, Lines]]:
    """The lines of the margin and those of the text, by pages, each with its baseline."""
    found: list[tuple[Lines, Lines]] = []
    # In these two a note once broke at the foot of a page and stood on the next one twice.
    for form, paper, seed in ((Form.FULL, Paper.A4, 22), (Form.CONTINUOUS, Paper.LETTER, 26)):
        job = long_job(form, paper, seed, 14)
        pdf = make(job)[job.path].pdf
        with pymupdf.open(stream=pdf) as document:  # type: ignore[no-untyped-call]
            found.extend(map(columns, document))
    return found


def columns(page: pymupdf.Page) -> tuple[Lines, Lines]:
    edge = (page.rect.width - ALL) / 2 + NOTE
    margin: Lines = []
    text: Lines = []
    for block in page.get_text("dict")["blocks"]:  # type: ignore[no-untyped-call]
        for line in block.get("lines", ()):
            y = line["spans"][0]["origin"][1]
            words = "".join(span["text"] for span in line["spans"]).strip()
            if words and HEAD < y < page.rect.height - HEAD:
                (margin if line["bbox"][0] < edge else text).append((y, words))
    return sorted(margin), sorted(text)


def test_no_line_of_a_note_stands_over_another(pages: list[tuple[Lines, Lines]]) -> None:
    assert sum(len(margin) for margin, _ in pages) > 300
    for margin, _ in pages:
        for (above, one), (below, other) in pairwise(margin):
            # What is as high stands in one line, such as a sign and its words.
            assert below - above < 0.6 or below - above > LINE, (one, other)


def test_no_note_stands_below_all_text_of_its_page(pages: list[tuple[Lines, Lines]]) -> None:
    for margin, text in pages:
        begins = [y for (before, _), (y, _) in pairwise([(0.0, ""), *margin]) if y - before > SAME]
        assert not begins or max(begins) < text[-1][0] + 1, margin[-1]

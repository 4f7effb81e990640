"""How lines fall on pages, held over packets of all lengths."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest

from briefgen.model.packet import Form, Paper
from tests.brief.long import Line, long_job, pages_of
from tests.brief.sample import make

Pages = list[list[Line]]
FULL, CONTINUOUS = "full_pages", "continuous_pages"
TITLE = 18.0
BOTTOM = 841.89 - 103.89


@pytest.fixture(scope="session")
def full_pages() -> Pages:
    return laid_out(Form.FULL, Paper.A4, 1)


@pytest.fixture(scope="session")
def continuous_pages() -> Pages:
    return laid_out(Form.CONTINUOUS, Paper.LETTER, 2)


@pytest.fixture(params=[FULL, CONTINUOUS])
def pages(request: pytest.FixtureRequest) -> Pages:
    """The pages of one form."""
    found: Pages = request.getfixturevalue(request.param)
    return found


def laid_out(form: Form, paper: Paper, seed: int) -> Pages:
    """The pages of a long packet in this form."""
    job = long_job(form, paper, seed)
    return from_items(pages_of(make(job)[job.path]))


def from_items(pages: Pages) -> Pages:
    """The pages from the first title of an item on: what stands before only names the items."""
    first = next(n for n, page in enumerate(pages) if any(line.size > TITLE for line in page))
    return pages[first:]


def lines_by_page(pages: Pages, kinds: str) -> dict[tuple[str, int, int], dict[int, int]]:
    """For each part of an item that is of one of these kinds: how many lines of it stand on which
    page.
    """
    found: dict[tuple[str, int, int], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for number, page in enumerate(pages):
        for line in page:
            for part in line.words:
                if part[0] in kinds:
                    found[part][number] += 1
    return found


def test_no_page_begins_or_ends_with_a_single_line_of_a_paragraph(pages: Pages) -> None:
    split = {part: on for part, on in lines_by_page(pages, "plw").items() if len(on) > 1}
    assert split, "some paragraph runs over a page"
    for part, on in split.items():
        assert min(on.values()) >= 2, part


def test_no_heading_stands_in_the_last_two_lines_of_a_page(pages: Pages) -> None:
    for page in pages:
        for number, line in enumerate(page):
            if line.words[0][0] == "h":
                assert len(page) - number - 1 >= 2, line.text


def test_running_text_of_all_pages_stands_on_one_grid(pages: Pages) -> None:
    lines = [line for page in pages for line in page if line.words[0][0] in "pwa"]
    assert len(lines) > 100
    first = min(line.y for line in lines)
    for line in lines:
        off = (line.y - first) % 15
        assert min(off, 15 - off) < 0.3, line.text


def test_no_list_of_key_points_is_cut_after_its_first_or_before_its_last(pages: Pages) -> None:
    points: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for (_, item, part), on in lines_by_page(pages, "k").items():
        for page in on:
            points[item][page].add(part)
    for on_page in points.values():
        assert len(on_page) == 1 or all(len(parts) > 1 for parts in on_page.values())


def test_no_source_stands_alone_on_a_page(pages: Pages) -> None:
    for page in pages:
        others = [line for line in page if line.words[0][0] != "s"]
        assert len(others) == len(page) or len(others) >= 2, [line.text for line in page]


def test_each_item_of_a_full_brief_begins_a_page(full_pages: Pages) -> None:
    for page in full_pages:
        items = [part[1] for line in page for part in line.words]
        assert len(set(items)) <= 1


def test_items_of_a_continuous_brief_share_pages(continuous_pages: Pages) -> None:
    held = [{part[1] for line in page for part in line.words} for page in continuous_pages]
    assert sum(len(items) > 1 for items in held) > 2


def test_a_table_that_breaks_repeats_its_heads(pages: Pages) -> None:
    rows: dict[int, set[int]] = defaultdict(set)
    heads: dict[int, set[int]] = defaultdict(set)
    for part, on in lines_by_page(pages, "rt").items():
        (rows if part[0] == "r" else heads)[part[1]].update(on)
    assert any(len(on) > 1 for on in rows.values())
    assert rows == heads


def test_nothing_stands_below_the_text_of_a_page(pages: Pages) -> None:
    for page in pages:
        assert all(108 < line.y < BOTTOM for line in page)


def test_text_keeps_its_order(pages: Pages) -> None:
    items = [part[1] for page in pages for line in page for part in line.words if part[0] == "p"]
    assert all(after >= before for before, after in pairwise(items))

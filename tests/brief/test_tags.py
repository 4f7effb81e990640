"""What a screen reader meets: the structure tree, and what the validators say of it."""

from __future__ import annotations

import io
import itertools
from pathlib import Path

import pikepdf
import pytest

from briefgen.render.brief.job import BriefResult
from tests.brief.standards import Node, find_no_error, nodes


@pytest.fixture(scope="module")
def document(full: BriefResult) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(full.pdf))


@pytest.fixture(scope="module")
def tree(document: pikepdf.Pdf) -> list[Node]:
    return [node for root in document.Root.StructTreeRoot.K for node in nodes(root)]


def roles(tree: list[Node], role: str) -> list[Node]:
    return [node for node in tree if node.role == role]


def test_an_item_over_several_pages_is_one_article(tree: list[Node]) -> None:
    assert len(roles(tree, "/Art")) == 3


def test_contents_are_a_table_of_contents(tree: list[Node]) -> None:
    (contents,) = roles(tree, "/TOC")
    entries = [node for node in roles(tree, "/TOCI") if "/TOC" in node.parents]
    assert contents.parents[-1] in ("/Sect", "/Part")
    assert len(entries) == 11
    linked = [node for node in roles(tree, "/Link") if "/TOCI" in node.parents]
    assert all("/Reference" in node.parents for node in linked)


def test_a_footnote_follows_its_call(tree: list[Node]) -> None:
    (note,) = roles(tree, "/Note")
    assert "/P" in note.parents
    assert "/ID" in note.element
    before = tree[tree.index(note) - 1 :: -1]
    assert next(node for node in before if node.role == "/Reference").parents == note.parents


def test_headings_skip_no_level(tree: list[Node]) -> None:
    levels = [
        int(node.role[2]) for node in tree if node.role[:2] == "/H" and node.role[2:].isdigit()
    ]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_passages_keep_their_language(tree: list[Node]) -> None:
    assert {"fa", "ru"} <= {str(node.element.get("/Lang", "")) for node in tree}


def test_row_headers_say_that_they_are(tree: list[Node]) -> None:
    heads = roles(tree, "/TH")
    assert heads
    assert all("/Scope" in node.element.A for node in heads)


def test_every_figure_has_words(tree: list[Node]) -> None:
    figures = roles(tree, "/Figure")
    assert len(figures) == 2, "bar and scale; signs are decoration"
    assert all(str(node.element.Alt) for node in figures)


def test_links_are_described_by_their_words(document: pikepdf.Pdf) -> None:
    words = {
        str(link.get("/Contents", ""))
        for page in document.pages
        for link in page.get("/Annots", pikepdf.Array())
    }
    assert "Drills near the border end Item 2, Tashkent Times, 8 July 2021" in words


def test_margins_are_no_content(document: pikepdf.Pdf, tree: list[Node]) -> None:
    stream = document.pages[1].Contents.read_bytes()
    assert stream.count(b"/Pagination") >= 4
    assert sum(node.role == "/Document" for node in tree) == 1


def test_validators_find_no_error(full: BriefResult, tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    file.write_bytes(full.pdf)
    find_no_error(file)

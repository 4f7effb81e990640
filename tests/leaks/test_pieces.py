"""What many files share is searched once, and found in each of them all the same."""

from __future__ import annotations

import itertools

import pytest

from briefgen.leaks.index import Index
from briefgen.leaks.pieces import Pieces
from briefgen.leaks.probes import probes_of
from briefgen.leaks.scan import search

KEPT = "The ferry timetable was kept from the harbour board until its winter session had ended"
PROBES = tuple(probes_of(KEPT))
# Too little of it to be found.
SCRAPS = ["The ferry timetable", "kept from", "until its winter session"]


def found_in(files: dict[str, str], *, harmless: frozenset[bytes] = frozenset()) -> set[str]:
    contents = [(path, text.encode()) for path, text in files.items()]
    hits = search(Index(PROBES), (), contents, lambda probes: probes & harmless)
    return {hit.path for hit in hits}


# Ways to set the same words, each in a page around it.
SETTINGS = {
    "paragraph": f"<p>Words. {KEPT}.</p>",
    "bare": KEPT,
    "bare between blocks": f"<p>Words.</p>{KEPT}<p>More.</p>",
    "inline tags": f"<li>{KEPT[:20]}<b>{KEPT[20:26]}</b>{KEPT[26:]}</li>",
    "attribute": f'<li><a title="{KEPT}">x</a></li>',
    "attribute with the end of a block": f'<a title="</p>{KEPT}">x</a>',
    "script": f'<script>{{"a": "{KEPT}"}}</script>',
    "escaped in a script": f'<script>{{"a": "\\u0054{KEPT[1:]}"}}</script>',
    "comment": f"<!-- {KEPT} --><p>Words.</p>",
    "comment with the end of a block": f"<p>a</p><!-- </p> {KEPT} --><p>b</p>",
    "a page about files": f"<title>%PDF-1.7</title><p>{KEPT[:9]}<i>{KEPT[9:]}</i></p>",
    "unfinished tag": f'<p>a</p><img alt="{KEPT}"',
}


def page(part: str) -> str:
    return f"<!doctype html>\n<html><body><ul><li>Home</li></ul>{part}<p>End.</p></body></html>\n"


@pytest.mark.parametrize("name", SETTINGS)
def test_a_part_that_all_files_have_is_found_in_all(name: str) -> None:
    files = {f"{number}.html": page(SETTINGS[name]) for number in range(4)}
    assert found_in(files) == files.keys()


@pytest.mark.parametrize("name", SETTINGS)
def test_what_was_read_before_hides_nothing(name: str) -> None:
    """Pages with parts of it, and with all around it, come first."""
    before = itertools.chain(SCRAPS, ["<p>Words.</p>", "<!-- ", '<a title="'])
    files = {f"{number}.html": page(part) for number, part in enumerate(before)}
    assert found_in(files) == set()
    assert found_in({**files, "last.html": page(SETTINGS[name])}) == {"last.html"}


def test_bytes_and_characters_are_told_apart() -> None:
    """A piece without a tag is the same as bytes and as characters."""
    pieces = Pieces()
    assert pieces.begin(b"<p>One</p>Two") == b"<p>One</p>Two"
    assert pieces.new_in("Two") == "Two"


def test_what_was_found_and_is_harmless_does_not_hide_a_leak() -> None:
    files = {"a.html": page(f"<p>{KEPT[:32]}</p>"), "b.html": page(f"<p>{KEPT}</p>")}
    assert found_in(files, harmless=frozenset(PROBES[:1])) == {"b.html"}

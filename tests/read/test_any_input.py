"""Whatever the bytes, reading ends with a record or with diagnostics."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.diagnostics import has_errors
from briefgen.model.item import Kind
from briefgen.model.settings import Limits
from briefgen.model.text import LINK_CLOSE, LINK_MID, LINK_OPEN, SLOT_CHARACTERS
from briefgen.read.entities import read_entities
from briefgen.read.item import read_item
from briefgen.read.reading import Reading, ReadItem
from briefgen.read.settings import read_settings
from tests.read.show import PATH, read_body

VOID = ("br", "hr", "wbr")


class Balance(HTMLParser):
    """Fails where tags do not nest, or an id or an attribute stands twice."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names)
        assert not [name for name in names if name.startswith("on") or name == "style"]
        if tag == "a":
            assert "a" not in self.open
        for name, value in attrs:
            if name == "id":
                assert value
                assert value not in self.ids
                self.ids.add(value)
            if name == "href":
                assert value
                assert value.lower().startswith(("http://", "https://", "mailto:", "#"))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def sound(item: ReadItem) -> None:
    """The result keeps its promises."""
    assert (item.face is None) is has_errors(item.diagnostics)
    assert (item.body is None) is (item.face is None)
    for each in item.diagnostics:
        assert each.message
        assert each.path == PATH
        assert each.mark.column >= 1 or each.mark.line == 0
    if item.face is None or item.body is None:
        return
    html = item.body.text.html
    at = 0
    for number in range(html.count(LINK_OPEN)):
        at = html.index(LINK_OPEN, at) + 1
        end = html.index(LINK_MID, at)
        found = re.match("[0-9]+", html[at:end])
        assert found is not None
        assert 0 <= int(found[0]) < len(item.face.links), number
        assert LINK_OPEN not in html[at : html.index(LINK_CLOSE, end)]
    balance = Balance()
    balance.feed(html.translate({ord(c): None for c in SLOT_CHARACTERS}))
    balance.close()
    assert balance.open == []
    assert {h.anchor for h in item.body.text.headings} <= balance.ids


@given(st.binary(max_size=300), st.sampled_from(Kind))
def test_bytes(data: bytes, kind: Kind) -> None:
    sound(read_item(kind, PATH, data, Reading()))
    read_settings(PATH, data)
    read_entities(PATH, data, Reading())


@given(st.text(max_size=300))
def test_text(text: str) -> None:
    sound(read_body(text.encode("utf-8", "replace").decode()))


fragments = st.sampled_from(
    [
        *"ab \n\t\"'*_`~[]()<>!|#-+:{}^&\\.1",
        "\n\n",
        "    ",
        "::: internal\n",
        "::: note\n",
        ":::\n",
        "[[a]]",
        "[[b|c]]",
        "[a](b.md)",
        "[^1]",
        "\n[^1]: ",
        "^[",
        "[a][b]",
        "\n[b]: https://x.org\n",
        "{.c #d}",
        "\n{.e}\n",
        "<b>",
        "</b>",
        "<u id=d title='\"'>",
        "<b style=x onclick=y>",
        "<a href=x>",
        "<script>",
        "</script>",
        "<rt>",
        "<ruby>",
        "\n<div>",
        "\n</div>",
        "\n\n<table>\n<tr><td>",
        "<tr>",
        "</table>",
        "\n<ul>\n<li>",
        "</ul>",
        "\n<p>",
        "\n<pre>",
        "</pre>",
        "\n<details open><summary>",
        "\n<del>\n",
        "</del>",
        "\n<center>",
        "<br/>",
        "\n<hr>\n",
        "<!--",
        "-->",
        "![",
        "](x)",
        "\n- ",
        "\n> ",
        "\n1. ",
        "\n# ",
        "\n---\n",
        "\n|a|b|\n|-|-|\n|",
        "\n```\n",
        "\nT\n: ",
        "<https://x.org>",
        "&#xE000;",
        "&amp;",
        "\ue003",
        "سلام",
        "\u202e",
        "\x00",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(fragments, max_size=40).map("".join))
def test_markdown(body: str) -> None:
    sound(read_body(body))


keys = st.sampled_from(
    ["title", "date", "source", "url", "people", "statements", "quote", "tlp", "x_a", "events",
     "corrections", "internal", "silence", "slug", "lang", "sections", "zzz", "<<", "1", ""]
)  # fmt: skip
values = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.text(max_size=12)
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=5)),
    max_leaves=15,
)


@settings(deadline=None)
@given(st.dictionaries(keys, values, max_size=8), st.sampled_from(Kind))
def test_yaml_of_any_shape(front: dict[str, object], kind: Kind) -> None:
    text = yaml.safe_dump(front, allow_unicode=True)
    sound(read_item(kind, PATH, f"---\n{text}\n---\n".encode("utf-8", "replace"), Reading()))


yaml_fragments = st.sampled_from(
    ["a", "title", ": ", "\n", "  ", "- ", "[", "]", "{", "}", ", ", '"', "'", "&a ", "*a", "!x ",
     "|", ">", "#", "%", "@", "`", "? ", "\t", "\\", "---", "...", "<<: ", "x_b: ", "😀", "\u2028"]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(yaml_fragments, max_size=25).map("".join))
@example("*a<<: \t")  # a value of nothing but a tab
@example("]<<: \t")
def test_yaml_of_any_text(front: str) -> None:
    sound(read_item(Kind.ARTICLE, PATH, f"---\n{front}\n---\n".encode(), Reading()))


@pytest.mark.parametrize(
    "body",
    [
        unit * 5_000
        for unit in (
            "[",
            "![",
            "^[",
            "[[a|",
            "[a](",
            "[a][",
            "`",
            "<!--",
            "<a ",
            "<a x=",
            "<b>",
            "</b>",
            '<b x="',
            "<script>",
            "*<script>",
            "\n<script>\n",
            "\n\n<pre>",
            "\n<div>\n",
            "\n<div>\n\n",
            "\n<table>\n<tr><td>",
            "\n<!--",
            "{",
            "*a ",
            "a\n:::\n",
        )
    ]
    + [
        ">" * 20_000,
        "- " * 20_000,
        "![" * 300 + "](x)" * 300,
        "[" * 300 + "]{.a}" * 300,
        "^[" * 300 + "]" * 300,
        "*a **b " * 1000 + "c** d*" * 1000,
        "::: internal\n" * 5000,
        "[^a]: " * 3000,
    ],
    ids=lambda body: f"{body[:8]!r} {len(body)}",
)
@pytest.mark.timeout(20)
def test_hostile_markdown_ends_soon(body: str) -> None:
    sound(read_body(body))


@pytest.mark.parametrize(
    ("front", "code"),
    list(
        zip(
            [
                "[" * 100_000,
                "- " * 100_000,
                "? " * 100_000,
                "{a: " * 50_000,
                "x_a: " + "[" * 99,
                "x_0: &a0 [a]\n"
                + "".join(
                    f"x_{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 11)
                ),
                "x_0: &a0 [a]\n" + "".join(f"x_{n}: &a{n} [[[*a{n - 1}]]]\n" for n in range(1, 90)),
                "".join(f"x_{n}: &a{n} 1\nx_{n}b: *a{n}\n" for n in range(200)),
            ],
            ["yaml-nesting"] * 4 + ["yaml-bracket", "yaml-aliases", "yaml-nesting", "yaml-aliases"],
            strict=True,
        )
    ),
    ids=["brackets", "hyphens", "questions", "braces", "unclosed", "laughs", "tower", "aliases"],
)
@pytest.mark.timeout(20)
def test_hostile_yaml_ends_soon(front: str, code: str) -> None:
    item = read_item(Kind.ARTICLE, PATH, f"---\n{front}\n---\n".encode(), Reading())
    assert code in [each.code for each in item.diagnostics]
    sound(item)


def test_a_file_may_not_be_larger_than_allowed() -> None:
    reading = Reading(limits=Limits(file_size=100))
    item = read_item(Kind.ARTICLE, PATH, b"---\ntitle: x\n---\n" + b"a" * 100, reading)
    assert [each.code for each in item.diagnostics] == ["file-too-large"]


def test_a_paragraph_may_not_be_all_brackets() -> None:
    item = read_body("Text.\n\n" + "[a " * 2000)
    assert [(each.code, each.mark.line) for each in item.diagnostics] == [("too-complex", 6)]

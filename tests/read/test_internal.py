"""What stands in internal blocks leaves no trace outside of them."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.model.item import Kind
from briefgen.model.text import LINK_MID, LINK_OPEN
from briefgen.read.item import read_item
from briefgen.read.reading import Reading
from tests.read.show import PATH, html_of, public, public_of, read_body

HIDDEN = "zzsecret"

PUBLIC_BLOCKS = [
    "Words here.",
    'A "quoted" word[^a] and [[slug|a link]].',
    "Again[^a] and other[^b].",
    "In place^[a *note*].",
    "# Plan",
    "## Plan",
    "## Aims",
    "- one\n- two[^b]",
    "- one\n\n  more",
    "> said\n> so",
    "| a | b |\n|---|---|\n| c | [[d]] |",
    "```\ncode\n:::\n```",
    "::: note\nNoted[^a].\n:::",
    "::: warning\n## Plan\n:::",
    "1. x\n2. y",
    "Term\n: Definition",
    "A <b>bold</b> word <b>and one without an end",
    "<div>\n\nIn it",
    "</div>\n\nafter it",
    "<table>\n<tr>\n\nIn a table",
    "<table>\n<tr><td>\n\nIn a cell",
    "<details>\n<summary>Sum",
    "<template>\n\nIn it",
    "<ul>\n<li>",
    "<pre>\n</pre>",
]
HIDDEN_BLOCKS = [
    HIDDEN,
    f"{HIDDEN}[^a] and [[{HIDDEN}]] and [x]({HIDDEN}.md).",
    f"{HIDDEN}[^s]",
    f"In place^[{HIDDEN}].",
    f"# Plan\n\n{HIDDEN}",
    f"## Aims {HIDDEN}",
    f"- {HIDDEN}\n- {HIDDEN}",
    f"> {HIDDEN}\n> :::",
    f"```\n{HIDDEN}\n:::\n```",
    f"::: note\n{HIDDEN}\n:::",
    f"::: note\n::: warning\n{HIDDEN}\n:::\n{HIDDEN}\n:::",
    f"::: internal\n{HIDDEN}\n:::",
    f'"{HIDDEN}',
    f"Term\n: {HIDDEN}",
    f"| {HIDDEN} |\n|---|\n| {HIDDEN} |",
    f"[i]: https://x.org/{HIDDEN}",
    f"</div>\n\n{HIDDEN}",
    f"<div>\n\n{HIDDEN}",
    f"<b>{HIDDEN} [[{HIDDEN}]]",
    f"</td></tr></table>\n{HIDDEN}",
    f"<table>\n{HIDDEN}\n<tr>{HIDDEN}<td>",
    f"<script>\n{HIDDEN}",
    f"<script>{HIDDEN}</script>",
    f"<style>\n{HIDDEN}\n</style>{HIDDEN}",
    f"<pre>\n{HIDDEN}\n\n{HIDDEN}",
    f"<x-internal>{HIDDEN}</x-internal>",
    f'<b id="{HIDDEN}" title="{HIDDEN}">{HIDDEN}',
    f"<!-- {HIDDEN} -->",
]
NOTES = f'[^a]: A "note".\n\n[^b]: B[^a].\n\n[^s]: {HIDDEN}[^t].\n\n[^t]: {HIDDEN}.\n'

END = "\n\nA word."  # two lists with nothing between them would be one

Block = tuple[bool, str]
blocks = st.lists(
    st.one_of(
        st.tuples(st.just(value=False), st.sampled_from(PUBLIC_BLOCKS)),
        st.tuples(
            st.just(value=True),
            st.lists(st.sampled_from(HIDDEN_BLOCKS), min_size=1).map("\n\n".join),
        ),
    ),
    max_size=8,
)


def _with(parts: list[Block]) -> str:
    return "\n\n".join(f"::: internal\n{t}\n:::" if secret else t + END for secret, t in parts)


def _without(parts: list[Block]) -> str:
    return "\n\n".join(text + END for secret, text in parts if not secret)


def _unnumbered(html: str) -> str:
    """Without the numbers of links, which no reader sees."""
    return re.sub(f"{LINK_OPEN}\\d+{LINK_MID}", LINK_OPEN, html)


def _unspaced(html: str) -> str:
    return re.sub(r"\s+", "", _unnumbered(html))


@settings(max_examples=150, deadline=None)
@given(blocks)
def test_the_public_text_is_that_without_the_blocks(parts: list[Block]) -> None:
    item = read_body(f"{_with(parts)}\n\n{NOTES}")
    plain = read_body(f"{_without(parts)}\n\n{NOTES}")
    assert item.body is not None
    assert plain.body is not None
    shown = public_of(item)
    assert HIDDEN not in shown
    assert _unnumbered(shown) == _unnumbered(public_of(plain))
    assert item.body.text.headings == plain.body.text.headings
    assert item.body.text.words == plain.body.text.words
    assert item.face is not None
    assert plain.face is not None
    assert [link.target for link in item.face.links if not link.internal] == [
        link.target for link in plain.face.links
    ]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="a:`-> \n[^]*#~|1.{}<!", max_size=200))
def test_no_text_breaks_out_of_its_block(text: str) -> None:
    """Whatever stands inside, unless it ends the block itself, stays inside."""
    if re.search(r"^[\s>\-1.#*]*:::", text, re.MULTILINE):
        return
    item = read_item(
        Kind.ARTICLE,
        PATH,
        f"---\ntitle: T\n---\n::: internal\n{HIDDEN} {text}\n\n{HIDDEN}\n:::\nend\n".encode(),
        Reading(),
    )
    if item.body is not None:
        assert HIDDEN not in public_of(item)


tags = st.sampled_from(
    ["<div>", "</div>", "<table>", "</table>", "<tr>", "<td>", "<ul>", "<li>", "<p>", "</p>", "<b>",
     "</b>", "<pre>", "</pre>", "<script>", "</script>", "<style>", "<template>", "<textarea>",
     "<plaintext>", "<select>", "<svg>", "<title>", "<noscript>", "<x-internal>", "</x-internal>",
     "<details>", "<summary>", "<del>", "</del>", "<img>", "<a>", "<!---->", "<h2>", "<frameset>",
     "_", "a", "\n", "\n\n", "\n- ", "\n> ", "|a|\n|-|\n|", "[[b]]"]
)  # fmt: skip
# An element of raw text that has no end (CommonMark 0.31, section 4.6, the first kind of block).
_RAW = "(?:script|style|pre|textarea)"
OPEN_RAW = re.compile(f"<{_RAW}>(?!.*</{_RAW}>)", re.DOTALL)
texts = st.lists(tags, max_size=12).map("".join)


@settings(max_examples=250, deadline=None)
@given(texts, texts, texts)
@example("<table>", "", "<tr>")
@example("<ul>", "", "<li>a")
@example("<div><table><tr>", "<table>", "<td>a</table>_a_")
@example("<script>", "", "<div></script>")
def test_no_tag_frees_what_is_internal(before: str, inside: str, after: str) -> None:
    """Whatever tags stand before, in and after the block, none of it reaches the public."""
    body = f"{before}\n::: internal\n{HIDDEN}{inside}{HIDDEN}\n\n{HIDDEN}\n:::\n{after}"
    item = read_body(body)
    plain = read_body(f"{before}\n\n{after}")
    if item.body is None or re.search(r"^[ >-]*:::", inside, re.MULTILINE):
        return
    if "- " in before or "> " in before:  # the block may stand in them, and they then hold more
        assert HIDDEN not in public_of(item)
        return
    assert HIDDEN not in public_of(item)
    if OPEN_RAW.search(before):  # without the block it would go on, and swallow what follows
        plain = read_body(f"{before}\n::: internal\nOther.\n:::\n{after}")
    assert _unspaced(public_of(item)) == _unspaced(public_of(plain))


def test_in_a_list_no_empty_entry_remains() -> None:
    html = public(html_of(f"- ::: internal\n  {HIDDEN}\n  :::\n- b\n"))
    assert html == "<ul>\n<li>b</li>\n</ul>\n"


def test_a_list_of_nothing_else_goes_with_it() -> None:
    html = public(html_of(f"> - ::: internal\n>   {HIDDEN}\n>   :::\n\na\n"))
    assert html == "<p>a</p>\n"

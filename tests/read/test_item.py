"""Items as a whole: names, dates, aliases of keys, places, digests."""

from __future__ import annotations

import datetime

import pytest

from briefgen.model.article import ArticleBody, ArticleFace, Source
from briefgen.model.item import Kind
from briefgen.model.marks import Mark, find_mark
from briefgen.model.packet import Entry, Form, PacketFace, Paper
from briefgen.model.settings import DateFrom, Markdown, Settings, SlugFrom
from briefgen.read.anchors import element_id
from briefgen.read.item import read_item
from briefgen.read.reading import Reading, reading_of
from tests.read.show import html_of, read, told

BY_PATH = reading_of(Settings(title="x", slug_from=SlugFrom.PATH))


@pytest.mark.parametrize(
    ("path", "reading", "slug"),
    [
        ("content/articles/2021-08-16-no-threat.md", Reading(), "no-threat"),
        ("content/articles/2021-08-16_No threat!.md", Reading(), "no-threat"),
        ("content/articles/2021/08/no-threat.md", Reading(), "no-threat"),
        ("content/articles/2021-08-16.md", Reading(), "2021-08-16"),
        ("content/articles/2021-08-16-talks/index.md", Reading(), "talks"),
        ("content/articles/گفت‌وگو.md", Reading(), "گفت-وگو"),
        ("index.md", Reading(), "index"),
        ("content/articles/2021/08/no-threat.md", BY_PATH, "2021-08-no-threat"),
        ("content/articles/asia/2021-08-16-no-threat.md", BY_PATH, "asia-no-threat"),
        ("content/articles/asia/talks/index.md", BY_PATH, "asia-talks"),
        ("elsewhere/a.md", BY_PATH, "elsewhere-a"),
    ],
)
def test_slug_of_the_path(path: str, reading: Reading, slug: str) -> None:
    item = read("---\ntitle: x\n---\n", path=path, reading=reading)
    assert item.face is not None
    assert item.face.slug == slug
    assert item.face.id == f"article:{slug}"


def test_a_slug_of_its_own() -> None:
    item = read("---\ntitle: x\nslug: گفت-وگو\n---\n# A\n")
    assert item.face is not None
    assert item.face.slug == "گفت-وگو"
    assert item.body is not None
    assert item.body.text.headings[0].anchor == "گفت-وگو--a"


def test_a_file_name_without_letters() -> None:
    item = read("---\ntitle: x\n---\n", path="content/articles/!!!.md")
    assert [each.code for each in item.diagnostics] == ["slug-missing"]
    assert read("---\ntitle: x\nslug: a\n---\n", path="content/articles/!!!.md").face


def test_ids_name_their_item() -> None:
    for kind, expected in (
        (Kind.ARTICLE, "here--what-was-said"),
        (Kind.PACKET, "packet--here--what-was-said"),
        (Kind.PAGE, "page--here--what-was-said"),
    ):
        item = read("---\ntitle: x\n---\n## What was said\n", kind)
        assert item.body is not None
        assert item.body.text.headings[0].anchor == expected
        assert element_id(kind, "here", "what-was-said") == expected


def test_date_of_the_file_name() -> None:
    reading = Reading(date_from=DateFrom.FILE_NAME, timezone="Asia/Kabul")
    item = read("---\ntitle: x\n---\n", reading=reading)
    assert item.face is not None
    assert isinstance(item.face.keys, ArticleFace)
    assert item.face.keys.date is not None
    assert item.face.keys.date.day == datetime.date(2021, 8, 16)
    stated = read("---\ntitle: x\ndate: 2021-01-01\n---\n", reading=reading)
    assert stated.face is not None
    assert isinstance(stated.face.keys, ArticleFace)
    assert stated.face.keys.date is not None
    assert stated.face.keys.date.text == "2021-01-01"
    broken = read("---\ntitle: x\n---\n", path="a/2021-02-30-x.md", reading=reading)
    assert [each.code for each in broken.diagnostics] == ["date-invalid"]
    assert read("---\ntitle: x\n---\n", Kind.PAGE, reading=reading).face


def test_keys_under_other_names() -> None:
    reading = Reading(
        field_aliases={
            "description": "summary",
            "source_url": "source.url",
            "publisher": "source.publisher",
            "layout": "x_layout",
            "bottom": "bluf",
        }
    )
    item = read(
        "---\ntitle: x\ndescription: y\nsource_url: https://x.org\nsource: {title: z}\n"
        "publisher: TASS\nlayout: post\n---\n",
        reading=reading,
    )
    assert item.face is not None, told(item.diagnostics)
    assert isinstance(item.face.keys, ArticleFace)
    assert item.face.keys.summary == "y"
    assert item.face.keys.source == Source(title="z", url="https://x.org", publisher="TASS")
    assert item.body is not None
    assert isinstance(item.body.keys, ArticleBody)
    assert item.body.keys.extra == {"x_layout": "post"}
    assert find_mark(item.body.marks, "source.url") == Mark(line=4, column=13, length=13)
    assert find_mark(item.body.marks, "summary@key") == Mark(line=3, column=1, length=11)


@pytest.mark.parametrize(
    ("front", "codes"),
    [
        ("summary: a\ndescription: b", ["alias-conflict"]),
        ("source: {url: https://x.org}\nsource_url: https://y.org", ["alias-conflict"]),
        ("source: TASS\nsource_url: https://y.org", ["alias-conflict", "value-type"]),
        ("bottom: x", ["key-unknown"]),
    ],
)
def test_keys_that_meet(front: str, codes: list[str]) -> None:
    aliases = {"description": "summary", "source_url": "source.url", "bottom": "bluf"}
    item = read(f"---\ntitle: x\n{front}\n---\n", reading=Reading(field_aliases=aliases))
    assert sorted(each.code for each in item.diagnostics) == codes


def test_packet() -> None:
    item = read(
        "---\n"
        "title: Week\n"
        "number: 3\n"
        "period: 2021-08-17/2021-08-27\n"
        "articles: [one, {article: two, lead: yes, note: n}]\n"
        "sections:\n"
        "  - title: A\n"
        "    articles: three\n"
        "key_judgments:\n"
        "  - {text: t, likelihood: Very Likely, confidence: low, articles: [one]}\n"
        "select: {topics: [a, b], since: 2021-08-01, limit: 5}\n"
        "pdf: {paper: letter, cover: no, form: morning}\n"
        "---\n",
        Kind.PACKET,
    )
    assert item.face is not None, told(item.diagnostics)
    keys = item.face.keys
    assert isinstance(keys, PacketFace)
    assert keys.articles == (Entry(article="one"), Entry(article="two", lead=True, note="n"))
    assert keys.sections[0].articles == (Entry(article="three"),)
    assert keys.key_judgments[0].likelihood == "very likely"
    assert keys.select is not None
    assert keys.select.limit == 5
    assert (keys.pdf.paper, keys.pdf.cover, keys.pdf.form) == (Paper.LETTER, False, Form.MORNING)
    assert item.body is not None
    marks = item.body.marks
    assert find_mark(marks, "sections.0.articles.0") == Mark(line=8, column=15, length=5)
    assert find_mark(marks, "articles.1.lead") == Mark(line=5, column=38, length=3)


@pytest.mark.parametrize("before", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_byte_order_mark(before: str, end: str) -> None:
    text = "---\ntitle: x\nsummary: |\n  a\n  b\nfoo: y\n---\n\nText [a](javascript:x).\n"
    item = read(before + text.replace("\n", end))
    assert [(d.code, d.mark.line, d.mark.column) for d in item.diagnostics] == [
        ("key-unknown", 6, 1),
        ("link-scheme", 9, 6),
    ]


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"---\ntitle: x\n---\nab\xff", 4, 3),
        ("---\ntitle: é".encode() + b"\xe9\n", 2, 9),
        (b"\xef\xbb\xbf\xff", 1, 1),
        ("---\n".encode("utf-16"), 0, 0),
    ],
)
def test_other_encodings(data: bytes, line: int, column: int) -> None:
    item = read_item(Kind.ARTICLE, "a.md", data, Reading())
    assert [(d.code, d.mark.line, d.mark.column) for d in item.diagnostics] == [
        ("encoding", line, column)
    ]


def test_words_count_what_is_read() -> None:
    item = read(
        "---\ntitle: x\n---\n# One two\n\nthree *four* [five](a.md)\n\n- six\n\n    seven\n"
    )
    assert item.body is not None
    assert item.body.text.words == 7


def test_strange_line_ends_do_not_move_places() -> None:
    item = read("---\ntitle: a\u2028b\x85c\nfoo: x\n---\n")
    assert [(d.code, d.mark.line) for d in item.diagnostics] == [("key-unknown", 3)]


def test_an_escape_brings_in_no_slot() -> None:
    item = read('---\ntitle: "a\\uE000b\\uE003"\n---\n')
    assert item.face is not None
    assert item.face.keys.title == "ab"


def test_the_digest_of_the_body_tells_bodies_apart() -> None:
    first, same, other = (
        read(f"---\ntitle: {title}\n---\n{body}\n").face
        for title, body in (("a", "x"), ("b", "x"), ("a", "y"))
    )
    assert first
    assert same
    assert other
    assert first.body == same.body
    assert first.body != other.body


@pytest.mark.parametrize(
    ("switch", "source", "sign"),
    [
        ("tables", "| a |\n|---|\n| b |\n", "<table"),
        ("footnotes", "a[^1]\n\n[^1]: b\n", "<sup"),
        ("definition_lists", "a\n: b\n", "<dl"),
        ("strikethrough", "~~a~~", "<s>"),
        ("attributes", "{.a}\nb\n", "class="),
        ("smart_quotes", '"a"', "“"),
        ("heading_anchors", "## A\n", "id="),
    ],
)
def test_each_extension_can_be_switched_off(switch: str, source: str, sign: str) -> None:
    assert sign in html_of(source)
    off = Reading(markdown=Markdown(**{switch: False}))
    item = read(f"---\ntitle: x\n---\n{source}", reading=off)
    assert item.body is not None
    assert sign not in item.body.text.html


def test_internal_blocks_cannot_be_switched_off() -> None:
    off = Reading(markdown=Markdown(containers=False))
    html = html_of("::: internal\na\n:::\n", off)
    assert html.startswith("\ue003")
    item = read("---\ntitle: x\n---\n::: note\na\n:::\n", reading=off)
    assert [each.code for each in item.diagnostics] == ["container-unknown"]

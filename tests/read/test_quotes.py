"""Quotation marks by language."""

from __future__ import annotations

import time

import pytest

from briefgen.model.settings import Markdown
from briefgen.read.reading import Reading
from tests.read.show import html_of, read

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“a ‘b’ c”"),
        ("en-GB", "“a ‘b’ c”"),
        ("de", "„a ‚b‘ c“"),
        ("fr", f"«{NBSP}a “b” c{NBSP}»"),
        ("ru", "«a „b“ c»"),
        ("fa", "«a ‹b› c»"),
        ("tlh", "“a ‘b’ c”"),
    ],
)
def test_by_language(language: str, expected: str) -> None:
    assert html_of("\"a 'b' c\"", Reading(language=language)) == f"<p>{expected}</p>\n"
    item = read(f"---\ntitle: T\nlang: {language}\n---\n\"a 'b' c\"")
    assert item.body is not None
    assert item.body.text.html == f"<p>{expected}</p>\n"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("l'homme", "l’homme"),
        ("the '90s", "the ’90s"),
        ("the guns' noise", "the guns’ noise"),
        ('"*a*" and "`b`"', "“<em>a</em>” and “<code>b</code>”"),
        ('"a\nb"', "“a\nb”"),
        ('("a")', "(“a”)"),
        ('"a", "b".', "“a”, “b”."),
        ("\"'a' b\"", "“‘a’ b”"),
        ("\"a 'b'\"", "“a ‘b’”"),
        ('"the soldiers\' guns"', "“the soldiers’ guns”"),
        ('a 5" gun', 'a 5" gun'),
        ('"a', '"a'),
        ('a"', 'a"'),
        ('\\"a\\"', '"a"'),
        ('他说"你好"吗', "他说“你好”吗"),
        ('a"b"c', 'a"b"c'),
        ('`"a"`', '<code>"a"</code>'),
        ('"[a](https://x.org)"', '“<a href="https://x.org" rel="external">a</a>”'),
        ("“already”", "“already”"),
        ('" a "', '" a "'),
    ],
)
def test_in_english(given: str, expected: str) -> None:
    assert html_of(given) == f"<p>{expected}</p>\n"


def test_off() -> None:
    assert html_of('"a"', Reading(markdown=Markdown(smart_quotes=False))) == '<p>"a"</p>\n'


@pytest.mark.parametrize("unit", ['"', "'", "\"'", 'a"', ' "a', "'a ", '"*a*'])
def test_time_grows_with_the_text_only(unit: str) -> None:
    begin = time.process_time()
    html_of(unit * (40_000 // len(unit)))
    assert time.process_time() - begin < 4  # the library’s own pass needs 8 s for 48 kB

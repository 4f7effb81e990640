"""Slugs are safe as file names everywhere, and stay what they are."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.read.slug import LONGEST, RESERVED, is_slug, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Moscow calls the Taliban no threat", "moscow-calls-the-taliban-no-threat"),
        ("  Don't panic…  ", "dont-panic"),
        ("Don’t -- panic", "dont-panic"),
        ("گفت‌وگو در مسکو", "گفت-وگو-در-مسکو"),
        ("Переговоры в Москве", "переговоры-в-москве"),
        ("Straße", "strasse"),
        ("Cafe\u0301", "café"),
        ("हिन्दी", "हिन्दी"),
        ("上海 2021", "上海-2021"),
        ("ﬁnal ２０２１", "final-2021"),
        ("a\u202eb\u200bc", "abc"),
        ("a_b.c/d\\e", "a-b-c-d-e"),
        ("\u0301a", "a"),
        ("CON", "con-0"),
        ("com¹", "com1-0"),
        ("nul.txt", "nul-txt"),
        ("?!", ""),
        ("", ""),
    ],
)
def test_of(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_length_is_that_of_a_file_name() -> None:
    assert len(slugify("x" * 1000)) == LONGEST
    assert len(slugify("گفت " * 1000).encode()) <= LONGEST
    assert is_slug(slugify("گفت " * 1000))


@given(st.text(max_size=60))
def test_safe_and_stable(text: str) -> None:
    slug = slugify(text)
    assert slugify(slug) == slug
    assert is_slug(slug) is bool(slug)
    assert len(slug.encode()) <= LONGEST
    assert unicodedata.normalize("NFC", slug) == slug
    assert slug not in RESERVED
    assert "--" not in slug
    assert slug.strip("-") == slug
    assert all(c == "-" or unicodedata.category(c)[0] in "LNM" for c in slug)


@given(st.text(max_size=30), st.sampled_from([str.upper, str.title, lambda t: f" {t}!"]))
def test_no_slug_but_what_slugify_makes(text: str, change: object) -> None:
    assert callable(change)
    other = change(text)
    assert is_slug(other) is (bool(other) and slugify(other) == other)

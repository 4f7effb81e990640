"""What stands where the tag of a language belongs."""

from __future__ import annotations

import pytest

from briefgen.read.convert.checks import check_language


@pytest.mark.parametrize("tag", ["en", "fa", "fa-IR", "zh-Hant", "tlh", "uk", "x-own", "PT-br"])
def test_a_tag_is_taken(tag: str) -> None:
    assert check_language(tag) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Persian", "fa"),
        ("farsi", "fa"),
        ("فارسی", "fa"),
        ("fa_IR", "fa-IR"),
        ("Deutsch", "de"),
        ("русский", "ru"),
        ("Chinese", "zh"),
        ("ua", "uk"),
        ("cn", "zh"),
        ("jp", "ja"),
    ],
)
def test_a_name_or_a_country_is_told_with_the_tag(written: str, meant: str) -> None:
    complaint = check_language(written)
    assert complaint is not None
    assert (complaint.code, complaint.hint) == ("language-invalid", f"Write it so: {meant}")


@pytest.mark.parametrize("written", ["xx", "Lakelandish", "", "en US", "xx-YY"])
def test_what_is_no_language_is_refused(written: str) -> None:
    complaint = check_language(written)
    assert complaint is not None
    assert complaint.hint == "Examples: en, fa, ru, zh-Hant."

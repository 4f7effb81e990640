"""How much an article takes from its source, by limits that can be changed without a new look."""

from __future__ import annotations

import pytest

from briefgen.build import proofs
from briefgen.check.quotations.proof import prove_article
from tests.harness import SiteFolder, codes

PATH = "content/articles/pier.md"
TEXT = "The council has set aside money for repairs to the northern pier after the storm in March."
FRONT = """\
---
title: Pier
date: 2021-11-04
summary: The islands keep their ferry.
source: {title: Talks, language: en, snapshot: pier.txt}
---
"""


@pytest.fixture
def copying(site: SiteFolder) -> SiteFolder:
    """An article with ten words of its source in a row."""
    site.write("content/sources/pier.txt", f"The ferry\n\n{TEXT}\n\n“No more,” she said.\n")
    ten = " ".join(TEXT.split()[:10])
    site.write(PATH, f"{FRONT}A line of our own.\n\nHere *it* is: {ten} by night.\n")
    return site


def limit(site: SiteFolder, **limits: int) -> None:
    kept = [line for line in site.read("briefgen.yaml").splitlines() if "limits:" not in line]
    pairs = ", ".join(f"{name}: {value}" for name, value in limits.items())
    site.write("briefgen.yaml", "\n".join([*kept, f"limits: {{{pairs}}}", ""]))


def test_the_limit_decides_and_nothing_is_measured_again(
    copying: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert codes(copying.check()) == []
    monkeypatch.setattr(proofs, "prove_article", lambda *_: pytest.fail("measured again"))
    limit(copying, copied_words=10)
    (told,) = copying.check().diagnostics
    assert told.code == "text-copied"
    assert "10 words" in told.message
    assert (told.mark.line, told.mark.column) == (9, 15)
    limit(copying, copied_words=11)
    assert codes(copying.check()) == []
    monkeypatch.setattr(proofs, "prove_article", prove_article)


def test_what_is_quoted_is_not_copied(copying: SiteFolder) -> None:
    limit(copying, copied_words=8)
    body = f"She said “{TEXT}” and left.\n\n> {TEXT}\n"
    copying.write(PATH, FRONT + body)
    assert codes(copying.check()) == []
    copying.write(PATH, FRONT + TEXT + "\n")
    assert codes(copying.check()) == ["text-copied"]


def test_a_limit_below_what_is_looked_for_is_refused(copying: SiteFolder) -> None:
    limit(copying, copied_words=5)
    assert codes(copying.check()) == ["value-range"]


def test_two_characters_count_as_a_word_where_no_spaces_are_written(copying: SiteFolder) -> None:
    text = "老火车站建于一九三六年是省内仅存的三座砖木结构车站之一"
    copying.write("content/sources/pier.txt", f"标题\n\n{text}。\n")
    copying.write(PATH, FRONT.replace("language: en", "language: zh") + f"本站认为{text}。\n")
    (told,) = copying.check().diagnostics
    assert told.code == "text-copied"
    assert told.message.startswith(f"{len(text) // 2} words")

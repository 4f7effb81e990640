"""How much an article takes from its source, by limits that can be changed without a new look."""

from __future__ import annotations

import pytest

from briefgen.build import prove
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
    monkeypatch.setattr(prove, "prove_article", lambda *_: pytest.fail("measured again"))
    limit(copying, copied_words=10)
    (told,) = copying.check().diagnostics
    assert told.code == "text-copied"
    assert "10 words" in told.message
    assert (told.mark.line, told.mark.column) == (9, 15)
    limit(copying, copied_words=11)
    assert codes(copying.check()) == []
    monkeypatch.setattr(prove, "prove_article", prove_article)


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


def copied_from(site: SiteFolder, source: str, **front: str) -> list[str]:
    """What is found in an article, by keys of its front matter, with a source of that text."""
    site.write("content/sources/pier.txt", source)
    keys = "".join(f"{name}: {value}\n" for name, value in front.items())
    site.write(PATH, FRONT.removesuffix("---\n") + keys + "---\nA line of our own.\n")
    return [f"{each.code} {each.mark.line}" for each in site.check().diagnostics]


def test_names_are_nobody_s_words(site: SiteFolder) -> None:
    names = "the Minister of Foreign Affairs of the Republic of Tajikistan Sirojiddin Muhriddin"
    lands = (
        "Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan, Uzbekistan and the Russian Federation"
    )
    limit(site, copied_words=8)
    source = f"Talks\n\nIn Moscow {names} spoke. With him were {lands}.\n"
    assert copied_from(site, source, assessment=f"We heard {names} and {lands}.") == []
    assert copied_from(site, f"{source}{TEXT}\n", assessment=TEXT) == ["text-copied 6"]
    assert copied_from(site, f"{source}{TEXT}\n", relevance=TEXT) == ["text-copied 6"]


def test_the_name_of_a_source_is_no_copy(site: SiteFolder) -> None:
    title = "The council has set aside money for repairs to its pier"
    limit(site, copied_words=8)
    site.write("content/sources/pier.txt", f"{title}\n\n{TEXT}\n")
    front = FRONT.replace("title: Talks", f"title: {title}")
    site.write(PATH, f"{front}The report *{title}* says so.\n")
    assert codes(site.check()) == []


def test_what_is_quoted_twice_is_taken_once(site: SiteFolder) -> None:
    said = " ".join(f"word{n}" for n in range(60))
    site.write("content/sources/pier.txt", f"Talks\n\n“{said},” she said. {TEXT * 9}\n")
    statement = f"statements:\n  - {{speaker: Mara Venn, quote: {said}}}\n---\n"
    front = FRONT.removesuffix("---\n") + statement
    limit(site, quoted_of_source=10, quoted_of_article=100)
    site.write(PATH, f"{front}She said: “{said},” and left.\n")
    assert "quoted-of-source" not in codes(site.check())
    site.write(PATH, f"{front}She said: “{said},” and “{TEXT * 3}”\n")
    assert "quoted-of-source" in codes(site.check())


def test_a_lede_is_measured_by_its_own_words(site: SiteFolder) -> None:
    quoted = "“we shall not leave the islands without bread this winter,”"
    source = f"Ferry\n\nOn Monday {quoted} the harbour master told us.\n"
    summary = f"'A promise to everyone who lives out there: {quoted} the harbour master told us.'"
    site.write("content/sources/pier.txt", source)
    site.write(PATH, FRONT.replace("The islands keep their ferry.", summary))
    assert codes(site.check()) == []
    told = "Mr. J. Venn of the U.S. Navy has come to see the northern pier with his own eyes"
    site.write("content/sources/pier.txt", f"Ferry\n\n{told}.\n")
    site.write(PATH, FRONT.replace("The islands keep their ferry.", f"{told} today."))
    assert "lede-copied" in codes(site.check())

"""What a packet cites, read back by other people's programs."""

from __future__ import annotations

import json
from pathlib import Path

import pybtex.database
import pytest
import rispy
from pybtex.richtext import Text

from tests.harness import SiteFolder

# Every sign that one of the formats takes for its own.
AWKWARD = r"50 % of {it} & all_of #1 costs $5 \ or ~^"
LEFT = {
    r"\textbraceleft ": "{",
    r"\textbraceright ": "}",
    r"\textasciicircum ": "^",
    r"\$": "$",
}
ARTICLE = """\
---
title: What was said
date: 2021-08-16
summary: A summary.
source:
  title: '{title}'
  publisher: The {{Odd}} Gazette
  author: [Ada B. Curie, 'Ministry of Trade, Kabul and Herat']
  published: {published}
  accessed: 2021-08-20
  url: https://example.com/a_b%20c?x=1&y=2
  language: en
  type: {type}
---
A body.
"""


def build(tmp_path: Path, *, published: str = "2021-07-08", kind: str = "report") -> SiteFolder:
    site = SiteFolder(tmp_path / "site")
    text = ARTICLE.format(title=AWKWARD, published=published, type=kind)
    site.write("content/articles/said.md", text)
    site.packet("first", ["said"])
    site.build_well()
    return site


def csl(site: SiteFolder) -> list[dict[str, object]]:
    read = json.loads(site.page("packets/first.csl.json"))
    assert isinstance(read, list)
    return read


def ris(site: SiteFolder) -> list[dict[str, object]]:
    return list(rispy.loads(site.page("packets/first.ris")))


def plain(text: str) -> str:
    """What TeX makes of it. The library leaves some commands of LaTeX as they are."""
    read = str(Text.from_latex(text).render_as("text"))
    for command, sign in LEFT.items():
        read = read.replace(command, sign)
    return read


def test_bibtex_is_read_back_as_it_was_meant(tmp_path: Path) -> None:
    site = build(tmp_path)
    text = site.page("packets/first.bib")
    entry = pybtex.database.parse_string(text, "bibtex").entries["said"]
    assert entry.type == "techreport"
    assert plain(entry.fields["title"]) == AWKWARD
    assert plain(entry.fields["institution"]) == "The {Odd} Gazette"
    assert [str(person) for person in entry.persons["author"]] == [
        "{Ada B. Curie}",
        "{Ministry of Trade, Kabul and Herat}",
    ]
    assert (entry.fields["year"], entry.fields["month"], entry.fields["day"]) == (
        "2021",
        "July",
        "8",
    )
    assert entry.fields["url"] == "https://example.com/a_b%20c?x=1&y=2"
    assert entry.fields["urldate"] == "2021-08-20"


def test_ris_is_read_back_as_it_was_meant(tmp_path: Path) -> None:
    (reference,) = ris(build(tmp_path))
    assert reference["type_of_reference"] == "RPRT"
    assert reference["title"] == AWKWARD
    assert reference["authors"] == ["Ada B. Curie", "Ministry of Trade, Kabul and Herat"]
    assert reference["publisher"] == "The {Odd} Gazette"
    assert reference["date"] == "2021/07/08/"
    assert reference["urls"] == ["https://example.com/a_b%20c?x=1&y=2"]


def test_csl_keeps_names_whole(tmp_path: Path) -> None:
    (entry,) = csl(build(tmp_path))
    assert entry == {
        "id": "said",
        "type": "report",
        "title": AWKWARD,
        "author": [
            {"literal": "Ada B. Curie"},
            {"literal": "Ministry of Trade, Kabul and Herat"},
        ],
        "issued": {"date-parts": [[2021, 7, 8]]},
        "accessed": {"date-parts": [[2021, 8, 20]]},
        "publisher": "The {Odd} Gazette",
        "URL": "https://example.com/a_b%20c?x=1&y=2",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("published", "csl_date", "ris_date", "year"),
    [
        ("2021-07", {"date-parts": [[2021, 7]]}, "2021/07//", "2021"),
        ("2021~", {"date-parts": [[2021]], "circa": True}, "2021///circa", "2021"),
        ("2021-07-2X", {"date-parts": [[2021, 7]]}, "2021/07//", "2021"),
        (
            "2021-07-08/2021-07-09",
            {"date-parts": [[2021, 7, 8], [2021, 7, 9]]},
            "2021/07/08/to 2021-07-09",
            "2021",
        ),
        ("../2021-07", {"literal": "../2021-07"}, "///../2021-07", "../2021-07"),
    ],
)
def test_dates_are_no_more_exact_than_they_are(
    tmp_path: Path, published: str, csl_date: object, ris_date: str, year: str
) -> None:
    site = build(tmp_path, published=published)
    assert csl(site)[0]["issued"] == csl_date
    assert ris(site)[0]["date"] == ris_date
    text = site.page("packets/first.bib")
    assert pybtex.database.parse_string(text, "bibtex").entries["said"].fields["year"] == year


@pytest.mark.parametrize(
    ("kind", "known", "entry"),
    [
        ("Article-Newspaper", "article-newspaper", "article"),
        ("news report", "article-newspaper", "article"),
        ("Webpage", "webpage", "misc"),
        ("motion picture", "motion_picture", "misc"),
        ("communiqué of a summit", "webpage", "misc"),
    ],
)
def test_the_author_s_word_for_a_source_finds_its_type(
    tmp_path: Path, kind: str, known: str, entry: str
) -> None:
    site = build(tmp_path, kind=kind)
    cited = csl(site)[0]
    assert cited["type"] == known
    assert cited.get("genre", "") == (kind if kind.startswith("comm") else "")
    assert site.page("packets/first.bib").startswith(f"@{entry}{{said,")


def test_a_line_cannot_begin_a_field_of_its_own(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path / "site")
    text = ARTICLE.format(title="One\n\n  TI  - Two", published="2021", type="report")
    site.write("content/articles/said.md", text)
    site.packet("first", ["said"])
    site.build_well()
    assert [each["title"] for each in ris(site)] == ["One TI - Two"]


def test_a_title_that_the_source_does_not_have_stands_in_brackets(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path / "site")
    site.article("untitled", title="Our words for it")
    site.edit("content/articles/untitled.md", "  title: A report\n", "")
    site.packet("first", ["untitled"])
    site.build_well()
    assert csl(site)[0]["title"] == "[Our words for it]"


def test_keys_are_plain_and_each_its_own(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path / "site")
    for slug in ("café", "cafe", "کابل"):
        site.article(slug)
    site.packet("first", ["café", "cafe", "کابل"])
    site.build_well()
    keys = [str(each["id"]) for each in csl(site)]
    assert keys == ["cafe", "cafe-2", "source-3"]
    text = site.page("packets/first.bib")
    assert list(pybtex.database.parse_string(text, "bibtex").entries) == keys

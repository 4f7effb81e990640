"""Packets as data: what stands in `packets/SLUG.json`, and what may not."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from briefgen.cli.main import main
from tests.harness import NOON, SiteFolder

Data = dict[str, object]
JUDGMENTS = """\
series: daily
number: 3
bluf: The bottom line.
distribution: [Nobody else]
reviewer: A second pair of eyes
watch: [The next round.]
key_judgments:
  - {text: All will be well., likelihood: likely, confidence: low, articles: [tianjin]}
"""
QUOTED = """\
statements:
  - {speaker: Zamir Kabulov, quote: We shall see., date: 2021-07~, lang: en}
key_points: [A first point.]
assessment: The desk doubts it.
reviewer: A third pair of eyes
"""


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    made = SiteFolder(tmp_path / "site")
    made.article("tianjin", body="Talks.", more=QUOTED)
    made.article("denial", more="disputes: [{article: tianjin, note: It was not so.}]\n")
    made.article("closed", title="For partners alone", more="tlp: AMBER\n")
    made.packet("first", ["tianjin", "closed"], more=JUDGMENTS)
    return made


def read(site: SiteFolder, slug: str = "first") -> Data:
    data = json.loads(site.page(f"packets/{slug}.json"))
    assert isinstance(data, dict)
    return data


def schema(capsys: pytest.CaptureFixture[str]) -> Data:
    capsys.readouterr()
    assert main(["schema", "packet-data"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert isinstance(printed, dict)
    return printed


def test_the_file_is_what_its_schema_says(
    site: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    site.build_well()
    described = schema(capsys)
    jsonschema.Draft202012Validator.check_schema(described)
    jsonschema.validate(read(site), described)
    broken = read(site) | {"version": 2}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, described)


def test_every_key_of_the_schema_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    described = schema(capsys)
    records = described["$defs"]
    assert isinstance(records, dict)
    for name, record in {"": described, **records}.items():
        for key, value in record["properties"].items():
            assert value["description"], f"{name}.{key}"


def test_it_says_what_the_pages_say(site: SiteFolder) -> None:
    site.build_well()
    data = read(site)
    assert data["format"] == "briefgen packet-data"
    assert data["url"] == "https://example.org/amu/packets/first.html"
    assert data["bluf"] == "The bottom line."
    assert data["watch"] == ["The next round."]
    assert data["key_judgments"] == [
        {
            "number": 1,
            "text": "All will be well.",
            "likelihood": "likely",
            "percent": [55, 80],
            "confidence": "low",
            "articles": ["tianjin"],
        }
    ]
    articles = data["articles"]
    assert isinstance(articles, list)
    (article,) = articles
    assert article["key_points"] == ["A first point."]
    assert article["assessment"] == "The desk doubts it."
    assert article["statements"] == [
        {
            "speaker": "Zamir Kabulov",
            "quote": "We shall see.",
            "lang": "en",
            "date": "2021-07~",
            "date_basis": "stated",
        }
    ]
    assert article["disputed_by"][0]["article"]["slug"] == "denial"
    assert data["sections"] == [{"articles": [{"number": 1, "article": "tianjin"}]}]


def test_what_is_private_or_withheld_is_in_none_of_the_files(site: SiteFolder) -> None:
    site.build_well()
    for ending in ("json", "csl.json", "bib", "ris"):
        text = site.page(f"packets/first.{ending}")
        for secret in ("pair of eyes", "Nobody else", "partners", "closed"):
            assert secret not in text, ending
    site.build_well(audience="partners", output=str(site.root / "for-partners"))
    data = json.loads((site.root / "for-partners/packets/first.json").read_text())
    assert [each["slug"] for each in data["articles"]] == ["tianjin", "closed"]
    assert data["label"] == {"tlp": "AMBER"}


def test_what_becomes_withheld_leaves_the_files_even_beside_an_error(site: SiteFolder) -> None:
    site.build_well()
    site.edit("content/articles/denial.md", "---\ntitle", "---\nstatus: draft\ntitle")
    site.write("content/articles/broken.md", "---\ntitel: Broken\n---\n")
    site.build(now=NOON)
    assert not (site.built / "packets/first.json").exists()
    site.delete("content/articles/broken.md")
    site.build_well()
    assert "denial" not in site.page("packets/first.json")


def test_addresses_are_from_the_root_where_the_site_has_none(site: SiteFolder) -> None:
    site.edit("briefgen.yaml", "base_url: https://example.org/amu/\n", "")
    site.build_well()
    assert read(site)["url"] == "packets/first.html"


def test_an_edit_of_a_body_is_an_edit_of_the_data(site: SiteFolder) -> None:
    site.build_well()
    site.edit("content/articles/tianjin.md", "A first point.", "Another point.")
    outcome = site.build_well()
    assert "packets/first.json" in outcome.rendered
    assert "packets/first.bib" not in outcome.rendered
    assert site.files() == site.clean_build()


def test_the_page_leads_to_its_data(site: SiteFolder) -> None:
    site.edit("briefgen.yaml", "theme: tiny", "theme: default")
    site.build_well()
    page = site.page("packets/first.html")
    for kind, ending in (
        ("application/json", "json"),
        ("application/vnd.citationstyles.csl+json", "csl.json"),
        ("application/x-bibtex", "bib"),
        ("application/x-research-info-systems", "ris"),
    ):
        link = f'href="../packets/first.{ending}"'
        assert any(
            kind in line and link in line and 'rel="alternate"' in line for line in page.split("\n")
        ), ending

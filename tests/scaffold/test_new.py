"""A new item is a draft that disturbs no build."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefgen.cli.main import main
from briefgen.model.request import Exit
from briefgen.read.findings import Findings
from briefgen.read.yaml.nodes import Mapping, Scalar
from briefgen.read.yaml.parse import parse_yaml
from briefgen.scaffold.scalar import yaml_scalar
from tests.harness import SiteFolder, codes

NOW = ["--now", "2021-08-27T23:30-02:00"]
PATHS = {
    "article": "content/articles/2021-08-28-first-talks.md",
    "packet": "content/packets/2021-08-28-first-talks.md",
    "page": "content/pages/first-talks.md",
}


@pytest.mark.parametrize("kind", PATHS)
def test_a_new_item_is_a_draft_that_reads_without_a_mistake(
    site: SiteFolder, kind: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.root)
    assert main(["new", kind, "First talks", *NOW]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == (
        f"{PATHS[kind]}\n",
        "Other files refer to it as `first-talks`.\n",
    )
    outcome = site.build_well()
    assert outcome.diagnostics == ()
    assert outcome.withheld == (f"{kind}:first-talks",)
    shown = site.build_well(drafts=True)
    assert shown.diagnostics == ()
    assert shown.withheld == ()
    assert not list(site.root.glob(f"{PATHS[kind]}?*"))


def test_a_draft_is_published_by_writing_it_and_deleting_the_line_that_says_so(
    site: SiteFolder,
) -> None:
    assert main(["new", "article", "First talks", "-C", str(site.root), *NOW]) == 0
    line = next(each for each in site.read(PATHS["article"]).splitlines() if "status:" in each)
    site.edit(PATHS["article"], line + "\n", "")
    assert set(codes(site.build())) == {"placeholder"}
    site.edit(PATHS["article"], "To be written", "They met")
    assert site.build_well().withheld == ()
    assert "First talks" in site.page("articles/first-talks.html")


def test_the_date_is_that_of_the_sites_zone(site: SiteFolder) -> None:
    site.edit("briefgen.yaml", "timezone: UTC", "timezone: America/New_York")
    assert main(["new", "article", "First talks", "-C", str(site.root), *NOW]) == 0
    assert "date: 2021-08-27 " in site.read("content/articles/2021-08-27-first-talks.md")


def test_nothing_is_overwritten(site: SiteFolder, capsys: pytest.CaptureFixture[str]) -> None:
    site.article("2020-01-01-first-talks")
    before = site.files(site.root / "content")
    assert main(["new", "article", "First: talks!", "-C", str(site.root), *NOW]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "error[file-exists]: " in said.err
    assert "content/articles/2020-01-01-first-talks.md" in said.err
    assert site.files(site.root / "content") == before
    assert main(["new", "packet", "First: talks!", "-C", str(site.root), *NOW]) == 0


def test_a_site_without_a_label_of_its_own_gets_the_strictest(site: SiteFolder) -> None:
    site.edit("briefgen.yaml", "default_tlp: CLEAR\n", "")
    for kind, path in PATHS.items():
        assert main(["new", kind, "First talks", "-C", str(site.root), *NOW]) == 0
        assert "\ntlp: RED " in site.read(path)
    told = {d.item for d in site.check().diagnostics if d.code == "tlp-missing"}
    assert not [item for item in told if item.endswith(":first-talks")]


def test_it_lies_where_the_settings_say(new_site: Callable[..., SiteFolder]) -> None:
    site = new_site()
    with (site.root / "briefgen.yaml").open("a", encoding="utf-8") as settings:
        settings.write("content: {articles: 'notes/**/*.md', pages: 'info/page-*.md'}\n")
    assert main(["new", "article", "First talks", "-C", str(site.root), *NOW]) == 0
    assert (site.root / "notes/2021-08-28-first-talks.md").exists()
    assert main(["new", "page", "First talks", "-C", str(site.root), *NOW]) == 2
    assert not (site.root / "info").exists()


@pytest.mark.parametrize("argv", [["articel", "x"], ["article"], ["article", "***"], ["page", ""]])
def test_a_mistake_is_told_and_writes_nothing(
    site: SiteFolder, argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = site.files(site.root)
    assert main(["new", *argv, "-C", str(site.root)]) == 2
    assert capsys.readouterr().err.startswith("error[")
    assert site.files(site.root) == before


def test_wrong_settings_are_told(site: SiteFolder, capsys: pytest.CaptureFixture[str]) -> None:
    site.edit("briefgen.yaml", "title:", "titel:")
    assert main(["new", "page", "First talks", "-C", str(site.root)]) == Exit.USAGE
    assert "error[key-unknown]" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, and more",
        'It’s: a "test" \\ of 100%',
        "no",
        "2021-08-27",
        "1e3",
        "# no comment",
        "- no list",
        "ends with a colon:",
        "a #hash",
        "@ & * ! | > % `",
        "{braces} [brackets]",
        "عنوان",
        "~",
        "é́ 🙂",
    ],
)
def test_a_title_comes_back_as_it_was_given(text: str) -> None:
    findings = Findings("x")
    root = parse_yaml(f"title: {yaml_scalar(text)}  # a comment\n", 0, 10, 0, findings)
    assert isinstance(root, Mapping)
    ((_, value),) = root.pairs
    assert isinstance(value, Scalar)
    assert value.text == text
    assert not findings.diagnostics

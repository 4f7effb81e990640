"""The schemas accept what the reader accepts, and refuse what it refuses."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from briefgen.cli.main import main
from briefgen.model.item import Kind
from briefgen.read.convert.checks import CHECKS
from briefgen.read.item import read_item
from briefgen.read.reading import Reading
from briefgen.scaffold.drafts import draft_text
from briefgen.scaffold.project import start_project
from briefgen.schema.descriptions import DESCRIPTIONS
from briefgen.schema.kinds import FileKind, file_schema
from briefgen.schema.packet_data import packet_data_schema
from briefgen.schema.scalars import CHECKED
from tests.harness import SiteFolder

ROOT = Path(__file__).parents[2]
PLACES = {
    FileKind.ARTICLE: "content/articles/*.md",
    FileKind.PACKET: "content/packets/*.md",
    FileKind.PAGE: "content/pages/*.md",
    FileKind.ENTITIES: "content/entities.yaml",
    FileKind.SITE: "briefgen.yaml",
    FileKind.THEME: "themes/*/theme.yaml",
}


class _Text(yaml.SafeLoader):
    """Scalars stay text, as the reader sees them; what is empty is null."""

    yaml_implicit_resolvers = {
        first: [each for each in resolvers if each[0] == "tag:yaml.org,2002:null"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def as_text(text: str) -> object:
    return yaml.load(text, _Text)  # noqa: S506  a safe loader with fewer types


def as_native(text: str) -> object:
    """As an editor with the types of YAML 1.1 has it; a date is text in JSON."""

    def iso(value: datetime.date) -> str:
        return value.isoformat()

    return json.loads(json.dumps(yaml.safe_load(text), default=iso))


def accepts(kind: FileKind, text: str) -> bool:
    schema = file_schema(kind, {})
    answers = {
        jsonschema.Draft202012Validator(schema).is_valid(load(text))
        for load in (as_text, as_native)
    }
    assert len(answers) == 1, f"the answer depends on who reads the YAML: {text}"
    return answers.pop()


def keys_of(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    return text.split("---\n")[1] if file.suffix == ".md" else text


@pytest.mark.parametrize("kind", FileKind)
def test_it_is_a_schema_and_accepts_the_sample_and_what_we_write(
    kind: FileKind, tmp_path: Path
) -> None:
    schema = file_schema(kind, {})
    jsonschema.Draft202012Validator.check_schema(schema)
    start_project(str(tmp_path), datetime.date(2021, 8, 27))
    files = [*ROOT.glob(PLACES[kind]), *tmp_path.glob(PLACES[kind])]
    assert files
    validator = jsonschema.Draft202012Validator(schema)
    for file in files:
        for load in (as_text, as_native):
            validator.validate(load(keys_of(file)))


@pytest.mark.parametrize("kind", Kind)
def test_it_accepts_a_new_draft(kind: Kind) -> None:
    text = draft_text(kind, "A title", "2021-08-27", labelled=True)
    assert accepts(FileKind(kind.value), text.split("---\n")[1])


# Lines below a title, which the reader takes or refuses; the schema must do the same.
TAKEN = [
    "",
    "date: 2021-07-08",
    "date: 2021-07-08 14:30:00 +0200",
    "modified: 2021-07-08T14:30Z",
    "summary:",
    "summary: 2021",
    "summary: no",
    "summary: 1e3",
    "people: Wang Yi",
    "people: [Wang Yi, 12]",
    "people:",
    "tlp: clear",
    "tlp: 'TLP: AMBER+STRICT'",
    "tlp: none",
    "status: Draft",
    "source: {published: 2021}",
    "source: {published: 2021-07-2X, rating: F6, url: 'https://example.org/a?b#c'}",
    "source: {published: 2021-07~/.., date_basis: inferred}",
    "source: {author: [A, B], language: zh-Hant, url: ''}",
    "events: [{date: 2021-22, what: A summer}]",
    "events: {date: 2021-07-08/2021-07-09, what: One alone}",
    "statements: [{quote: Words, lang: fa}]",
    "corrections: [{date: 2021-07-08, note: Wrong, kind: Retraction}]",
    "internal: {who: knows}",
    "silence: {summary-missing: It needs none}",
    "x_mine: {any: [thing, 1]}",
]
REFUSED = [
    "titel: x",
    "title: [a, list]",
    "date: yesterday",
    "date: 2021",
    "date: 8.7.2021",
    "tlp: WHITE",
    "tlp: ORANGE",
    "status: done",
    "summary: {a: mapping}",
    "source: a text",
    "source: {publsher: x}",
    "source: {rating: G7}",
    "source: {url: example.org}",
    "source: {url: 'ftp://example.org'}",
    "source: {published: summer}",
    "source: {x_mine: y}",
    "source: {sha256: abc}",
    "events: [{what: Without a date}]",
    "events: [2021]",
    "statements: [{speaker: Without words}]",
    "people: [{name: x}]",
    "internal: text",
    "lang: 12",
]


@pytest.mark.parametrize(
    ("line", "good"), [*((line, True) for line in TAKEN), *((line, False) for line in REFUSED)]
)
def test_the_schema_agrees_with_the_reader(line: str, good: bool) -> None:  # noqa: FBT001  a case
    keys = line if line.startswith("title:") else f"title: T\n{line}\n"
    read = read_item(Kind.ARTICLE, "a.md", f"---\n{keys}\n---\n".encode(), Reading())
    assert (read.face is not None) is good, read.diagnostics
    assert accepts(FileKind.ARTICLE, keys) is good


@pytest.mark.parametrize(
    ("kind", "text", "good"),
    [
        (FileKind.ARTICLE, "date: 2021-07-08", False),
        (FileKind.ARTICLE, "title:", False),
        (FileKind.PACKET, "{title: T, articles: [a, {article: b, lead: yes}]}", True),
        (FileKind.PACKET, "{title: T, articles: a}", True),
        (FileKind.PACKET, "{title: T, articles: [{lead: yes}]}", False),
        (FileKind.PACKET, "{title: T, number: 3, pdf: {paper: letter, cover: off}}", True),
        (FileKind.PACKET, "{title: T, number: three}", False),
        (FileKind.PACKET, "{title: T, key_judgments: {text: J, likelihood: Very-Likely}}", True),
        (FileKind.PACKET, "{title: T, key_judgments: {text: J, likelihood: maybe}}", False),
        (FileKind.PAGE, "{title: T, date: 2021-07-08}", False),
        (FileKind.ENTITIES, "people: [Wang Yi, {name: A, aliases: [B]}]", True),
        (FileKind.ENTITIES, "persons: []", False),
        (FileKind.SITE, "{title: T, checks: {near-name: off}, audiences: {a: RED}}", True),
        (FileKind.SITE, "{title: T, checks: {near-name: loud}}", False),
        (FileKind.SITE, "{title: T, nav: [about, {title: A, url: https://a.org}]}", True),
        (FileKind.SITE, "{title: T, date_from: file_name, limits: {nesting: 5}}", True),
        (FileKind.SITE, "{titel: T}", False),
        (FileKind.THEME, "{name: t, options: {c: {type: color, default: '#fff'}}}", True),
        (FileKind.THEME, "{name: t, options: {c: {type: colour}}}", False),
    ],
)
def test_every_kind_knows_right_from_wrong(
    kind: FileKind,
    text: str,
    good: bool,  # noqa: FBT001  a case
) -> None:
    assert accepts(kind, text) is good


def test_the_archives_own_names_are_accepted(
    site: SiteFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with (site.root / "briefgen.yaml").open("a", encoding="utf-8") as settings:
        settings.write("field_aliases: {headline: title, source_url: source.url, mine: x_mine}\n")
    monkeypatch.chdir(site.root)
    assert main(["schema", "article"]) == 0
    schema = json.loads(capsys.readouterr().out)
    entry = {"headline": "T", "source_url": "https://example.org", "mine": "y"}
    jsonschema.validate(entry, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(entry | {"source_url": "nowhere"}, schema)
    assert main(["schema", "site"]) == 0
    assert "headline" not in json.loads(capsys.readouterr().out)["properties"]


def test_a_schema_needs_no_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["schema", "packet"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"].endswith("/2020-12/schema")
    assert schema["properties"]["bluf"]["description"].startswith("Bottom line")
    assert main(["schema", "-C", "nowhere", "packet"]) == 2
    assert main(["schema", "packets"]) == 2


def test_what_is_checked_by_key_is_checked_here_too() -> None:
    assert set(CHECKED) == set(CHECKS)


def test_no_description_outlives_its_key() -> None:
    schemas = [*(file_schema(kind, {}) for kind in FileKind), packet_data_schema()]
    described = {text for each in schemas for text in _descriptions(each)}
    written = {text for table in DESCRIPTIONS.values() for text in table.values()}
    assert written == described


def _descriptions(schema: object) -> list[str]:
    if isinstance(schema, list):
        return [text for each in schema for text in _descriptions(each)]
    if not isinstance(schema, dict):
        return []
    here = [schema["description"]] if isinstance(schema.get("description"), str) else []
    return here + [text for each in schema.values() for text in _descriptions(each)]

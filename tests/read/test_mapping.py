"""YAML files as records."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.diagnostics import Severity
from briefgen.model.entities import Entity
from briefgen.model.handling import Audience, Tlp
from briefgen.model.item import Kind
from briefgen.model.marks import Mark
from briefgen.model.settings import NavItem
from briefgen.model.theme import OptionType, Theme
from briefgen.read.entities import read_entities
from briefgen.read.item import read_item
from briefgen.read.mapping import read_mapping
from briefgen.read.reading import Reading, reading_of
from briefgen.read.settings import read_settings

ROOT = Path(__file__).parents[2]


def test_settings() -> None:
    settings, marks, diagnostics = read_settings(
        "briefgen.yaml",
        b"title: Site\n"
        b"timezone: Asia/Kabul\n"
        b"audiences: {public: CLEAR, desk: {ceiling: TLP:AMBER+STRICT, internal: yes}}\n"
        b"nav: [packets, {title: About us, page: about}]\n"
        b"default_tlp: green\n",
    )
    assert diagnostics == ()
    assert settings is not None
    assert settings.audiences == {
        "public": Audience(ceiling=Tlp.CLEAR),
        "desk": Audience(ceiling=Tlp.AMBER_STRICT, internal=True),
    }
    assert settings.nav == (NavItem(page="packets"), NavItem(title="About us", page="about"))
    assert settings.default_tlp is Tlp.GREEN
    assert marks["timezone"] == Mark(line=2, column=11, length=10)
    assert marks["audiences.desk.ceiling@key"] == Mark(line=3, column=35, length=7)


def test_entities() -> None:
    entities, marks, diagnostics = read_entities(
        "content/entities.yaml",
        "people:\n  - {name: Сергей Лавров, aliases: Lavrov, same_as: https://x.org}\n"
        "places: [Kabul]\n".encode(),
        Reading(),
    )
    assert diagnostics == ()
    assert entities is not None
    assert entities.people == (
        Entity(name="Сергей Лавров", aliases=("Lavrov",), same_as=("https://x.org",)),
    )
    assert entities.places == (Entity(name="Kabul"),)
    assert marks["people.0.name"] == Mark(line=2, column=12, length=13)


def test_an_empty_file_has_no_entities() -> None:
    for text in ("", "# nothing\n", "---\n", "people:\n"):
        entities, _, diagnostics = read_entities("e.yaml", text.encode(), Reading())
        assert entities is not None
        assert diagnostics == ()


def test_theme() -> None:
    theme, _, diagnostics = read_mapping(
        "theme.yaml",
        b"name: plain\noptions:\n  accent: {type: color, default: '#ff0000'}\n",
        Theme,
        Reading(),
    )
    assert diagnostics == ()
    assert theme is not None
    assert theme.options["accent"].type is OptionType.COLOR


def test_a_record_with_mistakes_is_none() -> None:
    theme, marks, diagnostics = read_mapping("t", b"name: a\nextend: b\n", Theme, Reading())
    assert theme is None
    assert marks["name"] == Mark(line=1, column=7)
    assert [each.severity for each in diagnostics] == [Severity.ERROR]


@pytest.mark.parametrize("folder", sorted(ROOT.glob("content/*/")), ids=lambda path: path.name)
def test_the_sample_is_read_without_a_word(folder: Path) -> None:
    settings, _, found = read_settings("briefgen.yaml", (ROOT / "briefgen.yaml").read_bytes())
    assert found == ()
    assert settings is not None
    kinds = {f"{kind.value}s": kind for kind in Kind}
    for path in sorted(folder.rglob("*.md")) if folder.name in kinds else ():
        name = path.relative_to(ROOT).as_posix()
        item = read_item(kinds[folder.name], name, path.read_bytes(), reading_of(settings))
        assert item.diagnostics == (), name
    data = (ROOT / "content/entities.yaml").read_bytes()
    assert read_entities("content/entities.yaml", data, reading_of(settings))[2] == ()

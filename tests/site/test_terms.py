"""Pages of people, organisations, places, topics and publishers."""

from __future__ import annotations

from tests.harness import SiteFolder, codes


def test_an_organisation_can_speak(site: SiteFolder) -> None:
    site.write("content/entities.yaml", "organizations:\n  - {name: The Bureau}\n")
    site.article("said", more="statements: [{speaker: The Bureau, quote: We said nothing.}]\n")
    site.build_well()
    assert "We said nothing." in site.page("organizations/the-bureau.html")
    assert "organizations/the-bureau.html" in site.page("articles/said.html")
    assert "the-bureau.html" not in site.page("people/index.html")


def test_an_alias_leads_to_the_one_page(site: SiteFolder) -> None:
    site.write("content/entities.yaml", "people:\n  - {name: Wang Yi, aliases: [Yi Wang]}\n")
    site.article("one", person="Yi Wang")
    site.build_well()
    assert not (site.built / "people/yi-wang.html").exists()
    page = site.page("people/wang-yi.html")
    assert "One" in page
    assert "Tianjin" in page
    assert "Yi Wang" in page


def test_an_alias_that_nobody_uses_stays_private(site: SiteFolder) -> None:
    site.write("content/entities.yaml", "people:\n  - {name: Wang Yi, aliases: [Old Wang]}\n")
    site.build_well()
    assert not any(b"Old Wang" in data for data in site.files().values())


def test_a_name_almost_like_another_is_told(site: SiteFolder) -> None:
    site.write("content/entities.yaml", "people:\n  - {name: Zamir Kabulov}\n")
    site.article("one", person="Zamir Kabulow")
    outcome = site.build_well()
    assert "name-near" in codes(outcome)


def test_an_entity_that_nobody_names_has_no_page(site: SiteFolder) -> None:
    site.write("content/entities.yaml", "people:\n  - {name: Nobody Known}\n")
    site.build_well()
    assert not any(b"Nobody" in data for data in site.files().values())
    assert not any("nobody" in path for path in site.files())


def test_long_lists_are_cut_by_year_and_month(site: SiteFolder) -> None:
    for number in range(130):
        day, month = number % 28 + 1, number // 28 % 12 + 1
        site.article(f"item-{number}", topic="Trade", date=f"2020-{month:02}-{day:02}")
    site.build_well()
    assert "topics/trade/2020.html" in site.files()
    assert "topics/trade/2020-03.html" in site.files()
    before = site.files()
    site.article("late", topic="Trade", date="2020-03-30")
    rendered = set(site.build_well().rendered)
    assert "topics/trade/2020-03.html" in rendered
    assert "topics/trade/2020-02.html" not in rendered
    assert before["topics/trade/2020-02.html"] == site.files()["topics/trade/2020-02.html"]

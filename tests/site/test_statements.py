"""Who said what when: the lists, their cuts, and what none of them tells."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.harness import SiteFolder
from tests.pages import dead_links


def quoting(
    site: SiteFolder,
    slug: str,
    *said: tuple[str, str, str],
    topic: str = "Diplomacy",
    date: str = "2021-08-16",
    more: str = "",
) -> None:
    """An article with a statement for each speaker, date and quotation."""
    lines = "".join(
        f"  - {{speaker: {who}, role: The envoy, date: {day}, quote: '{quote}'}}\n"
        for who, day, quote in said
    )
    site.article(slug, topic=topic, date=date, more=f"statements:\n{lines}{more}")


def facets(site: SiteFolder, path: str = "statements/index.html") -> list[list[str]]:
    """The facets of a page: speakers, topics, years."""
    lists = re.findall(r"<ul>((?:<li>[^<]*</li>)*)</ul>", site.page(path))[:3]
    return [re.findall(r"<li>(.*?)</li>", each) for each in lists]


def quotes(site: SiteFolder, path: str) -> list[str]:
    return re.findall(r"<blockquote[^>]*>(.*?) / ", site.page(path))


def test_statements_stand_by_date_with_their_cuts(site: SiteFolder) -> None:
    quoting(site, "a", ("Ann", "2021-08-16", "The first."), ("Bob", "2020-03", "The second."))
    quoting(site, "b", ("Ann", "2021-08-17", "The third."), topic="Trade")
    site.build_well()
    assert quotes(site, "statements/index.html") == ["The third.", "The first.", "The second."]
    speakers, topics, years = facets(site)
    assert speakers == [
        "people/ann Ann people/ann.html#statements 2",
        "people/bob Bob people/bob.html#statements 1",
    ]
    assert topics == [
        "topics/diplomacy Diplomacy statements/topics/diplomacy.html 2",
        "topics/trade Trade statements/topics/trade.html 1",
    ]
    assert years == ["2021 2021 statements/2021.html 2", "2020 2020 statements/2020.html 1"]
    assert quotes(site, "statements/2020.html") == ["The second."]
    assert quotes(site, "statements/topics/trade.html") == ["The third."]
    assert quotes(site, "people/ann.html") == ["The third.", "The first."]


def test_a_withheld_statement_is_in_no_list_and_no_count(site: SiteFolder) -> None:
    quoting(site, "open", ("Ann", "2021-08-16", "Said aloud."))
    quoting(site, "shut", ("Ann", "1999-01-01", "Whispered."), topic="Secrets", more="tlp: RED\n")
    site.build_well()
    assert "(1 by 1)" in site.page("statements/index.html")
    assert facets(site)[0] == ["people/ann Ann people/ann.html#statements 1"]
    assert not any(b"Whispered" in data for data in site.files().values())
    assert not any("1999" in path or "secrets" in path for path in site.files())


def test_a_long_list_is_cut_so_that_one_more_touches_one_part(site: SiteFolder) -> None:
    for number in range(1, 9):
        year = 2019 + number // 5
        said = (("Ann", f"{year}-0{number}-0{day}", f"No {number}.{day}.") for day in range(1, 10))
        quoting(site, f"a{number}", *said, topic="Trade")
    site.build_well()
    assert len(quotes(site, "statements/index.html")) == 12
    assert len(quotes(site, "statements/2019.html")) == 36
    before = site.files()
    quoting(site, "late", ("Ann", "2020-08-30", "One more."), topic="Trade")
    rendered = set(site.build_well().rendered)
    assert {"statements/2020.html", "statements/topics/trade/2020.html"} <= rendered
    assert "statements/2019.html" not in rendered
    assert before["statements/2019.html"] == site.files()["statements/2019.html"]


def test_nobody_quoted_is_no_list(site: SiteFolder) -> None:
    site.build_well()
    assert not any(path.startswith("statements/") for path in site.files())


@pytest.fixture
def shown(tmp_path: Path) -> SiteFolder:
    site = SiteFolder(tmp_path / "site", theme="default")
    quoting(site, "a", ("Ann", "2021-08-16", "The harbour."), ("Bob", "2020-03", "The bridge."))
    quoting(site, "b", ("Ann", "2021-08-17", "A bridge, José."), topic="Trade")
    site.build_well()
    return site


def test_each_statement_leads_to_its_place_in_its_article(shown: SiteFolder) -> None:
    page = shown.page("statements/index.html")
    assert 'href="../articles/a.html#statement-2"' in page
    assert 'id="statement-2"' in shown.page("articles/a.html")
    assert dead_links(shown.built, "https://example.org/amu/") == []


@pytest.mark.browser
def test_the_list_is_filtered_where_it_is(shown: SiteFolder, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda problem: complaints.append(str(problem)))
    page.goto((shown.built / "statements/index.html").as_uri())
    seen = page.locator("blockquote:visible")
    assert seen.count() == 3
    field = page.get_by_role("searchbox")
    field.focus()
    page.keyboard.type("bridge jose")
    assert seen.all_text_contents() == ["“A bridge, José.”"]
    assert page.get_by_role("status").text_content() == "1 of 3 shown"
    page.keyboard.press("Escape")
    assert seen.count() == 3
    ann = page.get_by_role("navigation", name="Speakers").get_by_role("link", name="Ann")
    ann.focus()
    page.keyboard.press("Enter")
    assert seen.count() == 2
    page.get_by_role("navigation", name="Topics").get_by_role("link", name="Diplomacy").click()
    assert seen.all_text_contents() == ["“The harbour.”"]
    assert ann.get_attribute("aria-current") == "true"
    page.reload()
    assert seen.all_text_contents() == ["“The harbour.”"]
    page.get_by_role("link", name="All 3").click()
    assert seen.count() == 3
    context.close()
    assert complaints == []


@pytest.mark.browser
def test_without_scripts_the_links_lead_to_pages(shown: SiteFolder, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((shown.built / "statements/index.html").as_uri())
    assert page.get_by_role("searchbox").count() == 0
    page.get_by_role("navigation", name="Topics").get_by_role("link", name="Trade").click()
    assert page.url.endswith("statements/topics/trade.html")
    assert page.locator("blockquote").count() == 1
    context.close()

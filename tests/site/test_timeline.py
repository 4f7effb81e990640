"""The timeline: what is drawn, what stands in its table, and what neither tells."""

from __future__ import annotations

import re
from pathlib import Path

from tests.harness import SiteFolder


def dated(
    site: SiteFolder, slug: str, *events: str, more: str = "", date: str = "2021-08-16"
) -> None:
    """An article with an event for each EDTF date."""
    lines = "".join(
        f"  - {{date: '{day}', what: 'It is {day}.', where: Kabul}}\n" for day in events
    )
    site.article(slug, date=date, more=f"events:\n{lines}{more}")


def shapes(site: SiteFolder, path: str = "timeline/index.html") -> dict[str, list[str]]:
    """The marks of each line, by its label."""
    lines = re.findall(r"<p>((?:[a-z]+ [\d.]+ [\d.]+ )+)(.*?)</p>", site.page(path))
    return {label.strip(): re.findall(r"[a-z]+", marks) for marks, label in lines}


def test_the_mark_says_how_sure_a_date_is(site: SiteFolder) -> None:
    dated(site, "a", "2021-08-10", "2021-08-10/2021-08-12", "2021-08-10~", "2021-08", "2021-07-2X")
    dated(site, "b", "2021-08-09/..", "2021-09-01", "2021-09-01/2021-09-03", "2021-10~")
    site.build_well()
    drawn = {label.split(" ", 3)[2]: marks for label, marks in shapes(site).items()}
    assert drawn == {
        "2021-08-10": ["disc"],
        "2021-08-10/2021-08-12": ["bar"],
        "2021-08-10~": ["hatch"],
        "2021-08": ["hatch"],
        "2021-07-2X": ["hatch"],
        "2021-08-09/..": ["bar", "hatch"],
        "2021-09-01": ["ring"],
        "2021-09-01/2021-09-03": ["frame"],
        "2021-10~": ["dashes"],
    }
    page = site.page("timeline/index.html")
    assert "It is 2021-07-2X. Kabul within A The Gazette" in page
    assert "It is 2021-08-09/... Kabul open-end B The Gazette" in page
    assert "It is 2021-10~. Kabul about planned B The Gazette" in page


def test_marks_lie_in_the_order_of_time_and_inside_the_drawing(site: SiteFolder) -> None:
    dated(
        site, "a", "2021-03-31", "2021-01-01", "2021-12-31", "2021-06-10/2021-06-12", "2021-06-20"
    )
    site.build_well()
    places = re.findall(r"<p>[a-z]+ ([\d.]+) ([\d.]+) ", site.page("timeline/index.html"))
    lefts = [float(left) for left, _ in places]
    assert lefts == sorted(lefts)
    assert lefts[0] >= 0
    assert all(float(left) + float(width) <= 1072 for left, width in places)


def test_a_long_time_without_events_is_left_out_and_said(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path / "site", theme="default")
    dated(site, "a", "1998-02-03", "2021-01-05", "2021-03-05")
    site.build_well()
    page = site.page("timeline/index.html")
    assert "a long time is left out" in page
    assert ">February 1998<" in page
    assert ">January 2021<" in page
    assert ">2005<" not in page
    dated(site, "a", "2021-01-05", "2021-03-05", "2021-05-05")
    site.build_well()
    assert "a long time is left out" not in site.page("timeline/index.html")


def test_a_withheld_event_is_in_no_part_of_the_timeline(site: SiteFolder) -> None:
    dated(site, "open", "2021-08-10", "2021-08-11")
    dated(site, "closed", "1950-01-01", more="tlp: RED\n")
    site.build_well()
    public = site.page("timeline/index.html")
    assert "Timeline (2)" in public
    assert "1950" not in public
    desk = site.clean_build(audience="desk")
    assert b"Timeline (3)" in desk["timeline/index.html"]


def test_a_site_without_events_has_no_timeline(site: SiteFolder) -> None:
    site.article("a")
    site.build_well()
    assert not any(path.startswith("timeline/") for path in site.files())
    assert "timeline" not in site.page("index.html")


def test_many_events_are_drawn_by_the_month(site: SiteFolder) -> None:
    dated(site, "a", *(f"2021-07-{day:02}" for day in range(1, 29)), "2021-08-02")
    site.build_well()
    drawn = shapes(site)
    assert list(drawn) == ["July 2021", "August 2021"]
    assert drawn["July 2021"] == ["disc"] * 28


def test_a_long_timeline_is_cut_by_year(site: SiteFolder) -> None:
    dated(site, "a", *(f"2020-07-{day:02}" for day in range(1, 29)))
    for month in range(1, 5):
        dated(site, f"b{month}", *(f"2021-{month:02}-{day:02}" for day in range(1, 26)))
    site.build_well()
    assert "Timeline (128)" in site.page("timeline/index.html")
    assert "Timeline, 2020 (28)" in site.page("timeline/2020.html")
    before = site.files()
    dated(site, "late", "2021-02-27")
    rendered = set(site.build_well().rendered)
    assert "timeline/2021.html" in rendered
    assert "timeline/2020.html" not in rendered
    assert before["timeline/2020.html"] == site.files()["timeline/2020.html"]


def test_many_events_of_one_month_stand_in_the_table_alone(site: SiteFolder) -> None:
    dated(site, "a", *(f"2021-07-{day:02}" for day in range(1, 29)))
    site.build_well()
    assert shapes(site) == {}
    assert "It is 2021-07-28." in site.page("timeline/index.html")

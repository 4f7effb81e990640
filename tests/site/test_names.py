"""What a link, or a call of a note, is named: one thing each, in the language of its text."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.harness import SiteFolder


def test_packets_of_one_title_are_told_apart(new_site: Callable[..., SiteFolder]) -> None:
    site = new_site(theme="default")
    site.article("tianjin")
    for number in (1, 2):
        site.packet(f"week-{number}", ["tianjin"], more=f"number: {number}")
        site.edit(f"content/packets/week-{number}.md", f"Week {number}", "The week")
    site.build_well()
    assert "The week, No.\N{NO-BREAK SPACE}1</bdi>" in site.page("articles/tianjin.html")
    assert "The week, No.\N{NO-BREAK SPACE}2</bdi>" in site.page("articles/tianjin.html")
    # The same without a number: by their days.
    for number in (1, 2):
        path = f"content/packets/week-{number}.md"
        site.edit(path, f"number: {number}\n", "")
        site.edit(path, "2021-08-17", f"2021-08-1{number}")
    site.build_well()
    assert "The week, 11 August 2021</bdi>" in site.page("articles/tianjin.html")
    site.edit("content/packets/week-1.md", "The week", "Another week")
    site.build_well()
    assert "The week</bdi>" in site.page("articles/tianjin.html")


def test_a_note_is_called_by_the_digits_of_its_text(new_site: Callable[..., SiteFolder]) -> None:
    site = new_site(theme="default")
    site.article("kabul", body="متن.[^1]\n\n[^1]: یادداشت.", more="lang: fa\n")
    site.article("tianjin", body="Text.[^1]\n\n[^1]: A note.")
    site.build_well()
    calls = {
        slug: re.findall('role="doc-noteref">(.*?)<', site.page(f"articles/{slug}.html"))
        for slug in ("kabul", "tianjin")
    }
    assert calls == {"kabul": ["۱"], "tianjin": ["1"]}

"""What only internal audiences see says so, in the site's language and in sound HTML."""

from __future__ import annotations

from tests.harness import SiteFolder

SETTINGS = """\
title: Bureau
language: fr
timezone: UTC
default_tlp: CLEAR
audiences:
  desk: {ceiling: RED, internal: true}
default_audience: desk
"""
PAGE = """\
---
title: Notes
---
Ouvert.[^1]

::: internal
Pour le bureau.[^1][^2]
:::

[^1]: Une note.

[^2]: Une note du bureau.
"""


def test_an_internal_block_is_named_and_its_footnotes_stay_in_their_list(site: SiteFolder) -> None:
    site.write("briefgen.yaml", SETTINGS)
    site.write("content/pages/notes.md", PAGE)
    site.build_well()
    html = site.read("output/notes.html")
    assert '<div class="internal" role="note">\n<p class="name">Interne</p>\n<p>Pour' in html
    assert html.count('<div class="internal"') == 1
    notes = html.partition('<section class="footnotes"')[2].partition("</section>")[0]
    assert notes.count("<li id=") == 2
    assert "<div" not in notes

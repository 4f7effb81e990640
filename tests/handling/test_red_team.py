"""Ways by which something withheld has been known to slip out, each tried on a real site.

Every planted word begins with zqx and is shorter than what the leak scan looks for, so that it is
the planning itself that must keep it out; the scan is the second line.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest

from tests.harness import SiteFolder
from tests.media.pictures import drawn, put, saved

CLOSED = """\
---
title: zqxtitle
slug: zqxslug
date: 2021-08-16
summary: zqxsum
tlp: RED
source: {title: zqxpaper, publisher: zqxpub, published: 2021-08-01}
people: [zqxman]
aliases: [/zqxold/]
image: zqxfig.png
image_alt: zqxalt
statements: [{speaker: zqxman, quote: zqxquote}]
disputes: [{article: open, quote: an open quotation, note: zqxnote}]
related: [open]
duplicates: [open]
supersedes: [open]
corrections: [{date: 2021-08-20, kind: retraction, note: zqxwrong}]
x_code: zqxcode
---
zqxbody
"""

# What an open article, packet, page or settings file may say that touches something withheld.
OPEN = """\
---
title: The open one
date: 2021-08-15
summary: All may read this.
source: {{title: An open paper, publisher: The Gazette, published: 2021-08-15}}
statements: [{{speaker: Zamir Kabulov, quote: an open quotation}}]
{keys}
---
{body}
"""


def holds(site: SiteFolder) -> list[str]:
    """The files and names of the output that have a planted word, in any case or packing."""
    found: list[str] = []
    for path, data in site.files().items():
        text = data + (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else b"")
        if b"zqx" in text.lower() or "zqx" in path.lower():
            found.append(path)
    return found


@pytest.fixture
def attacked(new_site: Callable[[str, str], SiteFolder]) -> SiteFolder:
    site = new_site("attacked", "default")
    site.write("content/articles/zqxslug.md", CLOSED)
    site.article("second", more="related: [open]\n")
    site.packet("first", ["open", "second"], more="series: daily\n")
    _open(site)
    put(site, "zqxfig.png", saved(drawn((40, 30))))
    return site


def _open(site: SiteFolder, keys: str = "", body: str = "Words.") -> None:
    site.write("content/articles/open.md", OPEN.format(keys=keys, body=body))


KEYS = {
    "related": "related: [zqxslug]",
    "duplicates": "duplicates: [zqxslug]",
    "supersedes": "supersedes: [zqxslug]",
    "disputes": "disputes: [{article: zqxslug, quote: zqxquote, note: zqxwhy}]",
    "internal": "internal: {zqxkey: zqxvalue}",
    "reviewer": "reviewer: zqxreader",
    "snapshot digest": "silence: {summary-missing: zqxreason}",
}


@pytest.mark.parametrize("name", KEYS)
def test_by_a_key_of_an_open_article(attacked: SiteFolder, name: str) -> None:
    _open(attacked, KEYS[name])
    attacked.build_well(pdf=True)
    assert holds(attacked) == []


BODIES = {
    "link by file": "See [these words](zqxslug.md).",
    "link with a title": 'See [these words](zqxslug.md "Plain title").',
    "link by name": "See [[zqxslug|these words]].",
    "link to a heading": "See [these words](zqxslug.md#zqxhead).",
    "reference": "See [these words][ref].\n\n[ref]: zqxslug.md",
    "footnote in an internal block": "Words.\n\n::: internal\nzqxin[^1]\n\n[^1]: zqxfoot\n:::\n",
    "heading in an internal block": "## Open\n\n::: internal\n## zqxheading\n\nzqxin\n:::\n",
    "link in an internal block": "Words.\n\n::: internal\n[zqxwords](second.md)\n:::\n",
    "picture in an internal block": "Words.\n\n::: internal\n![zqxa](../media/zqxfig.png)\n:::\n",
    "table in an internal block": "W.\n\n::: internal\n| zqxa | b |\n|---|---|\n| c | zqx |\n:::\n",
    "block in a list": "- one\n\n  ::: internal\n  zqxlist\n  :::\n",
    "block in a quotation": "> one\n>\n> ::: internal\n> zqxq\n> :::\n",
    "comment": "Words. <!-- zqxcomment -->",
    "internal id": "Words.\n\n::: internal\n## A heading {#zqxid}\n:::\n",
}


@pytest.mark.parametrize("name", BODIES)
def test_by_the_text_of_an_open_article(attacked: SiteFolder, name: str) -> None:
    _open(attacked, body=BODIES[name])
    attacked.build_well()
    assert "All may read this." in attacked.page("articles/open.html")
    assert holds(attacked) == []


PACKETS = {
    "note on an entry": "articles: [open, {article: zqxslug, note: zqxentry, lead: true}]",
    "first and lead": "articles: [{article: zqxslug, lead: true}, open]",
    "a section of its own": "sections: [{title: zqxs, note: zqxn, articles: [zqxslug]},"
    " {title: Open, articles: [open]}]",
    "judgment": "articles: [open]\nkey_judgments:\n"
    "  - {text: zqxj, likelihood: likely, dissent: zqxd, articles: [zqxslug]}\n"
    "  - {text: An open one, likelihood: unlikely, articles: [open, zqxslug]}",
    "query": "select: {people: [zqxman]}",
    "query by publisher": "select: {publishers: [zqxpub, The Gazette]}",
    "replaces": "articles: [open]\nsupersedes: [zqxpacket]",
    "private": "articles: [open]\nreviewer: zqxr\ndistribution: [zqxto]",
}


@pytest.mark.parametrize("name", PACKETS)
def test_by_an_open_packet(attacked: SiteFolder, name: str) -> None:
    attacked.write(
        "content/packets/zqxpacket.md",
        "---\ntitle: zqxp\ndate: 2021-08-16\nseries: daily\nnumber: 1\ntlp: RED\n"
        "articles: [open]\n---\n",
    )
    attacked.write(
        "content/packets/second.md",
        f"---\ntitle: Second\ndate: 2021-08-18\nseries: daily\n{PACKETS[name]}\n---\nA note.\n",
    )
    attacked.build_well(pdf=True)
    assert holds(attacked) == []


def test_by_what_was_in_the_packet_before(attacked: SiteFolder) -> None:
    """What was dropped since last time is told by name, unless it may not be seen."""
    attacked.packet("first", ["open", "second", "zqxslug"], more="series: daily\n")
    attacked.write(
        "content/packets/next.md",
        "---\ntitle: Next\ndate: 2021-08-19\nseries: daily\narticles: [open]\n---\n",
    )
    attacked.build_well(pdf=True)
    assert holds(attacked) == []


def test_by_a_page_the_menu_and_the_settings(attacked: SiteFolder) -> None:
    settings = attacked.read("briefgen.yaml").replace(
        "  desk:", "  zqxdesk: {ceiling: RED}\n  desk:"
    )
    attacked.write("briefgen.yaml", f"{settings}nav: [packets, about]\nsources_dir: zqxsources\n")
    attacked.write("content/pages/about.md", "---\ntitle: About\n---\nSee [[zqxslug|this]].\n")
    attacked.write("content/pages/zqxpage.md", "---\ntitle: zqxpage\ntlp: RED\n---\nzqxtext\n")
    attacked.build_well()
    assert holds(attacked) == []


def test_by_entities(attacked: SiteFolder) -> None:
    attacked.write(
        "content/entities.yaml",
        "people:\n"
        "  - {name: zqxman, aliases: [zqxa], description: zqxd, same_as: [https://example.org/zqx]}\n"
        "  - {name: Zamir Kabulov, aliases: [zqxalias]}\n"
        "places: [{name: zqxplace}]\ntopics: [zqxtopic]\n",
    )
    attacked.build_well(pdf=True)
    assert holds(attacked) == []


def test_by_a_correction_of_something_withheld(attacked: SiteFolder) -> None:
    """Neither the ledger of corrections nor its feeds nor a judgment that it undercuts tells."""
    attacked.packet(
        "first",
        ["open", "zqxslug"],
        more="key_judgments: [{text: It holds, articles: [open, zqxslug]}]\n",
    )
    attacked.build_well(pdf=True)
    assert holds(attacked) == []


def test_by_counts_and_neighbours(attacked: SiteFolder) -> None:
    """A site with the withheld article is, byte for byte, the site without it."""
    attacked.build_well()
    with_it = attacked.files()
    attacked.delete("content/articles/zqxslug.md")
    attacked.build_well()
    assert attacked.files() == with_it


def test_by_an_embargo_that_has_not_passed(attacked: SiteFolder) -> None:
    attacked.edit("content/articles/zqxslug.md", "tlp: RED", "embargo: 2021-12-01")
    attacked.build_well(pdf=True)
    assert holds(attacked) == []


def test_by_what_a_failed_build_leaves(attacked: SiteFolder) -> None:
    attacked.edit("content/articles/zqxslug.md", "tlp: RED", "tlp: CLEAR")
    attacked.build_well()
    assert holds(attacked)
    attacked.edit("content/articles/zqxslug.md", "tlp: CLEAR", "tlp: RED")
    attacked.write("content/articles/broken.md", "---\ntitel: Wrong\n---\n")
    attacked.build()
    assert holds(attacked) == []
    assert not (attacked.built / ".briefgen-new").exists()

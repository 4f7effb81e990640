"""What pages say of themselves to programs, in the words of schema.org."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib.namespace

from briefgen.build import build
from briefgen.model.request import Exit, Request
from briefgen.progress import Silent
from tests.harness import NOON, SiteFolder

ROOT = Path(__file__).parents[2]
BASE = "https://example.org/amu/"
SAMPLE = "https://example.org/briefing/"
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
# Every class and property of schema.org, from the ontology that rdflib was made from.
KNOWN = frozenset(rdflib.namespace.SDO.__annotations__)
# The domains of the properties that are not for every CreativeWork (schema.org, release 29).
NARROW = {
    "spokenByCharacter": {"Quotation"},
    "issueNumber": {"PublicationIssue"},
    "articleSection": {"NewsArticle"},
    "contentUrl": {"MediaObject", "ImageObject"},
    "caption": {"ImageObject"},
    "mainEntity": {"CollectionPage"},
}
Node = dict[str, object]
STATEMENTS = """\
statements:
  - {speaker: Wang Yi, quote: We shall see., date: 2021-07-08, lang: en}
  - {speaker: The Office, quote: So shall we., lang: en}
corrections: [{date: 2021-08-20, kind: retraction, note: It was not so.}]
"""
ENTITIES = "organizations: [{name: The Office, description: An office.}]\n"


def data_of(html: str) -> Node | None:
    found = DATA.findall(html)
    assert len(found) <= 1
    if not found:
        return None
    made = json.loads(found[0])
    assert isinstance(made, dict)
    assert made.pop("@context") == "https://schema.org"
    return made


def nodes(value: object) -> Iterator[Node]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from nodes(each)


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    made = SiteFolder(tmp_path / "site", theme="default")
    made.write("content/entities.yaml", ENTITIES)
    made.article("tianjin", person="Wang Yi", more=STATEMENTS)
    made.article("closed", title="For partners alone", more="tlp: AMBER\n")
    made.packet("first", ["tianjin", "closed"], more="series: daily\nnumber: 3\n")
    return made


def test_every_type_and_property_stands_in_the_vocabulary(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "briefgen.yaml", tmp_path)
    request = Request(root=str(tmp_path), now=NOON, pdf=False)
    assert build(request, Silent()).exit is Exit.DONE
    types: set[object] = set()
    for path in (tmp_path / "output").rglob("*.html"):
        for node in nodes(data_of(path.read_text(encoding="utf-8"))):
            kind = node["@type"]
            types.add(kind)
            assert kind in KNOWN, path
            address = str(node.get("@id", ""))
            if address:
                file, _, anchor = address.removeprefix(SAMPLE).partition("#")
                named = tmp_path / "output" / file
                assert named.is_file(), (path, address)
                assert not anchor or f'id="{anchor}"' in named.read_text(encoding="utf-8"), address
            for name in node:
                assert name.startswith("@") or name in KNOWN, (path, name)
                assert kind in NARROW.get(name, {kind}), (path, kind, name)
    assert {
        *("NewsArticle", "PublicationIssue", "Quotation", "Person", "Organization", "Place"),
        *("DefinedTerm", "CollectionPage", "WebSite", "CreativeWork"),
    } <= types


def test_an_article_cites_quotes_and_is_corrected(site: SiteFolder) -> None:
    site.build_well()
    made = data_of(site.page("articles/tianjin.html"))
    assert made is not None
    assert made["@type"] == "NewsArticle"
    assert made["@id"] == f"{BASE}articles/tianjin.html"
    assert made["creativeWorkStatus"] == "Retracted"
    assert made["citation"] == {
        "@type": "CreativeWork",
        "name": "A report",
        "url": "https://example.com/tianjin",
        "publisher": {"@type": "Organization", "name": "The Gazette"},
        "datePublished": "2021-08-16",
    }
    assert made["hasPart"] == [
        {
            "@type": "Quotation",
            "@id": f"{BASE}articles/tianjin.html#statement-1",
            "text": "We shall see.",
            "inLanguage": "en",
            "dateCreated": "2021-07-08",
            "spokenByCharacter": {
                "@type": "Person",
                "@id": f"{BASE}people/wang-yi.html",
                "name": "Wang Yi",
            },
        },
        {
            "@type": "Quotation",
            "@id": f"{BASE}articles/tianjin.html#statement-2",
            "text": "So shall we.",
            "inLanguage": "en",
            "spokenByCharacter": {
                "@type": "Organization",
                "@id": f"{BASE}organizations/the-office.html",
                "name": "The Office",
            },
        },
    ]
    assert made["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "It was not so.",
            "datePublished": "2021-08-20",
            "name": "retraction",
        }
    ]


def test_a_packet_has_its_articles_and_no_others(site: SiteFolder) -> None:
    site.build_well()
    made = data_of(site.page("packets/first.html"))
    assert made is not None
    assert made["@type"] == "PublicationIssue"
    assert made["issueNumber"] == 3
    assert made["isPartOf"] == {"@type": "Periodical", "name": "daily"}
    parts = made["hasPart"]
    assert isinstance(parts, list)
    assert [each["@id"] for each in parts] == [f"{BASE}articles/tianjin.html"]


def test_nothing_in_a_text_ends_the_element(site: SiteFolder) -> None:
    awkward = "A </script><!-- & <b>'s end"
    site.article("awkward", title=f'"{awkward}"')
    site.build_well()
    html = site.page("articles/awkward.html")
    made = data_of(html)
    assert made is not None
    assert made["headline"] == awkward
    block = DATA.findall(html)[0]
    assert not set(block) & {"<", ">", "&"}


def test_without_an_address_links_are_from_the_page(site: SiteFolder) -> None:
    site.edit("briefgen.yaml", "base_url: https://example.org/amu/\n", "")
    site.build_well()
    made = data_of(site.page("packets/first.html"))
    assert made is not None
    assert made["url"] == "../packets/first.html"

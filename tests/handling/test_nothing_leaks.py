"""A withheld item is in no byte of the output.

One word that occurs nowhere else is planted in every field of a withheld article, packet and page,
and in an entity, an alias and a topic that only the withheld article names; then every file of the
output is searched, PDFs decoded (text, outline, metadata, XMP), and the index of the search too.
"""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest

from briefgen.model.request import Exit, Search
from tests.harness import SiteFolder
from tests.media.pictures import jpeg, pdf, put

WITHHELD_ARTICLE = """\
---
title: Secret {title}
slug: secret-{slug}
date: 2021-08-16
modified: 2021-08-16
summary: Something {summary}
lang: en
byline: Desk {byline}
tlp: {tlp}
marking: Only {marking}
section: Part {section}
source:
  title: Paper {sourcetitle}
  publisher: House {publisher}
  author: [Writer {author}]
  published: 2021-08-16
  accessed: 2021-08-16
  url: https://example.com/{url}
  archive_url: https://archive.example.com/{archive}
  language: en
  type: {type}
  rights: Rights {rights}
  translator: Translator {translator}
  rating: B2
  descriptor: Knows {descriptor}
  snapshot: secret.txt
statements:
  - speaker: Speaker {speaker}
    role: Role {role}
    quote: Quotation {quote}
    translation: Translation {translation}
    date: 2021-08-16
    to: To {to}
    via: Via {via}
    evidence: Evidence {evidence}
    lang: en
events:
  - date: 2021-08-16
    what: What {what}
    where: Where {where}
people: [Person {person}, {alias}]
organizations: [Organization {organization}]
places: [Place {place}]
topics: [Topic {topic}]
key_points: [Point {keypoint}]
relevance: Relevance {relevance}
assessment: Assessment {assessment}
internal: {note: Internal {internal}}
corrections:
  - date: 2021-08-17
    kind: clarification
    note: Correction {correction}
disputes:
  - article: open-one
    quote: an open quotation
    note: Dispute {dispute}
related: [open-one]
duplicates: [open-one]
supersedes: [open-one]
aliases: [/old/{oldaddress}/]
image: {imagename}.jpg
image_alt: Picture {imagealt}
image_credit: Credit {imagecredit}
reviewer: Reviewer {reviewer}
x_note: Extra {extra}
---
Body {body}

![Fig {figurealt}](../media/{figurename}.jpg "Caption {figurecaption}"){credit="{figurecredit}"}

[Paper](../media/{papername}.pdf) and [table](../media/{tablename}.csv)

## Heading {heading}

::: internal
Block {block}
:::

A link to [the open one](open-one.md), and a note.[^1]

[^1]: Footnote {footnote}
"""

OPEN_ARTICLE = """\
---
title: The open one
date: 2021-08-15
summary: All may read this.
source: {title: An open paper, publisher: The Gazette, published: 2021-08-15}
statements:
  - {speaker: Zamir Kabulov, quote: an open quotation, date: 2021-08-15}
events:
  - {date: 2021-08-12, what: The sides meet, where: Tashkent}
  - {date: 2021-08-15, what: The sides part}
people: [Zamir Kabulov]
topics: [Diplomacy]
image: open.jpg
image_alt: An open picture
reviewer: Reviewer zqxopenreviewer
internal: {note: zqxopeninternal}
---
See [this text stays](secret.md).

::: internal
zqxopenblock
![zqxblockalt](../media/zqxblockname.jpg)
:::
"""

WITHHELD_PACKET = """\
---
title: Packet {ptitle}
date: 2021-08-18
series: daily
number: 2
tlp: RED
bluf: Line {bluf}
sections:
  - title: Section {ptsection}
    note: Note {pnote}
    articles: [{article: open-one, note: Entry {pentry}}]
key_judgments:
  - text: Judgment {judgment}
    dissent: Dissent {dissent}
    articles: [open-one]
gaps: [Gap {gap}]
watch: [Watch {watch}]
recommendations: [Do {recommendation}]
compiler: Compiler {compiler}
purpose: Purpose {purpose}
distribution: [To {distribution}]
corrections: [{date: 2021-08-19, note: Packet correction {pcorrection}}]
---
Note {pbody}
"""

OPEN_PACKET = """\
---
title: The open packet
date: 2021-08-17
series: daily
number: 1
pdf: {attach: [json, csl-json]}
sections:
  - title: Open section
    articles: [open-one, {article: secret-zqxslug, note: zqxnoteonsecret}]
  - title: zqxemptysection
    note: zqxemptynote
    articles: [secret-zqxslug]
key_judgments:
  - text: zqxrestsonsecret
    likelihood: likely
    confidence: high
    articles: [secret-zqxslug]
  - text: An open judgment.
    articles: [open-one, secret-zqxslug]
reviewer: zqxpacketreviewer
distribution: [zqxdistributionlist]
---
The note, with [a link](../articles/secret.md).
"""

ENTITIES = """\
people:
  - name: Person zqxperson
    description: zqxdescription
    same_as: [https://example.com/zqxsameas]
  - name: Zamir Kabulov
    aliases: [zqxalias]
organizations:
  - name: Nobody zqxnobody
topics:
  - name: Topic zqxtopic
    aliases: [zqxtopicalias]
"""


def _planted(text: str) -> str:
    """Fill each hole of a text with the word of its name."""
    return re.sub(r"\{(\w+)\}", r"zqx\1", text.replace("{tlp}", "RED"))


def _texts(data: bytes, path: str) -> Iterator[str]:
    """All that can be read out of a file."""
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    yield data.decode("utf-8", "ignore")
    yield data.decode("utf-16-be", "ignore")
    if not path.endswith(".pdf"):
        return
    reader = pypdf.PdfReader(io.BytesIO(data))
    yield repr(reader.metadata)
    yield str(reader.outline)
    for page in reader.pages:
        text = page.extract_text()
        yield text
        yield re.sub(r"[\s\u00ad-]", "", text)
    for number in range(1, int(str(reader.trailer["/Size"]))):
        try:
            found = reader.get_object(number)
        except (pypdf.errors.PdfReadError, KeyError, ValueError):
            break
        yield repr(found)
        if isinstance(found, pypdf.generic.StreamObject):
            yield found.get_data().decode("latin-1")


def leaks(folder: Path) -> list[tuple[str, str]]:
    """Every planted word that is in the output, with the file that tells it."""
    found: list[tuple[str, str]] = []
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        found.extend((name, word) for word in re.findall(r"zqx\w+", name))
        if path.is_file():
            for text in _texts(path.read_bytes(), name):
                found.extend((name, word) for word in re.findall(r"zqx\w+", text))
    return found


@pytest.fixture
def planted(new_site: Callable[[str, str], SiteFolder]) -> SiteFolder:
    site = new_site("planted", "default")
    site.write("content/articles/secret.md", _planted(WITHHELD_ARTICLE))
    site.write("content/articles/open-one.md", OPEN_ARTICLE)
    site.write("content/packets/secret.md", _planted(WITHHELD_PACKET))
    site.write("content/packets/open.md", OPEN_PACKET)
    site.write("content/pages/secret.md", "---\ntitle: zqxpage\ntlp: RED\n---\nzqxpagebody\n")
    site.write("content/entities.yaml", ENTITIES)
    site.write(
        "content/sources/secret.txt", "zqxsnapshot. “Quotation zqxquote”, said zqxspeaker.\n"
    )
    for name in ("zqximagename", "zqxfigurename", "zqxblockname", "open", "zqxunused"):
        put(site, f"{name}.jpg", jpeg((300, 200), "zqxexif"))
    put(site, "zqxpapername.pdf", pdf("zqxpaper"))
    put(site, "zqxtablename.csv", b"zqxcell\n")
    return site


def test_no_word_of_a_withheld_item_is_published(planted: SiteFolder) -> None:
    outcome = planted.build_well(pdf=True, search=Search.NOW)
    assert "article:secret-zqxslug" in outcome.withheld
    built = planted.files().keys()
    assert {
        "feed.json",
        "packets/open.csl.json",
        "packets/open.pdf",
        "statements/index.html",
        "timeline/index.html",
    } <= built
    assert any(path.endswith(".pf_fragment") for path in built)
    assert leaks(planted.built) == []
    assert "this text stays" in planted.page("articles/open-one.html")


def test_those_who_may_see_it_do(planted: SiteFolder) -> None:
    """The search would be worth nothing if the words could not be found at all."""
    planted.build_well(pdf=True, audience="desk", search=Search.NOW)
    found = leaks(planted.built)
    words = {word for _, word in found}
    telling = {path.rpartition(".")[2] for path, _ in found}
    assert {"html", "pdf", "json", "xml", "bib", "ris"} <= telling
    assert {"pf_fragment", "pf_index", "pf_filter"} <= telling
    assert ("timeline/index.html", "zqxwhat") in found
    private = {"zqxreviewer", "zqxsnapshot", "zqxpacketreviewer", "zqxdistribution"}
    assert not words & private
    assert not words & {"zqxdistributionlist", "zqxopenreviewer", "zqxnobody", "zqxtopicalias"}
    assert not words & {"zqxexif", "zqxpaper", "zqxunused"}
    assert any(word.startswith("zqximagename") for word in words)
    for shown in ("figurealt", "figurecaption", "figurecredit", "cell", "blockalt"):
        assert f"zqx{shown}" in words, shown
    for shown in ("title", "summary", "quote", "keypoint", "body", "internal", "block", "alias"):
        assert f"zqx{shown}" in words, shown


@pytest.mark.parametrize("label", ["tlp: RED", "tlp: AMBR", "status: withdrawn"])
def test_a_file_with_other_mistakes_can_still_withhold_itself(
    planted: SiteFolder, label: str
) -> None:
    """Its author restricted it; a slip elsewhere in the file must not keep it online."""
    opened = _planted(WITHHELD_ARTICLE).replace("tlp: RED", "tlp: CLEAR")
    planted.write("content/articles/secret.md", opened)
    planted.build_well()
    assert leaks(planted.built)
    closed = opened.replace("tlp: CLEAR", label).replace("summary:", "sumary:")
    planted.write("content/articles/secret.md", closed)
    assert planted.build().exit is Exit.CONTENT
    assert leaks(planted.built) == []


def test_what_becomes_withheld_goes_though_the_content_has_errors(planted: SiteFolder) -> None:
    planted.write("content/articles/secret.md", _planted(WITHHELD_ARTICLE).replace("RED", "CLEAR"))
    planted.build_well(pdf=True)
    assert leaks(planted.built)
    planted.write("content/articles/secret.md", _planted(WITHHELD_ARTICLE))
    planted.write("content/articles/broken.md", "---\ntitel: No such key\n---\n")
    assert planted.build(pdf=True).exit is Exit.CONTENT
    assert leaks(planted.built) == []
    planted.delete("content/articles/broken.md")
    planted.build_well(pdf=True)
    assert leaks(planted.built) == []
    assert (planted.built / "index.html").exists()

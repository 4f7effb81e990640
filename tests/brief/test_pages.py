"""What a reader finds on the pages of a brief."""

from __future__ import annotations

import re

import pypdf
import pytest

from briefgen.model.packet import BriefOptions
from tests.brief.sample import ITEMS, PERSIAN, RUSSIAN, html_of, sample_view


def texts(pdf: pypdf.PdfReader) -> list[str]:
    """The text of each page, its spaces made one."""
    return [" ".join(page.extract_text().split()) for page in pdf.pages]


def page_of(pdf: pypdf.PdfReader, anchor: str) -> int:
    """The number, from 1, of the page to which an anchor leads."""
    number = pdf.get_destination_page_number(pdf.named_destinations[anchor])
    assert number is not None
    return number + 1


def numbered(pdf: pypdf.PdfReader, page: int) -> dict[str, int]:
    """The lines of a page that begin with a page number, by what follows it."""
    text = pdf.pages[page - 1].extract_text(extraction_mode="layout").replace("\u00a0", " ")
    found = (re.fullmatch(r"\s*(\d+)\s+(\S.*?)\s*", line) for line in text.splitlines())
    return {
        " ".join(match[2].split()): int(match[1])
        for match in found
        if match and " of " not in match[0]
    }


def test_every_page_says_which_it_is_of_how_many(pdf: pypdf.PdfReader) -> None:
    count = len(pdf.pages)
    for number, text in enumerate(texts(pdf)[1:], 2):
        assert f"{number} of {count}" in text


def test_label_and_marking_stand_at_head_and_foot_of_every_page(pdf: pypdf.PdfReader) -> None:
    for text in texts(pdf):
        # On the cover the label is also told among the facts.
        assert text.count("TLP:AMBER+STRICT") >= 2
        assert text.count("Not for the press") >= 2


def test_an_unmarked_brief_has_no_label(bare: pypdf.PdfReader) -> None:
    assert "TLP" not in "".join(texts(bare))


def test_label_is_set_as_the_standard_asks(pdf: pypdf.PdfReader) -> None:
    content = pdf.pages[1].get_contents()
    assert content is not None
    # 12.5 pt are 16.67 px; #FFC000 on black.
    stream = content.get_data().decode("latin-1")
    assert re.search(r"1 0\.75294\d* 0 rg", stream)
    assert re.search(r"/\S+ 16\.66\d* Tf", stream)


def test_running_head_names_packet_then_section(pdf: pypdf.PdfReader) -> None:
    pages = texts(pdf)
    assert "Amu Desk, No. 1: Moscow and Kabul" in pages[1]
    assert "Amu Desk, No. 1: Kabul" in pages[page_of(pdf, "item-recognition") - 1]
    assert "Amu Desk, No. 1: The border" in pages[page_of(pdf, "item-denial") - 1]
    assert "Amu Desk, No. 1" not in pages[0]


def test_contents_give_the_folio_of_the_page_where_the_thing_stands(pdf: pypdf.PdfReader) -> None:
    listed = numbered(pdf, page_of(pdf, "contents"))
    for item in ITEMS:
        assert listed[item.title] == page_of(pdf, f"item-{item.slug}")
    assert listed["What is not known"] == page_of(pdf, "gaps")
    assert listed["Index"] == page_of(pdf, "index")


def test_index_gives_the_page_of_the_first_item_and_all_items(pdf: pypdf.PdfReader) -> None:
    listed = numbered(pdf, page_of(pdf, "index"))
    found = {name.split("item")[0].strip(): page for name, page in listed.items()}
    assert found["Ashraf Ghani"] == page_of(pdf, "item-recognition")
    assert found["Sergei Shoigu"] == page_of(pdf, "item-drills")
    assert "items 1, 3" in texts(pdf)[page_of(pdf, "index") - 1]


def test_each_item_begins_a_page(pdf: pypdf.PdfReader) -> None:
    pages = [page_of(pdf, f"item-{item.slug}") for item in ITEMS]
    assert len(set(pages)) == len(pages)
    assert pages[1] - pages[0] >= 2, "the long item runs over its page"


def test_items_show_all_their_parts(pdf: pypdf.PdfReader) -> None:
    text = " ".join(texts(pdf))
    for words in (
        *("Item 1", "Summary of recognition.", "Key points One. Two.", "Ours."),
        *("The guard changes.", "It matters.", "Rests on item 1", "Unlikely, 20–45 %"),
        *("Confidence: moderate", "Disputed. Denied. The denial, see item 3."),
        *("Report on drills", "reliability cannot be judged; probably true"),
        *("Update 20 August 2021: Dated.", "Internal source", "A."),
        *("https://example.com/drills", "Who was there.", "the desk"),
    ):
        assert words in text, words


def test_footnote_stands_at_the_foot_of_the_page_of_its_call(pdf: pypdf.PdfReader) -> None:
    text = texts(pdf)[page_of(pdf, "item-drills") - 1]
    assert text.index("Said on Monday.") < text.index("The text names no day.")
    assert "↩" not in text


@pytest.mark.parametrize("words", [PERSIAN.replace("\u200c", ""), RUSSIAN])
def test_other_scripts_can_be_searched(pdf: pypdf.PdfReader, words: str) -> None:
    text = " ".join(texts(pdf)).replace("\u200c", "").replace("\u200d", "")
    assert words in text


def test_outline_has_part_section_and_item(pdf: pypdf.PdfReader) -> None:
    def flat(nodes: list[object], level: int = 1) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        for node in nodes:
            if isinstance(node, list):
                found += flat(node, level + 1)
            else:
                title = str(getattr(node, "title", "")).replace("\u00a0", " ")
                found.append((level, title))
        return found

    assert flat(list(pdf.outline)) == [
        *((1, "Moscow and Kabul"), (1, "Contents"), (1, "Bottom line"), (1, "Editor’s note")),
        *((1, "Items"), (2, "Kabul"), (3, "Moscow defers recognition"), (2, "The border")),
        *((3, "Drills near the border end"), (3, "Ghani denies the claim")),
        *((1, "What is not known"), (1, "Sources"), (1, "Index"), (1, "How to read this brief")),
    ]


def test_metadata_come_from_the_packet_alone(pdf: pypdf.PdfReader) -> None:
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Moscow and Kabul"
    assert pdf.metadata.author == "Amu Desk"
    assert pdf.metadata.subject == "The bottom line."
    assert str(pdf.metadata["/Keywords"]) == "Diplomacy, Security"
    assert str(pdf.metadata["/CreationDate"]) == "D:20210817"
    assert str(pdf.metadata["/ModDate"]) == "D:20210827"
    assert str(pdf.root_object["/Lang"]) == "en"


def test_what_is_switched_off_is_not_there(bare: pypdf.PdfReader) -> None:
    text = " ".join(texts(bare))
    assert "Contents" not in text
    assert "Ashraf Ghani" not in text
    assert "Bottom line" in texts(bare)[0]
    assert [round(float(side)) for side in bare.pages[0].mediabox[2:]] == [612, 792]


def test_a_shallow_contents_names_sections_only() -> None:
    html = html_of(sample_view(options=BriefOptions(toc_depth=1)))
    contents = html.split('class="toc"')[1].split("</ol>")[0]
    assert 'href="#section-2"' in contents
    assert "item-drills" not in contents


def test_links_lead_into_the_brief_or_to_an_address(pdf: pypdf.PdfReader) -> None:
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            if "/A" in link:
                assert str(link["/A"]["/URI"]).startswith("https://example.")
            else:
                assert link["/Dest"] in pdf.named_destinations

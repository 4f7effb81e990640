"""What the file says of itself."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pypdf
import pytest

from briefgen.render.brief.job import BriefResult
from tests.brief.standards import find_no_error

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


def metadata(result: BriefResult) -> ElementTree.Element:
    """The XMP of a brief, which is one RDF."""
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        packet = pdf.Root.Metadata.read_bytes()
    (rdf,) = ElementTree.fromstring(packet)  # noqa: S314  our own file
    return rdf


def values(rdf: ElementTree.Element, name: str) -> list[str]:
    """What stands under a name, one text or several."""
    return [
        each.text.strip()
        for found in rdf.iterfind(f"*/{name}", NAMES)
        for each in found.iter()
        if each.text and each.text.strip()
    ]


def test_metadata_say_what_the_packet_says(full: BriefResult) -> None:
    rdf = metadata(full)
    assert values(rdf, "dc:title") == ["Moscow and Kabul"]
    assert values(rdf, "dc:creator") == ["Amu Desk"]
    assert values(rdf, "dc:language") == ["en"]
    assert values(rdf, "dc:subject") == ["Diplomacy", "Security"]
    assert values(rdf, "dc:source") == ["https://example.org/packets/kabul.html"]
    assert set(values(rdf, "dc:rights")) == {"TLP:AMBER+STRICT. Not for the press"}
    assert values(rdf, "xmp:CreateDate") == ["2021-08-17"]
    assert values(rdf, "xmp:ModifyDate") == ["2021-08-27"]


def test_page_labels_are_the_folios(pdf: pypdf.PdfReader) -> None:
    assert pdf.page_labels == [str(number) for number in range(1, len(pdf.pages) + 1)]


@pytest.mark.parametrize(("name", "archival"), [("archival", True), ("plain", False)])
def test_a_brief_for_archives_keeps_both_standards(
    small: dict[str, BriefResult], tmp_path: Path, name: str, *, archival: bool
) -> None:
    rdf = metadata(small[name])
    attributes = {key: value for each in rdf for key, value in each.attrib.items()}
    assert attributes[f"{{{NAMES['pdfuaid']}}}part"] == "1"
    assert attributes.get(f"{{{NAMES['pdfaid']}}}part") == ("3" if archival else None)
    assert attributes.get(f"{{{NAMES['pdfaid']}}}conformance") == ("A" if archival else None)
    with pikepdf.open(io.BytesIO(small[name].pdf)) as pdf:
        assert ("/OutputIntents" in pdf.Root) is archival
    file = tmp_path / "small.pdf"
    file.write_bytes(small[name].pdf)
    find_no_error(file)

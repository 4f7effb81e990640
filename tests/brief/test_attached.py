"""The packet as data, in the file of its brief, when asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf

from tests.brief.standards import find_no_error
from tests.harness import SiteFolder

ASKED = "pdf: {attach: [json, csl-json], standard: PDF/A-3a}"


def attached(file: Path) -> dict[str, bytes]:
    """The files in a PDF."""
    with pikepdf.open(file) as pdf:
        return {name: each.get_file().read_bytes() for name, each in pdf.attachments.items()}


def test_the_packet_is_attached_as_it_lies_beside_its_page(site: SiteFolder) -> None:
    site.packet("first", ["tianjin", "drills"], more=ASKED, body="The note.")
    site.packet("second", ["drills"])
    site.build_well(pdf=True)
    file = site.built / "packets/first.pdf"
    assert attached(site.built / "packets/second.pdf") == {}
    assert attached(file) == {
        name: (site.built / f"packets/{name}").read_bytes()
        for name in ("first.json", "first.csl.json")
    }
    find_no_error(file)
    with pikepdf.open(file) as pdf:
        for name, each in pdf.attachments.items():
            assert str(each.obj.AFRelationship) == "/Data"
            assert str(each.obj.Desc) == f"First: {name}"
            for key in ("/CreationDate", "/ModDate"):
                assert str(each.get_file().obj.Params[key]) == "D:20210817000000Z", "the packet's"
        names = [str(name) for name in pdf.Root.Names.EmbeddedFiles.Names][::2]
        assert names == sorted(names), "a tree of names is in order"


def test_an_edit_reaches_the_attached_data(site: SiteFolder) -> None:
    site.packet("first", ["tianjin"], more=ASKED)
    site.build_well(pdf=True)
    site.edit("content/articles/tianjin.md", "source:\n", "source:\n  rights: Ours\n")
    assert "packets/first.pdf" in site.build_well(pdf=True).rendered
    data = json.loads(attached(site.built / "packets/first.pdf")["first.json"])
    assert data["articles"][0]["source"]["rights"] == "Ours"
    assert "packets/first.pdf" not in site.build_well(pdf=True).rendered

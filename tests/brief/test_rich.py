"""A packet with every kind of content, as its readers and validators see it."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pymupdf
import pypdf
import pytest

from tests.brief.rich import FIRST, PACKETS, TITLES
from tests.brief.sample import RUSSIAN, reader_of, small_job
from tests.brief.sample import make as make_jobs
from tests.brief.standards import find_no_error, nodes
from tests.brief.test_pages import numbered, page_of, texts


@pytest.fixture
def file(rich: dict[str, Path]) -> Path:
    """The brief in full."""
    return rich["four"]


@pytest.fixture
def brief(file: Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(file)


def bare(text: str) -> str:
    """Without what joins letters or parts them, and with one space for all between words."""
    return " ".join(text.replace("\u200c", "").replace("\u200d", "").split())


def test_validators_find_no_error_in_any_form(rich: dict[str, Path]) -> None:
    assert rich.keys() == PACKETS.keys()
    find_no_error(*rich.values())


@pytest.mark.parametrize("form", PACKETS)
def test_every_font_is_embedded_and_every_label_is_said(rich: dict[str, Path], form: str) -> None:
    pdf = pypdf.PdfReader(rich[form])
    for page in pdf.pages:
        assert page.extract_text().count("TLP:AMBER+STRICT") >= 2, "head and foot"
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]  # a dictionary
            (below,) = font["/DescendantFonts"]
            assert "/FontFile2" in below.get_object()["/FontDescriptor"]
    with pikepdf.open(rich[form]) as opened:
        tree = [node for root in opened.Root.StructTreeRoot.K for node in nodes(root)]
        assert str(opened.Root.Lang) == ("fa" if form == "farsi" else "en")
        assert any(node.role == "/H1" for node in tree)


@pytest.mark.parametrize("lang", ["fa", "ru", "el", "he"])
def test_every_script_can_be_searched(file: Path, lang: str) -> None:
    with pymupdf.open(file) as pdf:  # type: ignore[no-untyped-call]  # it ships no types
        text = bare(" ".join(page.get_text() for page in pdf))
    assert bare(TITLES[lang]) in text
    assert bare(FIRST[lang].partition(". ")[0]) in text.replace("\u00ad ", "")


def test_a_letter_with_a_mark_of_its_own_is_not_taken_for_the_next_ones_part(file: Path) -> None:
    text = bare(" ".join(page.extract_text() for page in pypdf.PdfReader(file).pages))
    assert "اعلامیهٔ جهانی" in text


def test_letters_of_central_asia_and_vowel_points_can_be_searched() -> None:
    tajik, kazakh, vietnamese = "забони тоҷикӣ, ҒҚҲӮ", "қазақ тілі", "Hà Nội được"
    words = f"<p>{tajik} {kazakh} {vietnamese} {RUSSIAN}</p><p lang=he dir=rtl>בָּרָא שלום</p>"
    text = bare(reader_of(make_jobs(small_job(words))["packets/small.pdf"]).pages[0].extract_text())
    for each in (tajik, kazakh, vietnamese, "בָּרָא"):
        assert each in text


def test_numbers_in_contents_and_index_are_those_of_the_pages(brief: pypdf.PdfReader) -> None:
    contents = numbered(brief, page_of(brief, "contents"))
    assert contents["The Assembly speaks for everybody"] == page_of(brief, "item-everything")
    assert contents[TITLES["ru"]] == page_of(brief, "item-russian")
    assert contents["Index"] == page_of(brief, "index")
    labels = brief.page_labels
    for number, text in enumerate(texts(brief)[1:], 2):
        assert f"{number} of {len(labels)}" in text
    assert labels == [str(number) for number in range(1, len(labels) + 1)]


def test_structure_tells_notes_tables_pictures_and_languages(file: Path) -> None:
    with pikepdf.open(io.BytesIO(file.read_bytes())) as pdf:
        tree = [node for root in pdf.Root.StructTreeRoot.K for node in nodes(root)]
        languages = {str(node.element.get("/Lang", "")) for node in tree}
        notes = [node for node in tree if node.role == "/Note"]
        pictures = [str(node.element.get("/Alt", "")) for node in tree if node.role == "/Figure"]
    assert {"fa", "ru", "el", "he"} <= languages, "passages, items and quotations"
    assert len(notes) == 2
    assert all("/P" in note.parents for note in notes)
    assert pictures.count("A grey field") == 2


def test_internal_passages_are_set_apart(brief: pypdf.PdfReader) -> None:
    page = brief.pages[page_of(brief, "item-everything")]
    content = page.get_contents()
    assert "Seen by the desk alone." in page.extract_text()
    assert content is not None
    assert b"] 0 d" in content.get_data() or b" d\n" in content.get_data(), "dashed"


def test_a_brief_in_another_language_speaks_it_and_runs_its_way(rich: dict[str, Path]) -> None:
    with pymupdf.open(rich["farsi"]) as pdf:  # type: ignore[no-untyped-call]  # it ships no types
        text = bare(" ".join(page.get_text() for page in pdf))
        (name,) = pdf[2].search_for("ارزیابی")[:1]
        (line,) = pdf[2].search_for("بسیار محتمل")[:1]
        (internal,) = pdf[4].search_for("داخلی")[:1]
        (seen,) = pdf[4].search_for("Seen by the desk")[:1]
    assert abs(internal.y1 - seen.y1) < 5, "the word runs in with an internal passage"
    assert "فهرست" in text
    assert "Contents" not in text
    assert "اوت" in text
    assert name.x0 > line.x1, "notes stand in the margin at the right"


def test_numbers_of_pages_are_in_the_digits_of_the_language(rich: dict[str, Path]) -> None:
    with pymupdf.open(rich["farsi"]) as pdf:  # type: ignore[no-untyped-call]  # it ships no types
        foot = bare(pdf[2].get_text(clip=(0, pdf[2].rect.height - 90, 300, pdf[2].rect.height)))
    assert "۳" in foot
    assert "3" not in foot

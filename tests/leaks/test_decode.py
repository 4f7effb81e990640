"""Whatever a file is, what it tells is read out of it: each format with words that it must find."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable

import pypdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from briefgen.leaks.decode.decode import decoded
from briefgen.leaks.fold import fold
from briefgen.leaks.index import Index
from briefgen.leaks.probes import LEAST, probes_of
from briefgen.model.request import Exit
from tests.harness import SiteFolder
from tests.leaks.planted import CHINESE, PERSIAN, QUOTE, SUMMARY, TITLE, hide, slip
from tests.media.pictures import drawn, jpeg, saved


def said(data: bytes) -> set[str]:
    """Which of the withheld texts are found in a file, each whole."""
    parts = [fold(part.text) for part in decoded(data)]
    return {
        text
        for text in (TITLE, SUMMARY, QUOTE, PERSIAN, CHINESE)
        if all(any(Index([probe]).find(part) for part in parts) for probe in probes_of(text))
    }


def _half(text: str, between: str) -> str:
    middle = len(text) // 2
    return f"{text[:middle]}{between}{text[middle:]}"


def _escaped(text: str) -> str:
    return "".join(f"&#{ord(sign)};" for sign in text)


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{TITLE}</p>",
        f"<p>{TITLE.upper()}</p>",
        f"<p>{_half(TITLE, '<b>')}</b></p>",
        f"<p>{_half(TITLE, '<!-- a comment -->')}</p>",
        f"<p>{_half(TITLE, '&shy;')}</p>",
        f"<p>{TITLE.replace(' ', ' &nbsp; ')}</p>",
        f"<p>{TITLE.replace(' ', chr(10))}</p>",
        f"<p>{_escaped(TITLE)}</p>",
        f"<p>{_escaped(TITLE).replace('&', '&amp;')}</p>",
        f'<img alt="{TITLE}">',
        f'<meta content="{_escaped(TITLE)}">',
        f'<a href="/{TITLE.replace(" ", "%20")}">',
        f"<!-- {TITLE} -->",
        f'<script type="application/ld+json">{json.dumps({"name": TITLE})}</script>',
        f"<style>.a::after {{ content: '{TITLE}' }}</style>",
        f"<summary>&lt;p&gt;{_half(TITLE, '&lt;em&gt;')}&lt;/em&gt;&lt;/p&gt;</summary>",
        json.dumps({"html": f"<p>{_half(TITLE, '<em>')}</em>"}),
        f"a,b\n{TITLE},c\n",
    ],
)
def test_in_a_text(page: str) -> None:
    assert said(page.encode()) == {TITLE}
    assert said(gzip.compress(page.encode())) == {TITLE}


@pytest.mark.parametrize("text", [PERSIAN, CHINESE])
def test_in_any_script(text: str) -> None:
    assert said(f"<p>{_half(text, '<b>')}</b></p>".encode()) == {text}
    assert said(json.dumps([text]).encode()) == {text}
    assert said(f'<p title="{_escaped(text)}">'.encode()) == {text}


def test_what_does_not_belong_together_is_kept_apart() -> None:
    first, rest = TITLE.split(" ", 1)
    assert said(f"<li>{first}</li><li>{rest}</li>".encode()) == set()


def _picture(format_: str, **options: object) -> bytes:
    return saved(drawn((40, 30)), format_, **options)


def _exif(words: str) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = words
    return exif


def _wide(words: str) -> Image.Exif:
    """As Windows writes it: XPTitle, in UTF-16."""
    exif = Image.Exif()
    exif[0x9C9B] = words.encode("utf-16-le") + b"\0\0"
    return exif


def _png(words: str, *, packed: bool, international: bool = False) -> bytes:
    info = PngInfo()
    if international:
        info.add_itxt("Title", words, zip=packed)
    else:
        info.add_text("Title", words, zip=packed)
    return _picture("PNG", pnginfo=info)


PICTURES: dict[str, Callable[[], bytes]] = {
    "JPEG, EXIF": lambda: jpeg(word=TITLE),
    "JPEG, EXIF in UTF-16": lambda: _picture("JPEG", exif=_wide(TITLE)),
    "JPEG, comment": lambda: _picture("JPEG", comment=TITLE.encode()),
    "JPEG, XMP": lambda: _picture("JPEG", xmp=f"<x>{TITLE}</x>".encode()),
    "JPEG, behind the end": lambda: _picture("JPEG") + TITLE.encode(),
    "PNG, text": lambda: _png(TITLE, packed=False),
    "PNG, packed text": lambda: _png(TITLE, packed=True),
    "PNG, international text": lambda: _png(TITLE, packed=True, international=True),
    "PNG, EXIF": lambda: _picture("PNG", exif=_exif(TITLE)),
    "PNG, behind the end": lambda: _picture("PNG") + TITLE.encode(),
    "WebP, EXIF": lambda: _picture("WEBP", exif=_exif(TITLE)),
    "WebP, XMP": lambda: _picture("WEBP", xmp=f"<x>{TITLE}</x>".encode()),
    "GIF, comment": lambda: _picture("GIF", comment=TITLE.encode()),
    "AVIF, EXIF": lambda: _picture("AVIF", exif=_exif(TITLE)),
    "any bytes": lambda: b"\0\1\2\3" + TITLE.encode() + b"\0",
    "any bytes, UTF-16": lambda: b"\0\1\2\3" + TITLE.encode("utf-16-le"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_beside_the_pixels(name: str) -> None:
    assert said(PICTURES[name]()) == {TITLE}


def _pdf(change: Callable[[pypdf.PdfWriter], object]) -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _noted(writer: pypdf.PdfWriter, note: dict[str, object]) -> None:
    entries = {NameObject(key): value for key, value in note.items()}
    writer.pages[0][NameObject("/Annots")] = ArrayObject(
        [writer._add_object(DictionaryObject(entries))]
    )


def _xmp(writer: pypdf.PdfWriter) -> None:
    stream = StreamObject()
    stream.set_data(
        f"<x:xmpmeta><dc:title>{_half(TITLE, '&#8203;')}</dc:title></x:xmpmeta>".encode()
    )
    stream[NameObject("/Type")] = NameObject("/Metadata")
    stream[NameObject("/Subtype")] = NameObject("/XML")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream.flate_encode())


def _drawn_plainly(writer: pypdf.PdfWriter) -> None:
    """With a font of one-byte codes, as other programs do."""
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page = writer.pages[0]
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = StreamObject()
    stream.set_data(f"BT /F1 12 Tf 10 100 Td ({TITLE[:9]}) Tj ({TITLE[9:]}) Tj ET".encode())
    page[NameObject("/Contents")] = writer._add_object(stream)


def _tagged(writer: pypdf.PdfWriter, key: str) -> None:
    element = DictionaryObject(
        {NameObject("/S"): NameObject("/Figure"), NameObject(key): TextStringObject(TITLE)}
    )
    writer.root_object[NameObject("/StructTreeRoot")] = writer._add_object(
        DictionaryObject({NameObject("/K"): writer._add_object(element)})
    )


PDFS: dict[str, Callable[[pypdf.PdfWriter], object]] = {
    "metadata": lambda w: w.add_metadata({"/Title": TITLE}),
    "own metadata": lambda w: w.add_metadata({"/Whatever": TITLE}),
    "XMP": _xmp,
    "outline": lambda w: w.add_outline_item(title=TITLE, page_number=0),
    "attachment": lambda w: w.add_attachment("a.txt", TITLE.encode()),
    "packed attachment": lambda w: w.add_attachment("a.gz", gzip.compress(TITLE.encode())),
    "name of an attachment": lambda w: w.add_attachment(f"{TITLE}.txt", b"x"),
    "picture in it": lambda w: w.add_attachment("a.png", _png(TITLE, packed=True)),
    "link": lambda w: _noted(
        w,
        {
            "/Subtype": NameObject("/Link"),
            "/Rect": ArrayObject([NumberObject(0)] * 4),
            "/A": DictionaryObject(
                {
                    NameObject("/S"): NameObject("/URI"),
                    NameObject("/URI"): TextStringObject(f"https://example.org/{TITLE}"),
                }
            ),
        },
    ),
    "note": lambda w: _noted(w, {"/Contents": TextStringObject(TITLE)}),
    "name of a place": lambda w: w.add_named_destination(TITLE, 0),
    "description": lambda w: _tagged(w, "/Alt"),
    "text for screen readers": lambda w: _tagged(w, "/ActualText"),
    "text": _drawn_plainly,
}


@pytest.mark.parametrize("name", PDFS)
def test_in_a_pdf(name: str) -> None:
    assert said(_pdf(PDFS[name])) == {TITLE}


def test_behind_the_end_of_a_pdf_and_in_a_damaged_one() -> None:
    good = _pdf(lambda _writer: None)
    assert said(good + TITLE.encode()) == {TITLE}
    assert said(b"%PDF-1.7\n" + TITLE.encode()) == {TITLE}


def test_short_texts_and_numbers_are_no_probes() -> None:
    assert list(probes_of("x" * (LEAST - 1))) == []
    assert list(probes_of("17 August 2021, 18 August 2021")) == []
    assert list(probes_of("2021-08-17")) == []
    assert list(probes_of("The war plan")) == [b"thewarplan"]


def test_a_long_text_is_found_by_any_part_of_it() -> None:
    text = " ".join(f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(300))
    probes = list(probes_of(text))
    assert b"".join(probes) == fold(text)
    index = Index(probes)
    for start in range(0, len(text) - 100, 37):
        assert index.find(fold(text[start : start + 100])), start


@pytest.mark.parametrize("others", [0, 100])
@pytest.mark.parametrize("length", [*range(9, 32), 60])
def test_a_probe_is_found_wherever_it_begins(length: int, others: int) -> None:
    signs = b"abcdefghijklmnopqrstuvwxyz"
    probe = (signs * 3)[:length]
    index = Index([probe, *(b"%03dnothing" % number for number in range(others))])
    for before in range(9):
        for after in range(3):
            assert index.find(b"-" * before + probe + b"-" * after) == {probe}
    index.forget([probe])
    assert index.find(probe) == set()


@pytest.mark.parametrize("name", ["JPEG, EXIF", "PNG, packed text", "WebP, XMP"])
def test_a_picture_of_the_theme_is_searched(site: SiteFolder, name: str) -> None:
    hide(site)
    slip(site, "picture.bin", PICTURES[name]())
    outcome = site.build()
    assert outcome.exit is Exit.REFUSED
    assert "the metadata of the picture" in outcome.diagnostics[0].message


def test_a_pdf_of_the_theme_is_searched(site: SiteFolder) -> None:
    hide(site)
    slip(site, "form.pdf", _pdf(PDFS["outline"]))
    outcome = site.build()
    assert outcome.exit is Exit.REFUSED
    assert "the outline or the title" in outcome.diagnostics[0].message

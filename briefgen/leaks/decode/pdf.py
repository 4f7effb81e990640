"""PDF: the text that is drawn, and every string, name and stream beside it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ByteStringObject, IndirectObject, StreamObject

from briefgen.leaks.decode.drawn import Drawing, drawn_text, fonts_of
from briefgen.leaks.decode.part import Part
from briefgen.leaks.decode.picture import picture_parts
from briefgen.leaks.fold import BREAK
from briefgen.quiet import quiet

Decode = Callable[[bytes], Iterator[Part]]

_TEXT, _METADATA = "the text", "the metadata"
# Keys whose strings have a name of their own (ISO 32000-2).
_PLACES = {
    "/Alt": "a description for those who do not see",
    "/ActualText": "the text for screen readers",
    "/URI": "the address of a link",
    "/Title": "the outline or the title",
    "/F": "the name of an attachment",
    "/UF": "the name of an attachment",
    "/Contents": "a note",
}
# Streams that hold other objects, which are looked at one by one.
_STRUCTURE = frozenset({"/ObjStm", "/XRef"})
# Keys of streams that hold fonts and shapes.
_BYTES = frozenset({"/Length1", "/Length2", "/Length3", "/FunctionType", "/ShadingType"})
# More objects than any brief or paper has: a damaged document may say that it has millions.
_OBJECTS = 1_000_000
_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
# What pypdf raises at a damaged document.
_DAMAGED = (
    PyPdfError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    RecursionError,
    NotImplementedError,
    OSError,
)


def pdf_parts(data: bytes, decode: Decode) -> Iterator[Part]:
    """All that can be read in a PDF; what lies in it as a file of its own goes to `decode`."""
    try:
        with quiet("pypdf"):
            reader = PdfReader(io.BytesIO(data), strict=False)
            yield from _Strings().of(reader)
            yield from _streams(reader, decode)
            yield from _pages(reader)
    except _DAMAGED:
        # Another's document: its bytes are all that is left to look at.
        yield from picture_parts(data)
    # What lies outside of all objects, or hangs behind the end.
    yield Part(where=_METADATA, text=_STREAM.sub(b"", data).decode("utf-8", "ignore"))


def _pages(reader: PdfReader) -> Iterator[Part]:
    # A sentence runs from page to page.
    yield from _lines("".join(map(_page, reader.pages)))


def _page(page: PageObject) -> str:
    contents = page.get_contents()
    fonts = fonts_of(page.get("/Resources"))
    if contents is None:
        return ""
    drawn = None
    if fonts is not None:
        drawn = drawn_text(Drawing(data=contents.get_data(), fonts=fonts))
    return page.extract_text() if drawn is None else drawn


def _lines(text: str) -> Iterator[Part]:
    yield Part(where=_TEXT, text=text, shown=True)
    if any("\u0590" <= sign <= "\u08ff" or "\ufb1d" <= sign <= "\ufeff" for sign in text):
        # Letters of scripts that run from right to left may be drawn from left to right.
        yield Part(where=_TEXT, text=text[::-1], shown=True)


def _streams(reader: PdfReader, decode: Decode) -> Iterator[Part]:
    drawn = _drawn_by_pages(reader)
    for number in _numbers(reader):
        stream = reader.get_object(number)
        if isinstance(stream, StreamObject) and number not in drawn:
            yield from _stream(stream, decode)


def _numbers(reader: PdfReader) -> range:
    size = reader.trailer.get("/Size")
    return range(1, min(size, _OBJECTS) if isinstance(size, int) else 1)


def _drawn_by_pages(reader: PdfReader) -> set[int]:
    """The numbers of the objects that hold operators of pages: their letters are read there."""
    numbers: set[int] = set()
    for page in reader.pages:
        contents = page.raw_get("/Contents") if "/Contents" in page else None
        held = contents.get_object() if isinstance(contents, IndirectObject) else contents
        for each in (contents, *(held if isinstance(held, list) else ())):
            numbers.add(getattr(each, "idnum", 0))
    return numbers


def _stream(stream: StreamObject, decode: Decode) -> Iterator[Part]:
    """A stream beside the pages: a form, XMP, an attachment, the file of a picture."""
    kind, subtype = stream.get("/Type"), stream.get("/Subtype")
    if subtype == "/Image":
        # As it lies in the file: with metadata of its own.
        yield from picture_parts(stream._data)  # noqa: SLF001  pypdf gives the pixels else
    elif subtype == "/Form":
        fonts = fonts_of(stream.get("/Resources"))
        drawn = drawn_text(Drawing(data=stream.get_data(), fonts=fonts)) if fonts else None
        yield from _lines(drawn or stream.get_data().decode("latin-1"))
    elif kind == "/EmbeddedFile" or subtype == "/XML":
        yield from decode(stream.get_data())
    elif kind not in _STRUCTURE and _BYTES.isdisjoint(stream):
        yield Part(where="a stream", text=stream.get_data().decode("utf-8", "ignore"))


class _Strings:
    """Every string, name and key of a document, by place."""

    def __init__(self) -> None:
        self._texts: dict[str, list[str]] = {}

    def of(self, reader: PdfReader) -> Iterator[Part]:
        self._walk(reader.trailer, _METADATA)
        for number in _numbers(reader):
            self._walk(reader.get_object(number), _METADATA)
        for where, texts in self._texts.items():
            yield Part(where=where, text=BREAK.join(texts))

    def _walk(self, value: object, where: str) -> None:
        if isinstance(value, dict):
            for key, each in dict.items(value):
                self._add(str(key), _METADATA)
                self._walk(each, _PLACES.get(key, where))
        elif isinstance(value, list):
            for each in value:
                self._walk(each, where)
        elif isinstance(value, ByteStringObject):
            self._add(value.decode("utf-8", "ignore"), where)
            self._add(value.decode("utf-16", "ignore"), where)
        elif isinstance(value, str):
            self._add(value, where)

    def _add(self, text: str, where: str) -> None:
        self._texts.setdefault(where, []).append(text)

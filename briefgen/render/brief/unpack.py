"""WOFF2 fonts, unpacked by FreeType.

WeasyPrint unpacks each face with fontTools, in Python: forty faces cost more than the layout of
twenty pages (measured: 3.2 s against 0.05 s). FreeType is there wherever Pango is; where it was
built without Brotli, the font is handed on as it is and WeasyPrint does what it always does.
"""

from __future__ import annotations

import ctypes
import struct
from typing import NamedTuple

from briefgen.render.brief.libraries import load

FREETYPE = ("libfreetype.so.6", "libfreetype.6.dylib", "libfreetype-6.dll")
WOFF2 = b"wOF2"

# FT_Err_Unknown_File_Format (fterrdef.h): what a FreeType without Brotli says of a WOFF2 file.
UNKNOWN_FORMAT = 2
HEADER = 48


class Unpacker:
    """One FreeType library, for use by one thread."""

    def __init__(self) -> None:
        self._library = load(FREETYPE)
        self._handle = ctypes.c_void_p()
        if self._library is not None and self._library.FT_Init_FreeType(ctypes.byref(self._handle)):
            self._library = None

    def version(self) -> str:
        """Its release, such as "2.12.1"; with "+woff2" if it unpacks that."""
        if self._library is None:
            return ""
        numbers = [ctypes.c_int() for _ in range(3)]
        self._library.FT_Library_Version(self._handle, *(ctypes.byref(n) for n in numbers))
        text = ".".join(str(number.value) for number in numbers)
        probe = self._open(WOFF2 + bytes(HEADER - len(WOFF2)))
        return text if probe.problem == UNKNOWN_FORMAT else f"{text}+woff2"

    def unpack(self, data: bytes) -> bytes:
        """The font as plain SFNT (ISO 14496-22); as it came if it is none or cannot be unpacked."""
        if self._library is None or not data.startswith(WOFF2):
            return data
        font = self._open(data)
        if font.problem:
            return data
        try:
            # Tag 0 stands for the whole file, and FreeType has replaced that by what it unpacked.
            length = ctypes.c_ulong(0)
            table = self._library.FT_Load_Sfnt_Table
            whole = (font.face, ctypes.c_ulong(0), ctypes.c_long(0))
            if table(*whole, None, ctypes.byref(length)):
                return data
            plain = ctypes.create_string_buffer(length.value)
            return data if table(*whole, plain, ctypes.byref(length)) else mended(plain.raw)
        finally:
            self._library.FT_Done_Face(font.face)

    def _open(self, data: bytes) -> _Font:
        face = ctypes.c_void_p()
        # FreeType reads from this memory as long as the face is open.
        memory = ctypes.create_string_buffer(data, len(data))
        size, first = ctypes.c_long(len(data)), ctypes.c_long(0)
        open_face = self._library.FT_New_Memory_Face if self._library else None
        problem = (
            open_face(self._handle, memory, size, first, ctypes.byref(face)) if open_face else 1
        )
        return _Font(face, memory, problem)


def mended(font: bytes) -> bytes:
    """The same with the end of its last glyph where it is. FreeType 2.12 puts there the length of
    the packed outlines, which lies beyond those that it unpacked: the last glyph is then left out
    of what is embedded, and its place stays empty without a word.
    """
    count = int.from_bytes(font[4:6], "big")
    places: dict[bytes, tuple[int, int]] = {}
    for at in range(12, 12 + 16 * count, 16):
        begin, length = struct.unpack(">LL", font[at + 8 : at + 16])
        places[font[at : at + 4]] = (begin, length)
    if not {b"head", b"glyf", b"loca"} <= places.keys():
        return font
    # Offsets are written halved in two bytes, or whole in four (ISO 14496-22, head and loca).
    head = places[b"head"][0]
    width, unit = (4, 1) if font[head + 51] else (2, 2)
    begin, length = places[b"loca"]
    end = begin + length
    glyphs = places[b"glyf"][1]
    last, before = (
        int.from_bytes(font[end - back : end - back + width], "big") * unit
        for back in (width, 2 * width)
    )
    if before <= last <= glyphs:
        return font
    return font[: end - width] + (glyphs // unit).to_bytes(width, "big") + font[end:]


class _Font(NamedTuple):
    face: ctypes.c_void_p
    memory: ctypes.Array[ctypes.c_char]
    problem: int

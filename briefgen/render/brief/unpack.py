"""WOFF2 fonts, unpacked by FreeType.

WeasyPrint unpacks each face with fontTools, in Python: forty faces cost more than the layout of
twenty pages (measured: 3.2 s against 0.05 s). FreeType is there wherever Pango is; where it was
built without Brotli, the font is handed on as it is and WeasyPrint does what it always does.
"""

from __future__ import annotations

import ctypes
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
            return data if table(*whole, plain, ctypes.byref(length)) else plain.raw
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


class _Font(NamedTuple):
    face: ctypes.c_void_p
    memory: ctypes.Array[ctypes.c_char]
    problem: int

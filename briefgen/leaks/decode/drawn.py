"""The letters that a page of a PDF draws, in the order in which it draws them.

Briefs draw all text with fonts of two-byte codes and a table of what each code means (ISO 32000-2,
9.7 and 9.10.3). Reading these by themselves takes a hundredth of the time of a reader for all PDFs.
"""

from __future__ import annotations

import re

from briefgen.leaks.fold import BREAK
from briefgen.model.base import Record

_TOKEN = re.compile(
    rb"/([^\s/<>\[\]()]+)\s+[-\d.]+\s+Tf"
    rb"|/ActualText\s*(<[0-9a-fA-F\s]*>|\((?:[^()\\]|\\.)*\))"
    rb"|<([0-9a-fA-F\s]*)>"
    rb"|\((?:[^()\\]|\\.)*\)\s*(Tj|TJ|'|\"|[-\d.<(\]])?",
    re.DOTALL,
)
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_CHAR = re.compile(rb"<([^>]*)>\s*<([^>]*)>")
_RANGE = re.compile(rb"<([^>]*)>\s*<([^>]*)>\s*(?:<([^>]*)>|\[([^\]]*)\])")
_HEX = re.compile(rb"<([^>]*)>")
# A range of a broken table may not go on for ever.
_CODES = 0x10000
_DIGITS = 4  # of a code


class Drawing(Record):
    """What a page or a form draws: its operators, and the fonts that they name."""

    data: bytes
    fonts: dict[str, dict[str, str]]


def fonts_of(resources: object) -> dict[str, dict[str, str]] | None:
    """What the codes of each font mean, by name; None if one has another kind of code."""
    found = _get(resources, "/Font")
    fonts: dict[str, dict[str, str]] = {}
    for name in found if isinstance(found, dict) else ():
        font = _get(found, name)
        table = _get(font, "/ToUnicode")
        known = _get(font, "/Subtype") == "/Type0" and _get(font, "/Encoding") == "/Identity-H"
        if not known or not hasattr(table, "get_data"):
            return None
        fonts[name.removeprefix("/")] = _codes(table.get_data())
    return fonts


def drawn_text(drawing: Drawing) -> str | None:
    """What is drawn; None where it cannot be told from the tables of the fonts alone."""
    out: list[str] = []
    codes: dict[str, str] = {}
    for found in _TOKEN.finditer(drawing.data):
        font, replaced, letters, shown = found.groups()
        if font is not None:
            named = drawing.fonts.get(font.decode("latin-1"))
            if named is None:
                return None
            codes = named
        elif letters is not None:
            drawn = b"".join(letters.split()).decode().lower()
            out.extend(
                codes.get(drawn[at : at + _DIGITS], "") for at in range(0, len(drawn), _DIGITS)
            )
        elif replaced is not None:
            out.append(_actual(replaced))
        elif shown is not None:
            return None
    return "".join(out)


def _actual(text: bytes) -> str:
    """What a screen reader reads in place of what is drawn. It is no part of the running text."""
    if text.startswith(b"<"):
        data = bytes.fromhex(text[1:-1].decode())
    else:
        data = re.sub(rb"\\(.)", rb"\1", text[1:-1], flags=re.DOTALL)
    wide = data.startswith(b"\xfe\xff")
    return BREAK + data.decode("utf-16" if wide else "latin-1", "ignore") + BREAK


def _codes(table: bytes) -> dict[str, str]:
    codes: dict[str, str] = {}
    for kind, body in _SECTION.findall(table):
        if kind == b"char":
            for code, text in _CHAR.findall(body):
                codes[code.decode().lower()] = _letters(text)
            continue
        for low, high, first, each in _RANGE.findall(body):
            start, end = int(low, 16), min(int(high, 16), int(low, 16) + _CODES)
            listed = _HEX.findall(each)
            for code in range(start, end + 1):
                step = code - start
                text = listed[step] if step < len(listed) else first
                codes[f"{code:04x}"] = _letters(text, 0 if listed else step)
    return codes


def _letters(digits: bytes, step: int = 0) -> str:
    text = bytes.fromhex(digits.decode()).decode("utf-16-be", "ignore")
    return text[:-1] + chr(ord(text[-1]) + step) if text else ""


def _get(value: object, key: str) -> object:
    """An entry of a dictionary of pypdf's; either may lie elsewhere in the file."""
    held = _there(value)
    return _there(held.get(key)) if isinstance(held, dict) else None


def _there(value: object) -> object:
    return value.get_object() if hasattr(value, "get_object") else value

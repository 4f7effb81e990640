"""The text of a PDF: lines joined to paragraphs, words that were cut at a line's end made whole."""

from __future__ import annotations

import io
import itertools
import re

from briefgen.capture.formats.plain import read_text
from briefgen.capture.formats.quiet import quietly
from briefgen.capture.material import Found, Material, unread
from briefgen.model.base import Record

# Longer documents are books; reading one would take minutes.
MOST_PAGES = 500
# A line that ends a sentence this much short of the full width ends a paragraph.
_SHORT = 0.85
_SENTENCE_END = re.compile(r"[.!?:…][”\"’'»)\]]*$")
_HYPHENS = ("-", "\u00ad", "‐")
_WORDS = re.compile(r"[^\W\d_]+\s+[^\W\d_]+")
# What programs write into the title of a file that nobody gave one.
_NO_TITLE = re.compile(
    r"(untitled|microsoft word|document\d*$|.*\.(docx?|pdf|indd|odt|qxp)$)", re.IGNORECASE
)


class _Read(Record):
    pages: tuple[str, ...] = ()
    title: str = ""
    author: str = ""
    locked: bool = False
    long: bool = False


def read_pdf(material: Material) -> Found:
    """The text of all pages. What was scanned as a picture has none."""
    read = quietly("pypdf", lambda: _read(material.data))
    if read is None:
        return unread("capture-broken", "This PDF is damaged, or uses what briefgen cannot read.")
    if read.locked:
        return unread(
            "capture-locked",
            "This PDF is protected by a password.",
            "Save an open copy of it, or copy its text to `briefgen capture -`.",
        )
    if read.long:
        return unread(
            "capture-too-large",
            f"This PDF has more than {MOST_PAGES} pages.",
            "Save the pages that you need as a PDF of their own.",
        )
    text = "\n\n".join(paragraphs(read.pages))
    if not text.strip():
        return unread(
            "capture-empty",
            "There is no text in this PDF: its pages may be pictures.",
            "Run it through a program that recognises text, and capture its result.",
        )
    found = read_text(f"{text}\n")
    title = "" if _NO_TITLE.match(read.title) else read.title
    return Found(
        snapshot=found.snapshot,
        text=found.text,
        title=title or found.title,
        publisher=found.publisher,
        # The author of the file is often the login of whoever saved it: a name has two words.
        author=found.author or ((read.author,) if _WORDS.match(read.author) else ()),
        published=found.published,
        url=material.address or found.url,
    )


def _read(data: bytes) -> _Read:
    import pypdf  # noqa: PLC0415  for PDF alone

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return _Read(locked=True)
    if len(reader.pages) > MOST_PAGES:
        return _Read(long=True)
    about = reader.metadata
    return _Read(
        pages=tuple(page.extract_text() for page in reader.pages),
        title=" ".join(((about and about.title) or "").split()),
        author=" ".join(((about and about.author) or "").split()),
    )


def paragraphs(pages: tuple[str, ...]) -> list[str]:
    """The paragraphs of all pages; one that runs over the end of a page is one."""
    done: list[str] = []
    open_lines: list[str] = []
    for page in pages:
        lines = [" ".join(line.split()) for line in page.splitlines()]
        width = max(map(len, lines), default=0)
        for line in lines:
            if line:
                open_lines.append(line)
            if open_lines and (not line or _ends(line, width)):
                done.append(_join(open_lines))
                open_lines = []
        if open_lines and _SENTENCE_END.search(open_lines[-1]):
            done.append(_join(open_lines))
            open_lines = []
    if open_lines:
        done.append(_join(open_lines))
    return done


def _ends(line: str, width: int) -> bool:
    """Whether a paragraph ends here: a full stop before the margin, or a line much too short to
    have been broken for want of room, as headings and names are.
    """
    if len(line) < width / 2:
        return not _is_cut(line)
    return len(line) < _SHORT * width and bool(_SENTENCE_END.search(line))


def _join(lines: list[str]) -> str:
    parts = [lines[0]]
    for before, line in itertools.pairwise(lines):
        if _is_cut(before) and line[:1].islower():
            parts[-1] = parts[-1][:-1]
        else:
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


def _is_cut(line: str) -> bool:
    """Whether a line ends within a word. A dash stands alone, a hyphen after letters."""
    return line.endswith(_HYPHENS) and line[-3:-1].isalpha() and len(line) > len("ab-")

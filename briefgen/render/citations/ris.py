"""RIS, which every reference manager reads: a line a field, each begun by two letters."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.plan.views.citations import Citation, Citations, CitedDate

# The type of reference for each type of CSL.
_TYPES = {
    "article": "GEN",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "dataset": "DATA",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "map": "MAP",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
_OTHER = "GEN"
_END = "\r\n"


def render_ris(citations: Citations) -> bytes:
    """All of them."""
    return "".join(map(_reference, citations.entries)).encode()


def _reference(cited: Citation) -> str:
    lines = [_line(tag, value) for tag, value in _fields(cited) if value]
    return "".join((*lines, _line("ER", ""), _END))


def _fields(cited: Citation) -> Iterable[tuple[str, str]]:
    yield "TY", _TYPES.get(cited.type, _OTHER)
    yield "ID", cited.key
    yield "TI", cited.title
    for name in cited.authors:
        yield "AU", name
    yield "A4", cited.translator
    yield "T2", cited.container
    yield "PB", cited.publisher
    yield "M3", cited.genre
    if cited.issued:
        yield "PY", f"{cited.issued.start[0]:04}" if cited.issued.start else ""
        yield "DA", _date(cited.issued)
    yield "LA", cited.language
    yield "UR", cited.url
    yield "L2", cited.archive_url
    if cited.accessed:
        yield "Y2", _date(cited.accessed)


def _date(date: CitedDate) -> str:
    """Year, month and day between strokes; what is not known stays empty. The end of a span of time
    is said in the part for other words.
    """
    if not date.start:
        return f"///{date.literal}"
    parts = (*(f"{part:02}" for part in date.start), "", "")[:3]
    words = "circa" if date.circa else ""
    if date.end:
        words = f"to {'-'.join(f'{part:02}' for part in date.end)}"
    return "/".join((*parts, words))


def _line(tag: str, value: str) -> str:
    """A line may not break, or its rest would be read as a field."""
    return f"{tag}  - {' '.join(value.split())}{_END}"

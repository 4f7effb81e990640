"""BibTeX, in fields that BibTeX, biblatex and Zotero understand alike. UTF-8."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.plan.views.citations import Citation, Citations, CitedDate

# The entry for each type of CSL; what is not here is `misc`.
_ENTRIES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
# Where the name of what holds the source belongs, by entry, and that of who issued it.
_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_ISSUERS = {"techreport": "institution", "phdthesis": "school", "book": "publisher"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Braces are written by name: BibTeX counts even those that are escaped.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_SPECIAL = re.compile("|".join(map(re.escape, _TEX)))
# An address is taken as it stands, so these are written in its own way.
_ADDRESS = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"}


def render_bibtex(citations: Citations) -> bytes:
    """All of them."""
    return "\n".join(map(_entry, citations.entries)).encode()


def _entry(cited: Citation) -> str:
    entry = _ENTRIES.get(cited.type, "misc")
    fields = (f"{name} = {value}" for name, value in _fields(cited, entry) if value != "{}")
    inside = ",\n  ".join((cited.key, *fields))
    return f"@{entry}{{{inside}\n}}\n"


def _fields(cited: Citation, entry: str) -> Iterable[tuple[str, str]]:
    # A name in braces is one name, whatever it has of commas and of `and`.
    yield "author", f"{{{' and '.join(map(_braced, cited.authors))}}}"
    # Braces twice: the letters stay as large and as small as they are.
    yield "title", f"{{{_braced(cited.title)}}}"
    yield _CONTAINERS.get(entry, "howpublished"), _braced(cited.container)
    yield _ISSUERS.get(entry, "howpublished"), _braced(cited.publisher)
    yield "type", _braced(cited.genre)
    if cited.issued:
        yield from _date(cited.issued)
    if cited.translator:
        yield "translator", f"{{{_braced(cited.translator)}}}"
    yield "langid", _braced(cited.language)
    yield "url", f"{{{_address(cited.url)}}}"
    if cited.accessed:
        yield "urldate", f"{{{'-'.join(f'{part:02}' for part in cited.accessed.start)}}}"
    if cited.archive_url:
        yield "note", f"{{Archived at \\url{{{_address(cited.archive_url)}}}}}"


def _date(date: CitedDate) -> list[tuple[str, str]]:
    if date.literal:
        return [("year", _braced(date.literal))]
    year, *rest = date.start
    found = [("year", f"{{{year:04}}}")]
    if rest:
        found.append(("month", _MONTHS[rest[0] - 1]))
    if len(rest) > 1:
        found.append(("day", f"{{{rest[1]}}}"))
    return found


def _braced(text: str) -> str:
    plain = " ".join(text.split())
    return f"{{{_SPECIAL.sub(lambda found: _TEX[found[0]], plain)}}}"


def _address(url: str) -> str:
    return "".join(_ADDRESS.get(sign, sign) for sign in url)

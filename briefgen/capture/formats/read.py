"""From the bytes of a source to what it says."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import msgspec

from briefgen.capture.formats.html import read_html
from briefgen.capture.formats.kind import Kind, kind_of
from briefgen.capture.formats.language import is_english
from briefgen.capture.formats.mail import read_mail
from briefgen.capture.formats.pdf import read_pdf
from briefgen.capture.formats.plain import read_plain
from briefgen.capture.material import Found, Material, unread
from briefgen.diagnostics import has_errors
from briefgen.read.convert.checks import check_language, check_url

# Characters of text: a long book. What has more is no source that one summarises.
LONGEST = 1_000_000

_READERS: dict[Kind, Callable[[Material], Found]] = {
    Kind.HTML: read_html,
    Kind.MAIL: read_mail,
    Kind.PDF: read_pdf,
    Kind.TEXT: read_plain,
}


def read_material(material: Material) -> Found:
    """What can be read of a source; if nothing, why."""
    kind = kind_of(material)
    reader = _READERS.get(kind)
    if reader is None:
        return unread(
            "capture-format",
            f"This is {kind}, and cannot be read.",
            "Give HTML, plain text, PDF or a saved e-mail (.eml); most programs can save a PDF.",
        )
    found = reader(material)
    if has_errors(found.diagnostics):
        return found
    if not found.text.strip():
        return unread("capture-empty", "There is no text in it.")
    if len(found.text) > LONGEST:
        return unread(
            "capture-too-large",
            f"The text has {len(found.text):,} characters; {LONGEST:,} are read at most.",
            "Give the part of it that you mean to summarise.",
        )
    return sound(found)


def sound(found: Found) -> Found:
    """Without what no article may say: pages name their language and address as they please. An
    English text that names no language is known by its words.
    """
    language = "" if check_language(found.language) else found.language
    if not language and is_english(found.text):
        language = "en"
    return msgspec.structs.replace(
        found,
        language=language,
        url="" if check_url(found.url) else found.url,
        published=found.published if _is_day(found.published) else "",
    )


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False

"""The draft of an article: what is known of the source, what is quoted in it, and what to write."""

from __future__ import annotations

import json
import re
import textwrap

from briefgen.capture.material import Found
from briefgen.capture.suspicious import Suspicion
from briefgen.model.base import Record
from briefgen.quotation.speech.attribute import Offer

_WIDTH = 100
# Text that YAML takes as it stands, whatever reads it: a letter first, no mark with a meaning.
_PLAIN = re.compile(r"[^\W\d_][\w ’“”„«»().,;/&+–—-]*(?<! )")
_WORDS = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
# Characters that YAML forbids or takes for the end of a line, and those that briefgen keeps for
# itself.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\ue004\ufeff\ufffe\uffff\x85\u2028\u2029]"
)


class Draft(Record):
    """What goes into the file. `labelled`: the site has a label for items without one."""

    found: Found
    date: str
    accessed: str
    snapshot: str
    sha256: str
    offers: tuple[Offer, ...] = ()
    suspicions: tuple[Suspicion, ...] = ()
    english: bool = True
    labelled: bool = True


def write_draft(draft: Draft) -> str:
    """The file's text: front matter, and an empty body."""
    lines = [*_head(draft), *_source(draft), *_suspicions(draft), *_statements(draft)]
    return "\n".join(["---", *lines, "---", "", "", ""]).rstrip("\n") + "\n\n"


def _head(draft: Draft) -> list[str]:
    title = _line(draft.found.title) or "Untitled"
    lines = [
        "# A draft: no build shows it. When it is finished, delete the next line.",
        "status: draft",
        "",
        f"title: {scalar(title)}  # the source’s own: put yours in its place",
        f"date: {draft.date}",
        "summary:  # two or three sentences of your own: who says or does what, and what is new",
        "key_points: []  # one short sentence each: what a reader must not miss",
        "relevance:  # why it matters to your readers",
        "assessment:  # your own view, kept apart from what the source says",
    ]
    if not draft.labelled:
        lines.append(
            "tlp: RED  # the strictest, until you decide: CLEAR, GREEN, AMBER, AMBER+STRICT, RED"
        )
    return lines


def _source(draft: Draft) -> list[str]:
    found = draft.found
    names = filter(None, map(_line, found.author))
    authors = ", ".join(json.dumps(name, ensure_ascii=False) for name in names)
    return [
        "source:",
        _field("title", found.title, "the headline as published"),
        _field("publisher", found.publisher, "the newspaper, agency or body that published it"),
        f"  author: [{authors}]" + ("" if authors else "  # as the source names them"),
        _field("published", found.published, "the day, such as 2021-08-16"),
        f"  accessed: {draft.accessed}",
        _field("url", found.url, "its address, if it has one"),
        _field("language", found.language, "such as en"),
        "  rating:  # A1 to F6: how reliable the source, how credible what it says",
        f"  snapshot: {scalar(draft.snapshot)}",
        f"  sha256: {draft.sha256}",
    ]


def _field(name: str, value: str, wanted: str) -> str:
    return f"  {name}: {scalar(value)}" if _line(value) else f"  {name}:  # {wanted}"


def _suspicions(draft: Draft) -> list[str]:
    if not draft.suspicions:
        return []
    lines = ["# Lines of the snapshot that may not belong to the text. Quote nothing from them:"]
    for each in draft.suspicions:
        shown = _clean(each.text)
        shown = shown if len(shown) <= _WIDTH else f"{shown[:_WIDTH]}…"
        lines.append(f"#   line {each.line}, {each.reason}: {shown}")
    return lines


def _statements(draft: Draft) -> list[str]:
    if not draft.offers:
        return ["statements: []  # nothing is quoted in the text"]
    lines = [
        "# All that is quoted, in order. Check each speaker against the source, and delete what",
        "# you do not need.",
    ]
    if not draft.english:
        lines.append("# Speakers are looked for in English texts only.")
    lines.append("statements:")
    for offer in draft.offers:
        lines.extend(_statement(offer))
    return lines


def _statement(offer: Offer) -> list[str]:
    flags = [
        flag
        for flag, holds in (
            ("too short to prove", offer.span.too_short),
            ("attribution uncertain", offer.uncertain),
            ("the quotation is not closed", not offer.span.closed),
        )
        if holds
    ]
    speaker = scalar(offer.speaker.name) if offer.speaker.name else " # who said it"
    lines = [f"  # {', '.join(flags)}"] if flags else []
    lines.append(f"  - speaker: {speaker}")
    if offer.speaker.role:
        lines.append(f"    role: {scalar(offer.speaker.role)}")
    return [*lines, "    quote: >-", *_folded(_clean(offer.span.text))]


def _folded(text: str) -> list[str]:
    """Text as a folded block, in which nothing needs escaping. Words are kept whole."""
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent="      ",
        subsequent_indent="      ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def scalar(text: str) -> str:
    """A value on one line, quoted where YAML asks for it."""
    text = _line(text)
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)


def _line(text: str) -> str:
    return " ".join(_clean(text).split())


def _clean(text: str) -> str:
    return _FORBIDDEN.sub(" ", text)

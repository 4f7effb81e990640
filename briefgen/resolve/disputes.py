"""Disputes between articles: which statement is meant, and both sides of each."""

from __future__ import annotations

import re
import unicodedata

from briefgen.model.article import Dispute, Statement
from briefgen.model.base import Record
from briefgen.model.item import Article

# A word; each character of a script that sets no spaces counts as one.
_WORD = r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+"


class Contradiction(Record):
    """Article `by` disputes article `of` (slugs). `statement` is the place of the disputed one
    among the statements of `of`, None where the whole article is meant, or nothing there has these
    words. `quote` are the disputed words as they stand in it.
    """

    by: str
    of: str
    note: str = ""
    quote: str = ""
    statement: int | None = None


class Named(Record):
    """A statement that a dispute names, by its place, with the words that are meant."""

    statement: int
    words: str


def contradict(article: Article, dispute: Dispute, other: Article) -> Contradiction:
    """The dispute of `article` with `other`."""
    named = name_statement(dispute.quote, other.keys.statements)
    return Contradiction(
        by=article.slug,
        of=other.slug,
        note=dispute.note,
        quote=named.words if named else dispute.quote,
        statement=named.statement if named else None,
    )


def name_statement(quote: str, statements: tuple[Statement, ...]) -> Named | None:
    """The first statement that has the words of `quote` in one run, in its own words or in their
    translation. Letter case, spaces and punctuation do not count.
    """
    wanted = [word for word, _, _ in _words(quote)]
    if not wanted:
        return None
    for place, statement in enumerate(statements):
        for text in (statement.quote, statement.translation):
            words = _run_of(wanted, text)
            if words:
                return Named(statement=place, words=words)
    return None


def _run_of(wanted: list[str], text: str) -> str:
    """The stretch of `text` that has the wanted words, as it stands there; empty if none has."""
    text = unicodedata.normalize("NFC", text)
    found = _words(text)
    words = [word for word, _, _ in found]
    length = len(wanted)
    for at in range(len(words) - length + 1):
        if words[at] == wanted[0] and words[at : at + length] == wanted:
            return text[found[at][1] : found[at + length - 1][2]]
    return ""


def _words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text in the form in which they are compared, with where they stand."""
    return [
        (unicodedata.normalize("NFKC", each[0]).casefold(), each.start(), each.end())
        for each in re.finditer(_WORD, unicodedata.normalize("NFC", text))
    ]

"""A paragraph as words, marks and quotations, cut into sentences."""

from __future__ import annotations

import enum
import re
from typing import NamedTuple

from briefgen.quotation.span import Span
from briefgen.quotation.speech.words import ABBREVIATIONS, SAYING, SMALL

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'‑-][^\W_]+)*|[^\w\s]")
_POSSESSIVE = ("’s", "'s", "s’", "s'")
_ENDS = ".!?…"
# A sentence of more words is none; what is looked for in it takes time that grows with its square.
_LONGEST = 400
# After a question or an exclamation its attribution may follow: “Why?” John Smith asked.
_ATTRIBUTION_WORDS = 5


class Sort(enum.Enum):
    """What a token is."""

    WORD = "word"
    MARK = "mark"
    QUOTE = "quote"


class Token(NamedTuple):
    """`text` of a quotation is what is quoted with its last mark; `low` is the text without its
    case, for looking it up; `span` is its number in the paragraph.
    """

    sort: Sort
    text: str
    low: str
    span: int = -1

    @property
    def capital(self) -> bool:
        """A word that begins with a capital."""
        return self.sort is Sort.WORD and self.text[0].isupper()

    @property
    def possessive(self) -> bool:
        """Whether it says whose something is."""
        return self.sort is Sort.WORD and self.text.endswith(_POSSESSIVE)


Sentence = list[Token]


def sentences_of(text: str, spans: tuple[Span, ...]) -> list[Sentence]:
    """The sentences of a paragraph; a quotation is one token of the sentence around it."""
    tokens: list[Token] = []
    at = 0
    for number, span in enumerate(spans):
        tokens.extend(_words(text[at : span.start]))
        inside = text[span.start : span.end].rstrip("”\"’'»›“」』＂ \u00a0")
        tokens.append(Token(Sort.QUOTE, inside, inside.casefold(), number))
        at = span.end
    tokens.extend(_words(text[at:]))
    return _cut(tokens)


def _words(text: str) -> list[Token]:
    tokens: list[Token] = []
    for found in _TOKEN.finditer(text):
        word = found[0]
        mark = not (word[0].isalnum())
        follows = tokens and tokens[-1].sort is Sort.WORD
        if word == "." and follows and _abbreviated(tokens[-1].text):
            continue
        tokens.append(Token(Sort.MARK if mark else Sort.WORD, word, word.casefold()))
    return tokens


def _abbreviated(word: str) -> bool:
    return word.casefold() in ABBREVIATIONS or (len(word) == 1 and word.isupper())


def _cut(tokens: list[Token]) -> list[Sentence]:
    sentences: list[Sentence] = [[]]
    for at, token in enumerate(tokens):
        sentences[-1].append(token)
        if _ends_sentence(tokens, at) or len(sentences[-1]) >= _LONGEST:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _ends_sentence(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if at + 1 == len(tokens):
        return True
    following = tokens[at + 1]
    begins = following.sort is Sort.QUOTE or following.capital or following.text[0].isdigit()
    if token.sort is Sort.MARK:
        return token.text in _ENDS and begins
    if token.sort is Sort.QUOTE and token.text[-1:] in _ENDS:
        if token.text[-1] == ".":
            return begins
        return begins and not _is_attribution(tokens[at + 1 : at + 2 + _ATTRIBUTION_WORDS])
    return False


def _is_attribution(tokens: list[Token]) -> bool:
    """Whether a name and a verb of saying follow at once."""
    if tokens[0].sort is not Sort.WORD:
        return False
    if tokens[0].low in {"he", "she", "they", "the"}:
        return any(token.low in SAYING for token in tokens[1:])
    for token in tokens:
        if token.low in SAYING:
            return True
        if token.sort is not Sort.WORD or token.low in SMALL:
            return False
    return False

"""Words that turn a meaning round: left out of a quotation, or put into it, they make it say the
opposite, though every other word stands in the source."""

from __future__ import annotations

import itertools
import re

from briefgen.quotation.pieces import Piece, put_in
from briefgen.quotation.placing import Placement
from briefgen.quotation.source import Source

# In languages that write negation as words of their own; in verbs of Persian, which has it inside
# them, it cannot be told from a list.
_LISTED = """
not no never neither nor cannot hardly nobody nothing none
не нет ни никогда никто ничего нельзя
ne pas jamais aucun nicht kein keine keinen keiner nie niemand
لا لم لن ليس ليست لیس لیست ولا ولم ولن وليس ولیس فلا فلم فلن هرگز نه
לא אין אל לעולם ולא ואין
"""
_WORDS = frozenset(_LISTED.split())
# In Chinese, where nothing parts it from the word that follows, if it is the last before that.
_LISTED_UNSPACED = "不会 不會 不能 不要 不是 不应 不應 不想 不得 不再 没有 沒有 不 没 沒 未 勿"
_UNSPACED = tuple(_LISTED_UNSPACED.split())
_SENTENCE = re.compile(r"[.!?؟。！？]\s|[。！？]")
_ENDS = re.compile(r"[.!?؟。！？;]")
# So many characters tell whether a “not” goes before: right before, or in the same sentence.
_GLIMPSE, _SENTENCE_LENGTH = 24, 60
_WORD = re.compile(r"[\w']+")
_LETTERS = re.compile(r"[^\W\d_]+")


def turned(quote: str, pieces: tuple[Piece, ...], placement: Placement, source: Source) -> str:
    """The word that turns the meaning, if one was left out and none put in, or the other way round;
    else nothing. What was left out with the end of a sentence is another statement."""
    brackets = " ".join(put_in(quote))
    inserted = _negation(brackets) or _unspaced(brackets)
    omitted = ""
    for (before, after), piece in zip(itertools.pairwise(placement), pieces[1:], strict=True):
        gap = source.text[before.end : after.start]
        if piece.inserted or not _SENTENCE.search(gap):
            omitted = omitted or _negation(gap) or _unspaced(gap)
    if omitted and inserted:
        return ""
    return omitted or inserted


def turned_before(text: str) -> str:
    """The word that turns the meaning of what goes on behind this text, if it is the last one."""
    if not text.endswith(" "):
        return _unspaced(text)  # a sign between them: another part of the sentence
    words = text[-_GLIMPSE:].split()
    last = words[-1] if words else ""
    if not last[-1:].isalpha():
        return ""
    word = _negation(last.replace("’", "'"))
    # “Whether or not” leaves both open.
    return "" if word and words[-2:-1] == ["or"] else word


def negations_in(text: str) -> bool:
    """Whether any of the words that turn a meaning round may be in it, wherever a word ends."""
    words = _LETTERS.findall(text.casefold())
    # The last is what remains of “don’t”.
    return not _WORDS.isdisjoint(words) or "t" in words


def denies(text: str) -> bool:
    """Whether a sentence that runs on into a quotation says “not” itself: he will not “wait”."""
    sentence = _ENDS.split(text[-_SENTENCE_LENGTH:])[-1].casefold()
    if not _WORDS.isdisjoint(sentence.split()) or "n't" in sentence or "n’t" in sentence:
        return True
    return not text.isascii() and bool(_unspaced(text.rstrip('“「『"«')))


def _unspaced(text: str) -> str:
    return next((each for each in _UNSPACED if text.endswith(each)), "")


def _negation(text: str) -> str:
    for word in _WORD.findall(text):
        low = word.casefold()
        if low in _WORDS or low.endswith("n't"):
            return str(word)
    return ""

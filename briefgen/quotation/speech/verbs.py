"""The verbs of saying in a sentence, each with its subject."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.quotation.speech.mentions import Mention, Who
from briefgen.quotation.speech.tokens import Sentence, Sort, Token
from briefgen.quotation.speech.words import (
    AUXILIARIES,
    BE,
    BEFORE_NOUN,
    COORDINATORS,
    PARTICIPLES,
    PREPOSITIONS,
    ROLES,
    SAYING,
    SMALL,
)

# Longer insertions between commas are clauses of their own.
_APPOSITION = 14
_NO_ROLE = PREPOSITIONS | SMALL


class Verb(Record):
    """`at` is its place. `subject` is None where it has that of the verb before. `opens`: its
    clause stands beside what goes before, not inside it. `first` is the place at which subject and
    verb begin.
    """

    at: int
    subject: Mention | None
    opens: bool
    first: int


def verbs_of(sentence: Sentence, mentions: list[Mention]) -> list[Verb]:
    """The verbs of saying, in order; `mentions` are those of the sentence."""
    found: list[Verb] = []
    for at, token in enumerate(sentence):
        if token.sort is not Sort.WORD:
            continue
        if token.low == "according" and at + 1 < len(sentence) and sentence[at + 1].low == "to":
            subject = _next(sentence, mentions, at + 2)
            if subject is not None:
                found.append(_verb(sentence, at, _dressed(sentence, subject), at))
        elif token.low in PARTICIPLES:
            # Of the verb before, or of one that is none of saying: “rejected this, calling it”.
            about = None if found else _about(sentence, mentions, at)
            if found or about is not None:
                found.append(Verb(at=at, subject=about, opens=False, first=at))
        elif token.low in SAYING and not token.capital and not _is_noun(sentence, at):
            verb = _reported(sentence, mentions, at, found)
            if verb is not None:
                found.append(verb)
    return found


def _about(sentence: Sentence, mentions: list[Mention], at: int) -> Mention | None:
    """Whom the sentence is about, as far as `at`; for “the head of the bank, Ann Lee,” Ann Lee."""
    before = [each for each in mentions if each.end <= at and not each.oblique]
    if before and before[0].who is Who.ROLE:
        named = (e for e in before if e.who is Who.PERSON and sentence[e.start - 1].text == ",")
        person = next(named, None)
        if person is not None:
            return _dressed(sentence, person)
    return before[0] if before else None


def _is_noun(sentence: Sentence, at: int) -> bool:
    return at > 0 and sentence[at - 1].low in BEFORE_NOUN


def _verb(sentence: Sentence, at: int, subject: Mention, first: int) -> Verb:
    before = first - 1
    while before >= 0 and sentence[before].low in {"the", "a", "an"}:
        before -= 1
    opens = before < 0 or sentence[before].low in COORDINATORS or sentence[before].text in ";:—–"
    return Verb(at=at, subject=subject, opens=opens, first=before + 1)


def _reported(
    sentence: Sentence, mentions: list[Mention], at: int, found: list[Verb]
) -> Verb | None:
    # “quoted Smith as saying”: Smith speaks
    quoted = _between(mentions, at, _find(sentence, "saying", at))
    if sentence[at].low in {"quoted", "cited"} and quoted is not None:
        return _verb(sentence, at, _dressed(sentence, quoted), quoted.start)
    before = _skip_back(sentence, at)
    if before >= 0 and sentence[before].low in BE and sentence[at].low != "quoted":
        agent = _next(sentence, mentions, _find(sentence, "by", at) + 1)
        return None if agent is None else _verb(sentence, at, _dressed(sentence, agent), at)
    if _inverted(sentence, at):
        follower = _next(sentence, mentions, at + 1)
        if follower is not None:
            return _verb(sentence, at, _dressed(sentence, follower), at)
    if before >= 0 and sentence[before].low in {"and", "but", "or", "then"} and found:
        return Verb(at=at, subject=None, opens=False, first=at)
    subject = _subject(sentence, mentions, at)
    if subject is None:
        return Verb(at=at, subject=None, opens=False, first=at) if found else None
    dressed = _dressed(sentence, subject)
    return _verb(sentence, at, dressed, dressed.start)


def _skip_back(sentence: Sentence, at: int) -> int:
    """The place of the word before a verb, adverbs and auxiliaries passed over."""
    before = at - 1
    while before >= 0 and _is_adverb(sentence[before]):
        before -= 1
    return before


def _is_adverb(token: Token) -> bool:
    return token.low in AUXILIARIES or (
        token.sort is Sort.WORD and not token.capital and token.low.endswith("ly")
    )


def _inverted(sentence: Sentence, at: int) -> bool:
    """Whether a quotation, or a comma after one, stands right before the verb."""
    before = at - 1
    while before >= 0 and sentence[before].text in ",—–":
        before -= 1
    return before >= 0 and sentence[before].sort is Sort.QUOTE


def _find(sentence: Sentence, word: str, start: int) -> int:
    return next((at for at in range(start, len(sentence)) if sentence[at].low == word), -1)


def _between(mentions: list[Mention], start: int, end: int) -> Mention | None:
    return next((each for each in mentions if start < each.start < end), None)


def _next(sentence: Sentence, mentions: list[Mention], at: int) -> Mention | None:
    """The mention that begins at `at`, an article passed over."""
    while 0 < at < len(sentence) and sentence[at].low in {"the", "a", "an"}:
        at += 1
    return next((each for each in mentions if at > 0 and each.start == at), None)


def _subject(sentence: Sentence, mentions: list[Mention], at: int) -> Mention | None:
    """The nearest mention before the verb that can be its subject. What an apposition names is not
    it: “Smith, a friend of the minister, said”.
    """
    before = [each for each in mentions if each.end <= at]
    free = [each for each in before if not each.oblique]
    for mention in reversed(free):
        end = _apposition_end(sentence, mention)
        inside = end and end <= at
        if inside and any(other.end < mention.start for other in free):
            continue
        return mention
    # “a statement by Smith said”; what other prepositions name says nothing.
    last = before[-1] if before else None
    by = last is not None and last.start > 0 and sentence[last.start - 1].low in {"by", "from"}
    return last if by else None


def _apposition_end(sentence: Sentence, mention: Mention) -> int:
    """If the mention stands between commas after a name: where that ends."""
    first = start = mention.start
    while first > 0 and sentence[first - 1].low in {"the", "a", "an", "who", "whose", "now"}:
        first -= 1
    if mention.who is Who.ROLE:  # “Gossman, the group’s associate director, said”
        while first > 0 and start - first < _APPOSITION and sentence[first - 1].sort is Sort.WORD:
            first -= 1
    if first < 2 or sentence[first - 1].text != "," or not sentence[first - 2].capital:  # noqa: PLR2004
        return 0
    if first == start:
        return 0
    for at in range(start, min(start + _APPOSITION, len(sentence))):
        if sentence[at].text == ",":
            return at
    return 0


def _dressed(sentence: Sentence, mention: Mention) -> Mention:
    """The mention with the role that stands beside it, between commas."""
    if mention.who is not Who.PERSON or mention.role:
        return mention
    role, start = _role_after(sentence, mention.end), mention.start
    if not role:
        role, start = _role_before(sentence, mention.start)
    if not role:
        return mention
    return Mention(
        who=Who.PERSON,
        start=start,
        end=mention.end,
        name=mention.name,
        role=role,
        oblique=mention.oblique,
        title=mention.title,
    )


def _role_after(sentence: Sentence, end: int) -> str:
    if end >= len(sentence) or sentence[end].text != ",":
        return ""
    words: list[Token] = []
    for token in sentence[end + 1 : end + 1 + _APPOSITION]:
        if token.sort is not Sort.WORD or token.low in SAYING or token.low == "who":
            break
        words.append(token)
    while words and words[0].low in {"the", "a", "an"}:
        words = words[1:]
    return _text(words) if words and _names_role(words) else ""


def _role_before(sentence: Sentence, start: int) -> tuple[str, int]:
    if start < 1 or sentence[start - 1].text != ",":
        return "", start
    first = start - 1
    while first > 0 and sentence[first - 1].sort is Sort.WORD and start - first <= _APPOSITION:
        first -= 1
    words = sentence[first : start - 1]
    while words and words[0].low in {"the", "a", "an"}:
        words = words[1:]
    plain = words and words[0].low not in _NO_ROLE
    if not plain or not _names_role(words) or any(token.low in SAYING for token in words):
        return "", start
    return _text(words), first


def _names_role(words: list[Token]) -> bool:
    return any(token.low in ROLES for token in words)


def _text(words: list[Token]) -> str:
    return " ".join(token.text for token in words)

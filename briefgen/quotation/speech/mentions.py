"""Who is named in a sentence, and as what."""

from __future__ import annotations

import enum

from briefgen.model.base import Record
from briefgen.quotation.speech.tokens import Sentence, Sort, Token
from briefgen.quotation.speech.words import (
    BODIES,
    CROWDS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
    SAYING,
    SMALL,
    TITLES,
    WEEKDAYS,
)

# So many words may stand before a role: “former deputy prime minister”.
_MODIFIERS = 4
# After “Ambassador to” come a place and a name; two words are the name.
_NAME = 2
_ROLES_AND_BODIES, _HEADS, _BREAKING = ROLES | BODIES, ROLES | BODIES | CROWDS, SMALL | SAYING
_OF_ROLE = frozenset({"to", "of", "for", "in"})


class Who(enum.Enum):
    """What is mentioned: a name of one person, a body or many, a person by his role, or “he”."""

    PERSON = "person"
    GROUP = "group"
    ROLE = "role"
    PRONOUN = "pronoun"


class Mention(Record):
    """`start` and `end` are places of tokens. `oblique`: a preposition or a possessive makes it no
    subject.
    """

    who: Who
    start: int
    end: int
    name: str = ""
    role: str = ""
    oblique: bool = False
    title: str = ""


def mentions_of(sentence: Sentence) -> list[Mention]:
    """All mentions, in order."""
    found: list[Mention] = []
    at = 0
    while at < len(sentence):
        token = sentence[at]
        if token.sort is Sort.WORD and (token.low in PRONOUNS or _speaks(sentence, at)):
            found.append(Mention(who=Who.PRONOUN, start=at, end=at + 1, name=token.low))
            at += 1
            continue
        end = _phrase_end(sentence, at)
        if end == at:
            at += 1
            continue
        found.append(_mention(sentence, at, end))
        at = end
    return found


def _speaks(sentence: Sentence, at: int) -> bool:
    """Whether “it” is a body that says something: “it said”."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    return sentence[at].low == "it" and following is not None and following.low in SAYING


def is_name(token: Token) -> bool:
    """Whether a word may be part of a name."""
    return token.capital and token.low not in SMALL and token.low not in WEEKDAYS


def _phrase_end(sentence: Sentence, start: int) -> int:
    """Where the noun phrase ends that begins here; `start` if none does."""
    at = _run_end(sentence, start)
    if at > start and sentence[at - 1].possessive:
        return at
    head = _head_end(sentence, at)
    if head > at:
        at = _run_end(sentence, _complement_end(sentence, head))
    return at


def _run_end(sentence: Sentence, start: int) -> int:
    """Past the capitalised words from `start` on, with what joins them."""
    at = start
    while at < len(sentence):
        token = sentence[at]
        if is_name(token):
            at += 1
            if token.possessive:
                return at
        elif at > start and _joins(sentence, start, at):
            at += 1
        else:
            break
    return at


def _joins(sentence: Sentence, start: int, at: int) -> bool:
    """Whether the small word at `at` joins two capitalised words of one phrase."""
    token = sentence[at]
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if following is None or token.sort is not Sort.WORD:
        return False
    if token.low == "the":
        return sentence[at - 1].low in _OF_ROLE and is_name(following)
    if token.low in PARTICLES:
        return is_name(following) or following.low in PARTICLES
    if token.low not in _OF_ROLE:
        return False
    body = any(each.low in _ROLES_AND_BODIES for each in sentence[start:at])
    return body and (is_name(following) or following.low == "the")


def _head_end(sentence: Sentence, start: int) -> int:
    """Past the lower-case words from `start` on that end with a role, a crowd or a body."""
    for at in range(start, min(start + _MODIFIERS, len(sentence))):
        token = sentence[at]
        if token.sort is not Sort.WORD or token.capital or _breaks(token):
            return start
        further = at + 1 < len(sentence) and sentence[at + 1].low in _HEADS
        if token.low in _HEADS and not further:
            return at + 1
    return start


def _breaks(token: Token) -> bool:
    return token.low in _BREAKING or token.possessive or token.low.endswith("ly")


def _complement_end(sentence: Sentence, head: int) -> int:
    """Past “to Afghanistan”, where a role goes before it and a name follows."""
    if head >= len(sentence) or sentence[head].low not in _OF_ROLE:
        return head
    if sentence[head - 1].low not in ROLES:
        return head
    end = _run_end(sentence, head + 1)
    return end if end > head + 1 else head


def _mention(sentence: Sentence, start: int, end: int) -> Mention:
    tokens = sentence[start:end]
    oblique = tokens[-1].possessive or _after_preposition(sentence, start)
    title = ""
    if tokens[0].low in TITLES and len(tokens) > 1:
        title, tokens = TITLES[tokens[0].low] or tokens[0].low, tokens[1:]
    cut = _name_start(tokens)
    name, role = _words(tokens[cut:]), _words(tokens[:cut])
    made = Mention(who=Who.PERSON, start=start, end=end, name=name, role=role, oblique=oblique)
    if role and not name:
        who = Who.ROLE
    elif not role and _is_group(sentence, start, tokens):
        who = Who.GROUP
    else:
        who = Who.PERSON
    return Mention(
        who=who,
        start=start,
        end=made.end,
        name=name,
        role=role,
        oblique=oblique,
        title=title,
    )


def _words(tokens: list[Token]) -> str:
    words = " ".join(token.text for token in tokens)
    for ending in ("’s", "'s"):
        words = words.removesuffix(ending)
    return words


def _name_start(tokens: list[Token]) -> int:
    """Where in a phrase the role ends and the name begins."""
    last = max((at for at, token in enumerate(tokens) if token.low in ROLES), default=-1)
    after = last + 1
    if not after:
        return 0
    rest = tokens[after:]
    if rest and rest[0].low in _OF_ROLE:
        capitals = [at for at, token in enumerate(rest) if is_name(token)]
        if len(capitals) <= _NAME:
            return len(tokens)
        return after + _with_particles(rest, capitals[-_NAME])
    return after


def _with_particles(tokens: list[Token], at: int) -> int:
    while at > 1 and tokens[at - 1].low in PARTICLES:
        at -= 1
    return at


def _after_preposition(sentence: Sentence, start: int) -> bool:
    before = start - 1
    while before >= 0 and sentence[before].low in {"the", "a", "an", "both"}:
        before -= 1
    return before >= 0 and sentence[before].low in PREPOSITIONS


def _is_group(sentence: Sentence, start: int, tokens: list[Token]) -> bool:
    if any(token.low in BODIES or token.low in CROWDS for token in tokens):
        return True
    return start > 0 and sentence[start - 1].low == "the"

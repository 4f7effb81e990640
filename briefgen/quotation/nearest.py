"""Who is named nearest to a quotation, in a language that is not read for who speaks.

Only what is plain is said: one other person, named in the form of a subject, in the sentence that
leads to the quotation or goes on after it, or meant there by “he” or “she”, in a paragraph that
does not name the speaker. Whoever is spoken to, or is named beside others, is no other speaker.
"""

from __future__ import annotations

import re

from briefgen.quotation.fold import fold
from briefgen.quotation.measure import is_unspaced
from briefgen.quotation.names import Cast, Names, Person, name_parts

# “He”, “she” and “they”, as they are folded: who that is must be read.
_LISTED_PRONOUNS = """
он она они оно ним ней ними ему ей им его ее их він вона вони
او وی آنها ایشان هو هی هما הוא היא הם הן
er sie ihm ihr il elle ils elles lui él ella ellos ele ela
"""
_PRONOUNS = frozenset(_LISTED_PRONOUNS.split())
_PRONOUN_SIGNS = re.compile("[他她它]")
# What Russian says of a man or a woman only, and how the surname of a woman mostly ends.
_OF_MAN, _OF_WOMAN = frozenset(("он",)), frozenset(("она",))
_WOMAN = re.compile("(?:[оеи]ва|ина|ая)$")
_CYRILLIC = re.compile("[а-я]$")
# Before a name they make it whom something is said to, or said of.
_LISTED_TO = """
с со к ко у от о об для по на при над перед про через із зі до від
به از با برای درباره بر نزد إلى الى من مع عن على عند
של את עם על אל אצל נגד בשביל
zu zum zur mit von vom über für gegen an bei neben
à de du avec pour sur contre chez a con para por sobre
سأل سألت وسأل وسألت أخبر أخبرت وأخبر أبلغ أبلغت وأبلغ خاطب خاطبت
"""
_TO = frozenset(_LISTED_TO.split())
_TO_SIGNS = re.compile("(?:[对對向给給跟和与與同问問请請让讓叫]|告诉|告訴|回答|答复)$")
_BEHIND = frozenset({"را"})
# In Chinese a subject begins a clause, or says something.
_CLAUSE = re.compile(r"(?:^|[\s.,;:!?]) ?$")
_SAYS = re.compile(
    "(?:还|還|也|则|則|又|再|接着|随后|隨後)?"
    "(?:[说說称稱道写寫]|表示|认为|認為|指出|强调|強調|提醒|补充|補充|透露|坚持|堅持|解释|解釋)"
)
_WORDS_BEFORE = 2


def named_nearest(before: str, after: str, near: tuple[str, str], cast: Cast) -> str:
    """Who else it is; empty where the speaker may be. `before` and `after` are what the paragraph
    says around the quotation, `near` the sentences of it that run into the quotation and go on
    after it.
    """
    leads = near[0].rstrip()[-1:] in {":", ","}
    for sentence in near if leads else near[::-1]:
        if cast.speaker.stand_in(sentence):
            return ""
        if _has_pronoun(sentence):
            return _meant(before, after, sentence, cast)
        if cast.others.stand_in(sentence):
            named = _subjects(sentence, cast)
            return named[0] if len(named) == 1 else ""
    return ""


def _meant(before: str, after: str, sentence: str, cast: Cast) -> str:
    """Who is meant by “he” in a sentence: the one whom its paragraph has named before."""
    if cast.speaker.stand_in(f"{before}\n{after}"):
        return ""
    named = _subjects(before, cast)
    if len(named) != 1:
        return ""
    words = _words(sentence)
    surname = fold(named[0]).split()[-1]
    if _CYRILLIC.search(surname):
        other = _OF_MAN if _WOMAN.search(surname) else _OF_WOMAN
        if not other.isdisjoint(words):
            return ""
    return named[0]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _has_pronoun(text: str) -> bool:
    return not _PRONOUNS.isdisjoint(_words(text)) or _PRONOUN_SIGNS.search(text) is not None


def _subjects(text: str, cast: Cast) -> list[str]:
    """Who is named as one who may say something; two if anybody else is named."""
    found: list[str] = []
    for person in cast.people:
        parts = Names(name_parts(person) - cast.own)
        places = parts.places(text)
        if not places:
            continue
        if not any(_is_subject(text, start, end, person) for start, end in places):
            return []
        found.append(person.names[0])
    return found


def _is_subject(text: str, start: int, end: int, person: Person) -> bool:
    if is_unspaced(text[start]):
        begins = _CLAUSE.search(text[:start]) is not None
        says = _SAYS.match(text, end) is not None
        return (begins or says) and not _TO_SIGNS.search(text[:start])
    words = {word for name in person.names for word in fold(name).split()}
    if _whole(text, start, end) not in words:
        return False
    before = text[:start].split()
    while before and before[-1] in words:
        before.pop()
    after = text[end:].split(maxsplit=1)
    return _TO.isdisjoint(
        word.casefold() for word in before[-_WORDS_BEFORE:]
    ) and _BEHIND.isdisjoint(after[:1])


def _whole(text: str, start: int, end: int) -> str:
    """The word that begins there."""
    while end < len(text) and (text[end].isalpha() or text[end] in "-'"):
        end += 1
    return text[start:end].rstrip("-'")

"""Proves the quotations of one article: a pure function of the article and the snapshot's text."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from briefgen.check.quotations.given import Given
from briefgen.check.quotations.problem import problem_of
from briefgen.model.article import Statement
from briefgen.model.proof import Problem, Proof
from briefgen.model.quoted import Quoted
from briefgen.quotation.measure import is_short
from briefgen.quotation.names import Person
from briefgen.quotation.prove import Claim, prove
from briefgen.quotation.source import Source
from briefgen.quotation.verdict import Judgment, Verdict

# The languages in which a text can be read for who speaks.
_READ = "en"
UNTRANSLATED = (
    "The source is in another language: give what you quote as a statement, with its `quote` and "
    "your `translation`."
)


def prove_article(given: Given, source: Source, key: str, sha256: str) -> Proof:
    """Look for every statement, and for every quoted span that is long enough, in the snapshot."""
    places = {each.field: each for each in given.body.quoted if not each.text}
    problems: list[Problem] = []
    statements: list[bool] = []
    judgments: list[Judgment] = []
    english = _primary(_tongue(given)) == _READ
    people = _people(given)
    for number, statement in enumerate(given.face.statements):
        judgment = prove(_claim(given, statement, people), source, english=english)
        statements.append(judgment.stands)
        judgments.append(judgment)
        place = places[f"statements.{number}.quote"]
        problems.extend(_problems(place, judgment, statement.speaker))
    checked, proven = len(statements), sum(statements)
    texts = _Texts(given, source)
    for quoted in given.body.quoted:
        if not quoted.text or is_short(quoted.text):
            continue
        judgment = texts.prove(quoted)
        if judgment.verdict is Verdict.SHORT:  # with what was left out or put in, it is too short
            continue
        problems.extend(_problems(quoted, judgment, ""))
        if not quoted.internal:
            judgments.append(judgment)
            checked += 1
            proven += judgment.proven
    return Proof(
        key=key,
        sha256=sha256,
        statements=tuple(statements),
        checked=checked,
        proven=proven,
        omissions=sum(each.omissions for each in judgments),
        insertions=sum(each.insertions for each in judgments),
        problems=tuple(problems),
    )


def _people(given: Given) -> dict[str, Person]:
    """Whom the article names and who may speak, by the names that it gives them."""
    face = given.face
    names = dict.fromkeys((*face.people, *[each.speaker for each in face.statements]))
    return {name: Person(names=given.names.get(name, (name,))) for name in names if name}


def _claim(given: Given, statement: Statement, people: dict[str, Person]) -> Claim:
    face = given.face
    source = face.source
    # What the outlet itself says is its own words, and nobody's speech.
    outlet = (source.publisher, *source.author) if source else ()
    speaks = bool(statement.speaker) and statement.speaker not in outlet
    own = (statement.speaker, statement.via) if statement.via else (statement.speaker,)
    speaker = _person(given, own) if statement.via else people.get(statement.speaker)
    return Claim(
        quote=statement.quote,
        speaker=speaker if speaks else None,
        others=tuple([person for name, person in people.items() if name not in own]),
        speech=speaks,
    )


def _person(given: Given, names: Iterable[str]) -> Person:
    found = (given.names.get(name, (name,)) for name in names)
    return Person(names=tuple(dict.fromkeys(name for each in found for name in each)))


def _problems(quoted: Quoted, judgment: Judgment, speaker: str) -> Iterator[Problem]:
    if judgment.verdict is not Verdict.PROVEN:
        yield problem_of(quoted, judgment, speaker=speaker)


class _Texts:
    """What the curator's own text is held against. Where it is in another language than the source,
    that is the translation of the statements, or else the snapshot itself.
    """

    def __init__(self, given: Given, source: Source) -> None:
        self._source = source
        own = given.face.lang or given.language
        tongue = given.face.source.language if given.face.source else ""
        self._translated = bool(tongue) and _primary(tongue) != _primary(own)
        self._statements = given.face.statements

    @functools.cached_property
    def _translations(self) -> Source:
        return Source(
            "\n\n".join(each.translation for each in self._statements if each.translation)
        )

    def prove(self, quoted: Quoted) -> Judgment:
        claim = Claim(quote=quoted.text, speech=False, negated=quoted.negated)
        if not self._translated:
            return prove(claim, self._source, english=False)
        judgment = prove(claim, self._translations, english=False)
        if judgment.proven:
            return judgment
        original = prove(claim, self._source, english=False)
        if original.proven:
            return original
        return Judgment(
            verdict=judgment.verdict,
            passage=judgment.passage,
            difference=judgment.difference or ("" if judgment.passage else UNTRANSLATED),
        )


def _tongue(given: Given) -> str:
    """The language of the source, that of the article where it is not stated."""
    source = given.face.source
    return (source.language if source else "") or given.face.lang or given.language


def _primary(tag: str) -> str:
    return tag.partition("-")[0].casefold()

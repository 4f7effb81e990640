"""Who says the quotations of one sentence."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.quotation.speech.mentions import mentions_of
from briefgen.quotation.speech.register import Register, Speaker
from briefgen.quotation.speech.tokens import Sentence, Sort
from briefgen.quotation.speech.verbs import Verb, verbs_of
from briefgen.quotation.speech.words import SUBORDINATE


class Guess(Record):
    """Who speaks, and whether that is plain."""

    speaker: Speaker
    uncertain: bool = False


class Said:
    """One sentence with its verbs of saying."""

    def __init__(self, sentence: Sentence, register: Register) -> None:
        self._sentence = sentence
        self._register = register
        self._mentions = mentions_of(sentence)
        self._verbs = verbs_of(sentence, self._mentions)
        self._meet()
        self._speakers: dict[int, Speaker | None] = {}
        previous: Speaker | None = None
        for verb in self._verbs:
            if verb.subject is not None:
                previous = register.resolve(verb.subject)
            self._speakers[verb.at] = previous

    @property
    def speaker(self) -> Speaker | None:
        """Who speaks in the sentence as a whole: the subject of its first verb of saying."""
        found = (self.resolve(verb) for verb in self._verbs)
        return next((speaker for speaker in found if speaker is not None), None)

    def _meet(self) -> None:
        for mention in self._mentions:
            self._register.meet(mention)
        for verb in self._verbs:
            if verb.subject is not None:  # with the role that stands beside the name
                self._register.meet(verb.subject)
        about = next((each for each in self._mentions if not each.oblique), None)
        if not self._verbs and about is not None:
            self._register.tells_of(about)

    def resolve(self, verb: Verb) -> Speaker | None:
        """Who is the subject."""
        return self._speakers[verb.at]

    def speaker_of(self, quote: int) -> Guess | None:
        """Who says the quotation at that place of the sentence."""
        after = self._right_after(quote)
        before = self._before(quote)
        if after is not None and (before is None or not self._is_object(quote)):
            return after
        return before or after or self._colon(quote)

    def _colon(self, quote: int) -> Guess | None:
        """“John Smith: ...”, as interviews are printed, and “Smith is less sure: ...”."""
        if quote < 2 or self._sentence[quote - 1].text != ":":  # noqa: PLR2004
            return None
        named = [m for m in self._mentions if m.end < quote and not m.oblique]
        speaker = self._register.resolve(named[0]) if named else None
        plain = bool(named) and (named[0].start, named[0].end) == (0, quote - 1)
        return Guess(speaker=speaker, uncertain=not plain) if speaker else None

    def _is_object(self, quote: int) -> bool:
        """Whether the sentence runs on into the quotation, rather than beginning with it."""
        return quote > 0 and self._sentence[quote - 1].sort is Sort.WORD

    def _right_after(self, quote: int) -> Guess | None:
        """The verb whose clause begins right behind the quotation, or, for a quotation that begins
        the sentence, the first one."""
        later = [verb for verb in self._verbs if verb.at > quote]
        if not later:
            return None
        first = later[0]
        gap = self._sentence[quote + 1 : first.first]
        direct = all(token.sort is Sort.MARK for token in gap)
        if not direct and quote > 0:
            return None
        if any(token.sort is Sort.QUOTE for token in gap):
            return None
        speaker = self.resolve(first)
        return Guess(speaker=speaker, uncertain=not direct) if speaker else None

    def _before(self, quote: int) -> Guess | None:
        """The outermost verb of the clause that the quotation ends: who says that another said
        something is the one whose words the writer had."""
        chain = [verb for verb in self._verbs if self._main() <= verb.at < quote]
        if not chain:
            chain = [verb for verb in self._verbs if verb.at < quote]
        if not chain:
            return None
        opening = max((at for at, verb in enumerate(chain) if verb.opens), default=0)
        chain = chain[opening:]
        speakers = [speaker for speaker in map(self.resolve, chain) if speaker is not None]
        if not speakers:
            return None
        outer = speakers[0]
        several = any(speaker.name != outer.name for speaker in speakers)
        if not outer.person:
            # A newspaper passes on what a person says.
            outer = next((each for each in speakers if each.person and each.name), outer)
        return Guess(speaker=outer, uncertain=several)

    def _main(self) -> int:
        """Where the main clause begins: after the comma, if the sentence begins with “although”."""
        sentence = self._sentence
        if not sentence or sentence[0].low not in SUBORDINATE:
            return 0
        return next((at for at, token in enumerate(sentence) if token.text == ","), 0)

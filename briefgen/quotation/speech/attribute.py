"""Offers each quoted span of a text as a statement, with the one who most likely made it."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.quotation.find import find_spans
from briefgen.quotation.paragraphs import Paragraph
from briefgen.quotation.span import Span
from briefgen.quotation.speech.register import Register, Speaker
from briefgen.quotation.speech.said import Guess, Said
from briefgen.quotation.speech.tokens import Sentence, Sort, sentences_of


class Offer(Record):
    """A span with its speaker. `line` is its line in the snapshot. `uncertain`: the text does not
    say plainly who speaks.
    """

    span: Span
    line: int
    speaker: Speaker = Speaker()
    uncertain: bool = False


def offer_statements(paragraphs: tuple[Paragraph, ...], *, english: bool) -> tuple[Offer, ...]:
    """All quoted spans in order. Speakers are looked for in English only."""
    register = Register()
    offers: list[Offer] = []
    for paragraph in paragraphs:
        spans = find_spans(paragraph.text)
        guesses = _Paragraph(register).guess(paragraph.text, spans) if english else {}
        for number, span in enumerate(spans):
            guess = guesses.get(number)
            offers.append(
                Offer(
                    span=span,
                    line=paragraph.line_at(span.start),
                    speaker=guess.speaker if guess else Speaker(),
                    uncertain=english and (guess is None or guess.uncertain),
                )
            )
    return tuple(offers)


class _Paragraph:
    """Goes through one paragraph. A quotation that is a sentence by itself belongs to whom the
    sentence before it quotes, else to the one after it, else to who spoke last.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._before = register.last
        self._guesses: dict[int, Guess] = {}
        self._waiting: list[int] = []
        self._near: Guess | None = None

    def guess(self, text: str, spans: tuple[Span, ...]) -> dict[int, Guess]:
        """The speakers of the spans, by number; without those that nobody seems to say."""
        for sentence in sentences_of(text, spans):
            if all(token.sort is not Sort.WORD for token in sentence):
                self._bare([token.span for token in sentence if token.sort is Sort.QUOTE])
            else:
                self._spoken(sentence)
        if self._before is not None:
            self._give(Guess(speaker=self._before, uncertain=True))
        return self._guesses

    def _bare(self, numbers: list[int]) -> None:
        self._waiting.extend(numbers)
        if self._near is not None:
            self._give(self._near)

    def _spoken(self, sentence: Sentence) -> None:
        said = Said(sentence, self._register)
        quotes = [at for at, token in enumerate(sentence) if token.sort is Sort.QUOTE]
        last: Guess | None = None
        for at in quotes:
            guess = said.speaker_of(at)
            if guess is not None:
                self._guesses[sentence[at].span] = last = guess
        if quotes and quotes[0] == 0 and sentence[0].span in self._guesses:
            self._give(self._guesses[sentence[0].span])
        speaker = last.speaker if last else said.speaker
        if speaker is not None:
            self._register.spoke(speaker)
            self._near = last or Guess(speaker=speaker, uncertain=True)
        elif quotes:
            self._register.lose()
            self._near = None

    def _give(self, guess: Guess) -> None:
        for number in self._waiting:
            self._guesses[number] = guess
        self._waiting = []

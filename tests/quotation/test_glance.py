"""What is seen at a glance is what a closer look would find, in texts made to mislead it."""

from __future__ import annotations

import random

import pytest

from briefgen.quotation.glance import stands_plainly
from briefgen.quotation.glance_pieces import omissions_seen
from briefgen.quotation.names import Cast, Person
from briefgen.quotation.prove import Claim, prove, prove_closely
from briefgen.quotation.source import Source
from briefgen.quotation.verdict import Judgment, Verdict

# So few words that whatever is quoted stands in many places, and in many forms; some turn a meaning
# round, some are names.
WORDS = ["we", "We", "will", "close", "not", "never", "isn’t", "the", "old", "ﬁne", "fine", "Marsh"]
WORDS += ["Holm", "re-open", "no", "а", "harbour", "don't", "finest"]
BETWEEN = [" "] * 12 + ["  ", "\n", "\n\n", "\n\n", ". ", ". ", ", ", ".” ", " “", "” ", ",” said "]
BETWEEN += ['"', ' "', '" ', " ‘", "’ ", "\u00a0", "\u00ad", "-", " – ", "… ", "... ", " (", ") "]
BETWEEN += [": "]
SIGNS = [" […] ", " [...] ", " (…) ", " … ", "… ", "...", "[…]", " [] ", "……", ". … ", ", […] "]
SAYING = ["Marsh said: “{}”", "“{},” Marsh said.", '"{}," said Marsh on Monday.', "Marsh: “{}.”"]
SAYING += ["Holm said: “{}”", "“{},” Marsh told Holm.", "{}"]
SPEAKER, OTHER = Person(names=("Ada Marsh",)), Person(names=("Bo Holm",))


def text_of(choice: random.Random) -> str:
    """Paragraphs of such words; in some of them somebody says something."""
    paragraphs: list[str] = []
    for _ in range(choice.randint(1, 4)):
        between = BETWEEN if choice.random() < 0.4 else [" "]
        words = choice.choices(WORDS, k=choice.randint(5, 14))
        said = "".join(word + choice.choice(between) for word in words).strip()
        paragraphs.append(choice.choice(SAYING).format(said))
    return "\n\n".join(paragraphs)


def quote_of(choice: random.Random, text: str) -> str:
    """Runs of its words, mostly in their order, with signs between them that some are left out."""
    words = [word.strip('“”",.:') for word in choice.choice(text.split("\n\n")).split()]
    ends = sorted(choice.choices(range(len(words) + 1), k=choice.choice((2, 4, 4, 6))))
    pieces = [" ".join(words[a:b]) for a, b in zip(ends[::2], ends[1::2], strict=True)]
    if choice.random() < 0.2:
        pieces.append(" ".join(choice.choices(WORDS, k=2)))
    quote = pieces[0]
    for piece in pieces[1:]:
        quote += choice.choice(SIGNS) + piece
    return choice.choice(["", "", "…"]) + quote + choice.choice(["", "", ".", " […]"])


@pytest.mark.parametrize("speech", [True, False])
def test_a_glance_finds_nothing_that_a_closer_look_would_not(*, speech: bool) -> None:
    choice = random.Random(7)  # noqa: S311  the same texts each time
    seen = {False: 0, True: 0}
    for _ in range(12_000):
        text = text_of(choice)
        quote = quote_of(choice, text)
        claim = Claim(
            quote=quote,
            speaker=SPEAKER if speech else None,
            others=(OTHER,),
            speech=speech,
            negated=choice.random() < 0.2,
        )
        cast = Cast(SPEAKER, (OTHER,), english=True) if speech else None
        plain = stands_plainly(quote, text, cast, speech=speech, negated=claim.negated)
        left_out = omissions_seen(quote, text, cast, speech=speech, negated=claim.negated)
        if plain or left_out:
            closely = prove_closely(claim, Source(text), cast, english=True)
            assert closely == Judgment(verdict=Verdict.PROVEN, omissions=left_out)
            seen[bool(left_out)] += 1
    assert min(seen.values()) > 10  # or the texts mislead nobody


def test_a_glance_sees_what_is_left_out_of_a_quotation() -> None:
    text = "Not today.\n\nMs Marsh said: “We will close the old harbour in the spring, I think.”\n"
    cast = Cast(SPEAKER, (OTHER,), english=True)
    assert omissions_seen("We will close […] in the spring", text, cast, speech=True)
    assert omissions_seen("We will … harbour ... in the spring", text, None, speech=False)
    assert omissions_seen("Not […] We will close the […] harbour", text, None, speech=False)
    claim = Claim(quote="We will […] the old harbour", speaker=SPEAKER, others=(OTHER,))
    assert prove(claim, Source(text), english=True).omissions == 1


@pytest.mark.parametrize("before", ["\t", "\t“", " \t “", "\u2003“", "-“", ".“"])
def test_odd_signs_alone_before_a_quotation_turn_nothing_round(before: str) -> None:
    claim = Claim(quote="We will close the old harbour", speaker=None, others=(), speech=False)
    source = Source(f"{before}We will close the old harbour.”")
    assert prove(claim, source, english=True).verdict is Verdict.PROVEN

"""Where a quotation may begin and end, what counts as the same, and what does not."""

from __future__ import annotations

import pytest

from briefgen.quotation.names import Person
from briefgen.quotation.prove import Claim, prove
from briefgen.quotation.source import Source
from briefgen.quotation.verdict import Verdict

P, A, S, T = Verdict.PROVEN, Verdict.ALTERED, Verdict.SPLICED, Verdict.TURNED
ENGLISH = (
    "“Don’t shut the re-opened harbour before the workers’ day … please, all of you,” she said."
)
ARABIC = "قال: «وسنكتب الرسالة كَتَبَ بها الوزير على الورق»."
PERSIAN = "او گفت: «ما نمی‌خواهیم از این خانه‌ها برویم»."
TABLE = [
    # Whole words only.
    (ENGLISH, "Don’t shut the re-opened harbour before", P),
    (ENGLISH, "hut the re-opened harbour before", A),
    (ENGLISH, "shut the re-opened harbour befor", A),
    (ENGLISH, "Don shut the re-opened harbour", A),
    (ENGLISH, "Don’t \u200b shut the re \u200b - \u200bopened harbour", P),
    (ENGLISH, "Don't shut the re-opened harbour", P),
    (ENGLISH, "[d]on’t shut the re-opened harbour", P),
    (ENGLISH, "don’t shut the re-opened harbour", A),
    # A pause in the source is no word; a sign between words is kept.
    (ENGLISH, "before the workers’ day please, all of you", P),
    (ENGLISH, "before the workers’ day please all of you", A),
    (ENGLISH, "the re-opened harbour ... all of you", P),
    (ENGLISH, "shut the [old] harbour before the workers’ day", T),
    (ENGLISH, "the [old] harbour before the workers’ day", P),
    # Words put in may stand for as many, not for a whole clause.
    (ENGLISH, "shut the [old harbour] please, all of you", S),
    # What turns the meaning round may be neither left out nor put in alone.
    ("“We will not close the line.”", "We will [gladly] close the line", T),
    ("“We will not close the line.”", "We will … close the line", T),
    ("“We will not close the line.”", "We will [never] close the line", P),
    ("“We won’t ever close the line.”", "We […] close the line", T),
    ("“We will close the line.”", "We will [not] close the line", T),
    ("“We shall not wait. The harbour opens soon.”", "We shall … The harbour opens", P),
    ("«Мы никогда не закроем эту линию», — сказал он.", "Мы […] закроем эту линию", T),
    # Nor may it stand right before the quotation.
    ("“We will not close the old line.”", "close the old line", T),
    ("“They’ve never closed the old line.”", "closed the old line", T),
    ("“We won’t close the old line.”", "close the old line", T),
    ("“No. We will close the old line.”", "We will close the old line", P),
    ("“Tell us whether or not the old line will close.”", "the old line will close", P),
    ("«Мы не закроем эту старую линию», — сказал он.", "закроем эту старую линию", T),
    ("“他说，我们不会关闭这条旧的铁路线。”", "关闭这条旧的铁路线", T),
    ("„Wir werden nicht morgen die Linie schließen“, sagte er.", "morgen die Linie schließen", T),
    # What the source interrupts is no one quotation, however few words stand between.
    ("“We will stay here,” he said, “and we will work.”", "We will stay here and we will work", S),
    ("“We will stay here,” he said, “and we will work.”", "We will stay here … we will work", P),
    ("«Мы остаёмся здесь, — сказал он, — и работаем».", "Мы остаёмся здесь и работаем", S),
    ("“We will really stay here,” he said, “and work.”", "We will stay here", A),
    # A joiner is written as one, as a space, or not at all; ё mostly as е.
    (PERSIAN, "نمی‌خواهیم از این خانه‌ها برویم", P),
    (PERSIAN, "نمی خواهیم از این خانه ها برویم", P),
    (PERSIAN, "نمیخواهیم از این خانه ها برویم", P),
    (PERSIAN.replace("\u200c", " "), "نمی‌خواهیم از این خانه‌ها برویم", P),
    (PERSIAN, "نمی خواهیم از آن خانه ها برویم", A),
    ("«Всё ещё идёт дождь», — сказал он.", "Все еще идет дождь", P),
    ("«Все еще идет дождь», — сказал он.", "Всё ещё идёт дождь", P),
    # A conjunction that is written with its word may be left; vowel signs may not.
    (ARABIC, "سنكتب الرسالة كَتَبَ بها", P),
    (ARABIC, "الرسالة كَتَبَ بها الوزیر", P),
    (ARABIC, "الرسالة كُتِبَ بها الوزير", A),
    (ARABIC, "بها الوزير علي الورق", A),
    # The British press quotes in single marks, a record not at all.
    ("‘We shall see about the harbour,’ he said.", "We shall see about the harbour", P),
    ("I shall speak of the harbour today.", "I shall speak of the harbour", P),
    ("— Мы увидим гавань завтра утром, — сказал он.", "Мы увидим гавань завтра утром", P),
    # A quotation over two paragraphs has a second mark that opens.
    ("“We shall see.\n\n“Come back in the spring,” he said.", "We shall see. Come back in the", P),
]


@pytest.mark.parametrize(("text", "quote", "verdict"), TABLE, ids=[row[1] for row in TABLE])
def test_what_is_found(text: str, quote: str, verdict: Verdict) -> None:
    assert prove(Claim(quote=quote), Source(text), english=False).verdict is verdict


def test_what_is_left_out_and_put_in_is_counted() -> None:
    judgment = prove(
        Claim(quote="[So] don’t shut the […] harbour [of old] before … all of you"),
        Source(ENGLISH.replace("Don’t", "don’t")),
        english=False,
    )
    assert (judgment.verdict, judgment.omissions, judgment.insertions) == (P, 2, 3)


def test_two_spellings_of_a_name_are_one_speaker_and_a_spokesman_speaks_for_his_office() -> None:
    text = (
        "“We will keep the harbour open,” said Sergei Markov, a spokesman for the Harbour Office."
    )
    for speaker in ("Sergey Markow", "Harbour Office"):
        claim = Claim(quote="We will keep the harbour open", speaker=Person(names=(speaker,)))
        assert prove(claim, Source(text), english=True).verdict is P
    claim = Claim(quote="We will keep the harbour open", speaker=Person(names=("Ann Lee",)))
    judgment = prove(claim, Source(text), english=True)
    assert (judgment.verdict, judgment.heard) == (Verdict.SPEAKER, "Sergei Markov")

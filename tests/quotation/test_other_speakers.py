"""In a language that is not read for who speaks, another speaker is told of only where it is plain
that there is one."""

from __future__ import annotations

import pytest

from briefgen.quotation.names import Person
from briefgen.quotation.prove import Claim, prove
from briefgen.quotation.source import Source
from briefgen.quotation.verdict import Verdict

# Each text has a paragraph that names the speaker, so that his name is known to stand there.
RUSSIAN = "Мэр Павел Снегирёв принял водителей во вторник.\n\n"
PERSIAN = "شهردار بهمن آذرکیش روز سه‌شنبه سخن گفت.\n\n"
HEBREW = "ראש העיר גדעון רשף דיבר ביום שלישי.\n\n"
CHINESE = "镇长林若川星期二发表了讲话。\n\n"
MAYOR = {
    RUSSIAN: ("Павел Снегирёв", "Геннадий Лось", "Анна Ветлугина"),
    PERSIAN: ("بهمن آذرکیش", "داریوش نیک‌پی", "پریسا گلشنی"),
    HEBREW: ("גדעון רשף", "יוסף בן־חרוב", "תמר אלקנה"),
    CHINESE: ("林若川", "马春生", "高以宁"),
}
QUOTES = {
    RUSSIAN: "Мы откроем эту дорогу весной",
    PERSIAN: "ما این راه را در بهار باز می‌کنیم",
    HEBREW: "אנחנו נפתח את הדרך הזאת באביב",
    CHINESE: "我们会在春天开放这条路",
}
# What stands around the quotation, and whether another is plainly its speaker.
TABLE = [
    (RUSSIAN, "«{}», — сказал Лось.", "Геннадий Лось"),
    (RUSSIAN, "Лось ждал до вечера. «{}», — сказал он.", "Геннадий Лось"),
    (RUSSIAN, "«{}», — сказал он Лосю.", ""),
    (RUSSIAN, "«{}», — сказал он водителям. Лось промолчал.", ""),
    (RUSSIAN, "«{}», — пообещал мэр Ветлугиной.", ""),
    (RUSSIAN, "Ветлугина ждала до вечера. «{}», — сказал он.", ""),
    (RUSSIAN, "«{}», — сказали Лось и Ветлугина.", ""),
    (RUSSIAN, "После встречи с Лосем мэр повторил: «{}».", ""),
    (RUSSIAN, "Лось узнал об этом первым. «{}», — сказал мэр.", ""),
    (PERSIAN, "گلشنی گفت: «{}».", "پریسا گلشنی"),
    (PERSIAN, "به گلشنی گفت: «{}».", ""),
    (PERSIAN, "شهردار به خانم گلشنی گفت: «{}».", ""),
    (PERSIAN, "شهردار در پاسخ به نیک‌پی و گلشنی گفت: «{}».", ""),
    (PERSIAN, "گلشنی را دید و گفت: «{}».", ""),
    (HEBREW, "„{}”, אמרה אלקנה.", "תמר אלקנה"),
    (HEBREW, "„{}”, אמר לאלקנה.", ""),
    (HEBREW, "„{}”, אמר אחרי הפגישה עם אלקנה.", ""),
    (HEBREW, "„{}”, אמר הוא. אלקנה שתקה.", ""),
    (CHINESE, "高以宁说：“{}。”", "高以宁"),
    (CHINESE, "他对高以宁说：“{}。”", ""),
    (CHINESE, "镇长告诉高以宁：“{}。”", ""),
    (CHINESE, "“{}。”镇长没有回答高以宁的问题。", ""),
    (CHINESE, "马春生和高以宁说：“{}。”", ""),
]


@pytest.mark.parametrize(("head", "around", "heard"), TABLE, ids=[row[1] for row in TABLE])
def test_another_speaker_is_told_of_only_where_that_is_plain(
    head: str, around: str, heard: str
) -> None:
    speaker, *others = MAYOR[head]
    claim = Claim(
        quote=QUOTES[head],
        speaker=Person(names=(speaker,)),
        others=tuple(Person(names=(other,)) for other in others),
    )
    judgment = prove(claim, Source(head + around.format(QUOTES[head])), english=False)
    assert judgment.heard == heard
    assert judgment.verdict is (Verdict.SPEAKER if heard else Verdict.PROVEN)

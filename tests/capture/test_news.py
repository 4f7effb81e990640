"""Two made-up reports with more ways of saying who speaks. Where that cannot be told it is left
empty and flagged: a wrong name would be worse than none.
"""

from __future__ import annotations

from briefgen.quotation.paragraphs import paragraphs_of
from briefgen.quotation.speech.attribute import offer_statements

REPORT = """\
Fire closes mountain pass

Authorities closed the Salang Pass on Tuesday after a fuel truck caught fire, killing at least
three people, officials said.

“The tunnel is full of smoke and nobody can get in,” Abdul Rahman, the head of the provincial
traffic department, told The Associated Press by telephone.

Rahman said rescuers had pulled 14 people from the tunnel, but that it was “impossible to say
how many remain inside.”

The Ministry of Public Works blamed the driver. In a statement posted on Facebook, it said he
had been “driving at a reckless speed.”

But Gul Mohammad, 52, who survived the blaze, gave a different account. “There were no lights in
the tunnel. We have asked for lights for years,” he said, weeping.

His wife, Zarghona, was still missing on Tuesday evening. “I left her to look for water,”
Mohammad said. “When I came back there was only fire.”

Human Rights Watch called on the government to “publish the results of all safety inspections.”
Patricia Gossman, the group’s associate Asia director, described the tunnel as “a disaster
waiting to happen.”

“We warned them in 2018, and again in 2020,” she added.

Government spokesman Zabihullah Mujahid rejected the criticism, calling it “baseless and
political.” He promised that the tunnel would reopen “within days, God willing.”

Some drivers were less sure. “Days? It took them two years to fix the snow galleries,” joked one
trucker, who gave his name only as Hamid.

“If they don’t reopen it soon,” he said, “prices in Kabul will double.”

World Bank economists estimate that the road carries “more than a third” of the country’s
imports.

Asked whether compensation would be paid, Mujahid said: “This is being discussed. The emirate
will not forget the families.”

The U.N. mission in Kabul expressed its “deepest condolences,” and Deborah Lyons, the special
representative, wrote on Twitter that “no family should have to wait for answers.”
"""
SPEAKERS = [
    "Abdul Rahman",
    "Abdul Rahman",
    "Ministry of Public Works",
    "Gul Mohammad",
    "Gul Mohammad",
    "Gul Mohammad",
    "Human Rights Watch",
    "Patricia Gossman",
    "Patricia Gossman",
    "Zabihullah Mujahid",
    "Zabihullah Mujahid",
    "",  # a trucker, who gives only one name, and after the verb
    "",
    "",
    "World Bank economists",
    "Zabihullah Mujahid",
    "U.N. mission",
    "Deborah Lyons",
]


def test_a_report_names_its_speakers_or_nobody() -> None:
    offers = offer_statements(paragraphs_of(REPORT), english=True)
    assert [each.speaker.name for each in offers] == SPEAKERS
    assert [each.uncertain for each in offers] == [not name for name in SPEAKERS]


STRAIGHT = """\
Bank chief rules out early rate cut

The head of the central bank, Elvira Stone, ruled out an early cut in interest rates on
Thursday, saying inflation was "far from beaten."

"We have been here before," Stone told a news conference in Riga. "Each time, people declared
victory too soon."

Finance Minister Karl Berg has pressed for cheaper credit. In an interview with the Baltic Times
on Wednesday he called the current rate "a tax on young families".

Asked about those remarks, Stone smiled. "The minister has his job and I have mine," she said.

Markets had expected a softer tone. "This was a cold shower," said Peter Olsen, chief economist
at Nord Bank, who now sees no cut before spring.

Olsen's counterpart at Delta Capital, Maria Kalda, disagreed, arguing that the bank "always
sounds toughest right before it moves."

According to the bank's own forecast, prices will rise by 4 percent next year. The International
Monetary Fund, by contrast, warned last month of "a real risk of recession".

The opposition leader, Anna Liepa, wrote on her blog that the decision was "an insult to every
borrower in this country".

"Nobody asked the borrowers," she wrote. "Nobody ever does."

Berg declined to comment. His spokeswoman, Ilze Ozola, said only that the minister "respects the
independence of the bank".
"""
STRAIGHT_SPEAKERS = [
    "Elvira Stone",
    "Elvira Stone",
    "Elvira Stone",
    "Karl Berg",
    "Elvira Stone",
    "Peter Olsen",
    "Maria Kalda",
    "International Monetary Fund",
    "Anna Liepa",
    "Anna Liepa",
    "Anna Liepa",
    "Ilze Ozola",
]


def test_straight_marks_do_as_well() -> None:
    offers = offer_statements(paragraphs_of(STRAIGHT), english=True)
    assert [each.speaker.name for each in offers] == STRAIGHT_SPEAKERS

"""Who says what, in the ways in which news put it. A name stands for each quotation in turn; it is
empty where nobody is named.
"""

from __future__ import annotations

import pytest

from briefgen.quotation.paragraphs import paragraphs_of
from briefgen.quotation.speech.attribute import offer_statements

TABLE: list[tuple[str, list[str]]] = [
    (
        "“We are ready,” said Maria Lopez, the mayor of Quito. “Nobody will stop us.”",
        ["Maria Lopez", "Maria Lopez"],
    ),
    (
        (
            "Prime Minister Jacinda Ardern said: “We will go hard.” She added that it was "
            "“the only way forward”."
        ),
        ["Jacinda Ardern", "Jacinda Ardern"],
    ),
    (
        (
            "“It is a disgrace,” Mr. Smith told the BBC. “I said so.”\n\nHis lawyer, Anna "
            "Brown, disagreed. “That is not true at all,” she said."
        ),
        ["Smith", "Smith", "Anna Brown"],
    ),
    (
        (
            "John Carter met Anna Brown in Geneva. “We had a good talk,” Carter said. “Yes, "
            "we did indeed,” Brown replied."
        ),
        ["John Carter", "Anna Brown"],
    ),
    (
        (
            "According to Interior Minister Sarvar Danish, the attack was “the work of "
            "foreign hands”."
        ),
        ["Sarvar Danish"],
    ),
    (
        "The move was described as “a grave mistake” by former president Hamid Karzai.",
        ["Hamid Karzai"],
    ),
    (
        "RIA Novosti quoted Nikita Ishchenko as saying that “four cars were full”.",
        ["Nikita Ishchenko"],
    ),
    ("“Why did they leave?” asked Colonel General Alexander Lapin.", ["Alexander Lapin"]),
    (
        ("A senior official, who asked not to be named, said the talks were “going nowhere fast”."),
        [""],
    ),
    (
        (
            "White House press secretary Jen Psaki said on Tuesday that the president "
            "“stands by his decision”."
        ),
        ["Jen Psaki"],
    ),
    (
        (
            "The Kremlin said it was “deeply concerned” about the strikes. Spokesman Dmitry "
            "Peskov told reporters: “We are watching closely.”"
        ),
        ["Kremlin", "Dmitry Peskov"],
    ),
    ("Wang Yi: “We hope for peace in the region.”", ["Wang Yi"]),
    (
        (
            "While Smith said he was “not involved at all”, the prosecutor, Jane Roe, called "
            "him “the head of the ring”."
        ),
        ["Smith", "Jane Roe"],
    ),
    ("“I don't know,” he said.", [""]),
    (
        (
            "UN Secretary-General António Guterres urged all parties “to exercise utmost "
            "restraint”, saying that “the world is watching”."
        ),
        ["António Guterres", "António Guterres"],
    ),
    (
        (
            "Zhao Lijian, a spokesman for China’s Foreign Ministry, confirmed the visit. "
            "“The talks were frank,” he said at a briefing in Beijing."
        ),
        ["Zhao Lijian"],
    ),
    ("Critics say the plan is “doomed from the start”.", ["Critics"]),
    ("The book “The Great Game” was published in 1990.", [""]),
    (
        ("In a statement, the ministry said that “all measures were taken” to protect civilians."),
        ["ministry"],
    ),
    (
        (
            "“The situation is stable,” the ministry’s spokesman, Vladimir Zainetdinov, told "
            "Interfax on Friday."
        ),
        ["Vladimir Zainetdinov"],
    ),
    (
        (
            "“We shall see,” President Emmanuel Macron said in Paris, and Chancellor Angela "
            "Merkel replied that it was “too early to say”."
        ),
        ["Emmanuel Macron", "Angela Merkel"],
    ),
    (
        ("U.S. Secretary of State Antony Blinken told CNN that the mission “was successful”."),
        ["Antony Blinken"],
    ),
    (
        (
            "Ursula von der Leyen, the president of the European Commission, said Europe "
            "would “do its part”. Von der Leyen also called it “a moral duty”."
        ),
        ["Ursula von der Leyen", "Ursula von der Leyen"],
    ),
    ("“There was no deal,” the ambassador said.\n\n", [""]),
    (
        (
            "Speaking in Doha, Taliban spokesman Suhail Shaheen said that women “will be "
            "allowed to work”."
        ),
        ["Suhail Shaheen"],
    ),
    ("Asked about the money, Ghani said he had left “without a single coin”.", ["Ghani"]),
    ("Mohammed bin Salman said that “nobody wants war”.", ["Mohammed bin Salman"]),
    ("The minister did not say when. “Soon enough,” he told parliament.", [""]),
    (
        (
            "Last week President Joe Biden said he would withdraw. On Monday, Biden defended "
            "the move. “I stand squarely behind my decision,” he said."
        ),
        ["Joe Biden"],
    ),
    ("The Pentagon’s John Kirby said troops would “defend themselves”.", ["John Kirby"]),
    ("“We will not allow it,” said Shoigu, who is also an army general.", ["Shoigu"]),
    ("Dr. Jane Goodall, 87, said: “Hope is not passive.”", ["Jane Goodall"]),
    (
        'He said the law was "a bad joke", but Jones called it "the best thing in years".',
        ["", "Jones"],
    ),
    ("Smith, speaking to Reuters, said it was “a very good day”.", ["Smith"]),
    ("“This will not stand,” reads a letter signed by Peter Paul.", [""]),
    (
        (
            "Guterres has repeatedly warned that Afghanistan must “never again be used as a "
            "haven for terror”."
        ),
        ["Guterres"],
    ),
    (
        (
            "“They will leave,” says Ivan Petrov, a taxi driver. His neighbour Olga Ivanova "
            "is less sure: “Where would they go to?”"
        ),
        ["Ivan Petrov", "Olga Ivanova"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), TABLE)
def test_the_speaker_is_named(text: str, speakers: list[str]) -> None:
    offers = offer_statements(paragraphs_of(text), english=True)
    assert [each.speaker.name for each in offers] == speakers


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“We are ready,” said Maria Lopez, the mayor of Quito.", "mayor of Quito"),
        ("Embassy spokesman Ivan Petrov said it was “all very calm”.", "Embassy spokesman"),
        ("Ivan Petrov, who is tall, said it was “all very calm”.", ""),
        (
            "“All is calm here,” the French ambassador to Mali, Jean Dupont, said.",
            "French ambassador to Mali",
        ),
        ("On Monday, Jean Dupont said that “all is calm here”.", ""),
        ("A senior official said that “all is calm here”.", "senior official"),
    ],
)
def test_the_role_is_what_stands_beside_the_name(text: str, role: str) -> None:
    (offer,) = offer_statements(paragraphs_of(text), english=True)
    assert offer.speaker.role == role


@pytest.mark.parametrize(
    "text",
    [
        "RIA Novosti reported that Ivan Petrov said it was “all very calm”.",
        "Ivan Petrov was tired. “All is calm here.”",
        "The book “The Great Game” was published in 1990.",
        "“I don’t know that,” he said.",
        "Ivan Petrov said Olga Ivanova promised to “come back with the money”.",
    ],
)
def test_what_is_guessed_is_flagged(text: str) -> None:
    (offer,) = offer_statements(paragraphs_of(text), english=True)
    assert offer.uncertain

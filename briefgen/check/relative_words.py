"""Words for a day that only who knows the day of writing can tell, by language.

Each language has the words themselves and what makes them exact: a day with its month, which
stands beside them. Words that also mean something else are left out, for a false alarm costs more
than a word passed over.
"""

from __future__ import annotations

import functools
import re

_FLAGS = re.VERBOSE | re.IGNORECASE
_ISO = r"\d{4}-\d{2}(?:-\d{2})?|\d{1,2}\.\d{1,2}\.\d{2,4}"


class RelativeWords:
    """`words` finds them and `exact` finds a date. Each of the words holds one of the `anchors`,
    which lack a first letter that may be a capital. The patterns are compiled where a text has one:
    all of them together take 11 ms.
    """

    def __init__(self, anchors: str, words: str, months: str, days: str) -> None:
        self.anchors = tuple(anchors.split())
        self._words = words
        self._months = months
        self._days = days

    @functools.cached_property
    def words(self) -> re.Pattern[str]:
        """The words themselves."""
        return re.compile(rf"(?<![\w\-])(?:{self._words})(?![\w\-])", _FLAGS)

    @functools.cached_property
    def exact(self) -> re.Pattern[str]:
        """A day, a month of a year, or a year."""
        month = rf"(?:{self._months})"
        return re.compile(
            rf"\b(?:{_ISO}|{self._days}\s+{month}|{month}\s+\d{{1,4}}|{month},?\s+\d{{4}}|(?:19|20)\d\d)\b",
            _FLAGS,
        )

    def find(self, text: str) -> list[re.Match[str]]:
        """The words in a text, in order. The pattern is tried around anchors only: over all of a
        text it costs as much as a third of its Markdown.
        """
        found: dict[int, re.Match[str]] = {}
        for anchor in self.anchors:
            at = text.find(anchor)
            while at >= 0:
                around = self.words.finditer(text, max(at - AROUND, 0), at + AROUND)
                found.update((each.start(), each) for each in around)
                at = text.find(anchor, at + 1)
        return [found[start] for start in sorted(found)]


# No expression is longer, in characters, with the blanks that a line's indentation may bring.
AROUND = 60


_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NUMBER = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
ENGLISH = RelativeWords(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday esterday today omorrow onight week"
    " month year morning afternoon evening night spring summer autumn fall winter ago",
    # “Today” with a capital, as in USA Today, may be a name; Friday prayers are held every week;
    # shops are open from Monday to Friday; the last week of July is a date.
    rf"""
      (?:(?:late|early|later|earlier|only)\s+)?(?:on|by|until|till|since|before|after|from)\s+
        (?:last\s+|this\s+|next\s+)?(?-i:{_DAY})
        (?!\s+(?:prayers?|(?-i:[A-Z])|(?:to|through|until)\s+(?-i:{_DAY})))
    | (?:said|says|told\s+\w+|announced|reported|claimed|confirmed|wrote)\s+
        (?-i:{_DAY})(?!\s+(?-i:[A-Z]))
    | (?:last|this|next|late|early)\s+(?-i:{_DAY})(?!\s+(?:prayers?|(?-i:[A-Z])))
    | (?<!\bthe\s)(?:last|next)\s+(?:night|week|weekend|month|year|spring|summer|autumn|fall|winter)
    | (?:earlier|later)\s+(?:today|(?:this|next)\s+(?:week|month|year))
    | this\s+(?:morning|afternoon|evening|week|weekend|month|year|spring|summer|autumn|winter)
    | (?-i:yesterday|tomorrow|tonight|Yesterday|Tomorrow|Tonight)
    | (?-i:today)
    | {_NUMBER}\s+(?:day|week|month)s?\s+ago | (?:a|one|two|three)\s+years?\s+ago
    """,
    r"Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?",
    r"\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?",
)
_JOUR = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
FRENCH = RelativeWords(
    "undi ardi ercredi eudi endredi amedi imanche ier emain ujourd matin soir mois midi semaine"
    " nuit année ’an 'an",
    rf"""
      (?<!\ble\s)(?<!\bles\s)(?<!\bchaque\s)(?<!\btous\s)(?-i:{_JOUR})(?!\s+(?:noir|saint)\b)
    | (?:avant-)?hier | (?:après-)?demain | aujourd[’']hui
    | ce\s+(?:matin|soir|mois) | cet\s+après-midi | cette\s+(?:semaine|nuit|année)
    | la\s+(?:semaine|nuit)\s+(?:dernière|prochaine)
    | le\s+mois\s+(?:dernier|prochain)
    | l[’']an(?:née)?\s+(?:dernier|dernière|prochain|prochaine)
    """,
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    r"\d{1,2}(?:er)?",
)
RUSSIAN = RelativeWords(
    "чера автра егодня понедельник вторник четверг пятниц суббот воскресен неделе месяце году",
    # “В среду” is also “into the environment”, so it is passed over.
    r"""
      (?:в|до|с|к|после)\s+(?:понедельника?|четверга?|пятниц[уы]|суббот[уы]|воскресень[ея])
    | во\s+вторник
    | (?:поза)?вчера | (?:после)?завтра | сегодня
    | на\s+(?:прошлой|этой|следующей)\s+неделе
    | в\s+(?:прошлом|следующем|этом)\s+(?:месяце|году)
    """,
    r"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    r"\d{1,2}",
)
BY_LANGUAGE = {"en": ENGLISH, "fr": FRENCH, "ru": RUSSIAN}

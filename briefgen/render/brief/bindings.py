"""Words that belong together stay on one line: a no-break space takes the place of the space.

Day and month, number and unit, *No.* and number, initial and name, and a short last word of a
paragraph with the one before it. The layout program cannot do this; authors should not have to.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from babel.core import Locale, UnknownLocaleError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NO_BREAK = "\u00a0"

# Elements whose text is no prose, and such as are set as they are.
LEFT_ALONE = {"head", "pre", "code", "svg", "script", "style", "title"}

# Where a last word may stand alone on a line; titles are bound by the theme.
PARAGRAPHS = {"p", "li", "dd", "blockquote", "figcaption"}

SYMBOLS = ("km", "m", "cm", "mm", "kg", "g", "t", "ha", "km²", "m²", "°C", "%", "‰", "€", "$", "£")
UNITS = {
    "en": (
        "thousand",
        "million",
        "billion",
        "trillion",
        "percent",
        "per cent",
        "kilometres",
        "miles",
    ),
    "de": ("Tausend", "Millionen", "Milliarden", "Mio.", "Mrd.", "Prozent", "Kilometer"),
    "fr": ("mille", "millions", "milliards", "kilomètres", "pour cent"),
    "ru": ("тыс.", "тысяч", "млн", "миллионов", "млрд", "миллиардов", "км", "кг", "м", "процентов"),
    "fa": ("هزار", "میلیون", "میلیارد", "درصد", "کیلومتر"),
}
BEFORE_NUMBERS = (
    "No.",
    "Nos.",
    "Nr.",
    "№",
    "p.",
    "pp.",
    "vol.",
    "Art.",
    "art.",
    "fig.",
    "ст.",
    "п.",
)

INITIAL = re.compile(r"(?<![^\W\d_])([^\W\d_]\.) (?=[^\W\d_]{2})")

LONGEST_LAST = 5  # characters of a last word that looks lost on a line of its own
FEWEST_WORDS = 8  # of a paragraph that takes more than a line


def bind_words(root: Element, language: str) -> None:
    """Bind words in all text below `root`, which is in `language` where nothing else is stated."""
    stack = [(root, language)]
    while stack:
        element, outer = stack.pop()
        inner = element.get("lang", outer)
        if element.tag not in LEFT_ALONE:
            if element.text:
                element.text = bound(element.text, inner)
            stack.extend((child, inner) for child in element)
            if element.tag in PARAGRAPHS:
                bind_last(element)
        if element.tail:
            element.tail = bound(element.tail, outer)


def bound(text: str, language: str) -> str:
    """The text with its words bound."""
    if " " not in text:
        return text
    if any(map(str.isdigit, text)):
        text = numbers(language.partition("-")[0]).sub(keep, text)
    return INITIAL.sub(f"\\1{NO_BREAK}", text) if "." in text else text


def keep(match: re.Match[str]) -> str:
    """What was found, without a place to break."""
    return match[0].replace(" ", NO_BREAK)


@functools.lru_cache(maxsize=64)
def numbers(language: str) -> re.Pattern[str]:
    """Numbers with what belongs to them, in a language."""
    names = "|".join(map(re.escape, sorted(months(language), key=len, reverse=True)))
    units = "|".join(map(re.escape, (*UNITS.get(language, ()), *SYMBOLS)))
    before = "|".join(map(re.escape, BEFORE_NUMBERS))
    parts = (
        rf"(?<!\w)(?:{before}) (?=\d)",
        rf"\d (?=(?:{units})(?!\w))",
        *(
            (rf"(?<!\d)\d{{1,2}}\.? (?:{names})(?!\w)", rf"(?<!\w)(?:{names}) \d{{1,2}}(?!\d)")
            if names
            else ()
        ),
    )
    return re.compile("|".join(parts))


def months(language: str) -> set[str]:
    """The names of months, as they stand beside a day and by themselves."""
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return set()
    return {
        name
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in locale.months[form][width].values()
        if not name.isdigit()
    }


def bind_last(element: Element) -> None:
    """Bind the last word of a paragraph to the one before it, if it is short. A paragraph that ends
    in an element of its own is left as it is.
    """
    last = element[-1].tail if len(element) else element.text
    words = (last or "").rstrip().rsplit(" ", 1)
    whole = "".join(element.itertext()).split()
    if len(words) < 2 or not words[0] or len(words[1]) > LONGEST_LAST or len(whole) < FEWEST_WORDS:  # noqa: PLR2004  two words
        return
    text = NO_BREAK.join(words)
    if len(element):
        element[-1].tail = text
    else:
        element.text = text

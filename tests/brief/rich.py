"""A packet with every kind of content, built by the real program: four scripts in both directions,
tables, footnotes, pictures, internal passages, judgments, disputes and corrections.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from tests.harness import SiteFolder

# The Universal Declaration of Human Rights, article 1, in the official translations.
FIRST = {
    "fa": "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند. همه دارای عقل "
    "و وجدان هستند و باید نسبت به یکدیگر با روح برادری رفتار کنند.",
    "ru": "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены "
    "разумом и совестью и должны поступать в отношении друг друга в духе братства.",
    "el": "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα. "
    "Είναι προικισμένοι με λογική και συνείδηση, και οφείλουν να συμπεριφέρονται μεταξύ τους με "
    "πνεύμα αδελφοσύνης.",
    "he": "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם. כולם חוננו בתבונה ובמצפון, לפיכך "
    "חובה עליהם לנהוג איש ברעהו ברוח של אחווה.",
    "en": "All human beings are born free and equal in dignity and rights. They are endowed with "
    "reason and conscience and should act towards one another in a spirit of brotherhood.",
}
NAMES = {"fa": "persian", "ru": "russian", "el": "greek", "he": "hebrew"}
TITLES = {
    "fa": "اعلامیهٔ جهانی حقوق بشر",
    "ru": "Всеобщая декларация прав человека",
    "el": "Οικουμενική Διακήρυξη για τα Ανθρώπινα Δικαιώματα",
    "he": "הכרזה לכל באי עולם בדבר זכויות האדם",
}
EVERYTHING = """\
## What was agreed

The first article was adopted in Paris.[^when] It speaks of everybody.[^who]

[^when]: On 10 December 1948, in the Palais de Chaillot.
[^who]: In Russian: [Все люди]{lang=ru}.

| | For | Abstaining |
|---|---:|---:|
| The Assembly | 48 | 8 |
| Absent | 2 | |

![A grey field](../media/grey.png "The field, of one colour.")

### In other words

- One thing is said of all.
- Another follows from it:
    1. reason,
    2. conscience.

> All human beings are born free.

The Greek word is [αξιοπρέπεια]{lang=el}; see [the Persian text](persian.md) and
[the United Nations](https://www.un.org/en/about-us/universal-declaration-of-human-rights).

::: internal
Seen by the desk alone.
:::

::: note
A note of its author.
:::
"""
PACKET = """\
---
title: Four languages, one article
date: 2021-08-17
number: 7
tlp: AMBER+STRICT
marking: Not for the press
bluf: The text says the same in each language.
compiler: the desk
cutoff: 2021-08-16
key_judgments:
  - {text: The text will stand., likelihood: very likely, confidence: high, articles: [everything]}
gaps: [Who wrote which sentence.]
watch: [Whether a translation is changed.]
corrections: [{date: 2021-08-20, kind: correction, note: A word was left out.}]
pdf: {attach: [json, csl-json]}
sections:
  - {title: From left to right, note: Three of them., articles: [everything, russian, greek]}
  - {title: From right to left, articles: [persian, hebrew]}
---
The note of the editor.
"""


# The same packet in each form, and in a language that runs from right to left.
PACKETS = {
    "four": {},
    "continuous": {"pdf: {": "pdf: {form: continuous, "},
    "morning": {"pdf: {": "pdf: {form: morning, "},
    "farsi": {
        "number: 7": "number: 8\nlang: fa",
        "title: Four languages, one article": f"title: {TITLES['fa']}",
        "bluf: The text says the same in each language.": f"bluf: {FIRST['fa']}",
        "title: From right to left": "title: از راست به چپ",
        "title: From left to right, note: Three of them.": "title: از چپ به راست",
        "The note of the editor.": FIRST["fa"],
    },
}


def rich_site(root: Path) -> SiteFolder:
    """The project, not built yet. Its internal audience is `desk`."""
    site = SiteFolder(root, theme="default")
    (site.root / "content/media").mkdir(parents=True)
    Image.new("RGB", (1200, 500), "#b0b0b0").save(site.root / "content/media/grey.png")
    site.article(
        "everything",
        title="The Assembly speaks for everybody",
        summary="What the first article says, and how it was adopted.",
        body=EVERYTHING,
        more=EVERYTHING_MORE,
    )
    for lang, slug in NAMES.items():
        site.article(
            slug,
            title=TITLES[lang],
            summary=FIRST[lang],
            body="\n\n".join([FIRST[lang]] * 3),
            more=MORE.format(lang=lang, words=FIRST[lang], english=FIRST["en"]),
        )
    for slug, changes in PACKETS.items():
        text = PACKET
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        site.write(f"content/packets/{slug}.md", text)
    return site


EVERYTHING_MORE = """\
lang: en
image: grey.png
image_alt: A grey field
image_credit: Drawn for this packet
key_points: [It was adopted in Paris., Eight abstained.]
relevance: Everybody is meant.
assessment: It will be quoted for long.
internal: {source: An archive}
events:
  - {date: 1948-12-10, what: The Assembly adopts the declaration., where: Paris}
  - {date: 1948-09/1948-12, what: The committee sits., where: Paris}
disputes: [{article: russian, note: The wording differs.}]
corrections: [{date: 2021-08-18, kind: clarification, note: The vote is named.}]
"""
MORE = """\
lang: {lang}
key_points:
  - {words}
statements:
  - speaker: The Assembly
    quote: {words}
    lang: {lang}
    translation: {english}
    date: 1948-12-10
"""

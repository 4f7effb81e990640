"""A small site with a page of each kind, and much of what can stand on one; in English, or in
Persian, which runs from right to left.
"""

from __future__ import annotations

from pathlib import Path

from tests.harness import SiteFolder

# The kinds of page that a reader can meet.
PAGES = (
    "index.html",
    "packets/index.html",
    "packets/week.html",
    "articles/talks.html",
    "articles/denial.html",
    "articles/gone.html",
    "archive/index.html",
    "corrections/index.html",
    "people/index.html",
    "people/speaker.html",
    "places/index.html",
    "topics/index.html",
    "statements/index.html",
    "timeline/index.html",
    "search/index.html",
    "about.html",
    "404.html",
)
SETTINGS = """\
title: {desk}
tagline: {tagline}
base_url: {base}
language: {language}
timezone: UTC
theme: {theme}
default_tlp: CLEAR
withdrawn: tombstone
"""
ENTITIES = """\
people:
  - name: {speaker}
    slug: speaker
    aliases: [A. Speaker]
    description: {role}
places:
  - name: {harbour}
    slug: harbour
topics:
  - name: {trade}
    slug: trade
"""
TALKS = """\
---
title: {talks}
date: 2021-08-16
summary: {summary}
source:
  title: A report from the harbour
  publisher: The Gazette
  published: 2021-08-16
  url: https://example.org/talks
  language: en
  rating: B2
statements:
  - speaker: {speaker}
    role: {role}
    quote: The ships will sail at dawn
    lang: en
    date: 2021-08-16
events:
  - {{date: 2021-08-16, what: "{talks}", where: {harbour}}}
  - {{date: 2021-09~, what: "{later}"}}
places: [{harbour}]
topics: [{trade}]
key_points: ["{point}"]
relevance: {summary}
assessment: {later}
corrections:
  - {{date: 2021-08-18, kind: correction, note: "{note}"}}
---
## {harbour}

{summary} [{desk}](https://example.org/){{lang=en}} and a note.[^1]

| {harbour} | {trade} |
|---|---|
| 1 | 2 |

> {point}

[^1]: {note}
"""
DENIAL = """\
---
title: {denial}
date: 2021-08-17
summary: {note}
source: {{title: A denial, publisher: The Courier, published: 2021-08-17, rating: F6}}
people: [{speaker}]
disputes:
  - {{article: talks, quote: The ships will sail at dawn, note: "{note}"}}
---
{note}
"""
GONE = """\
---
title: {gone}
date: 2021-08-15
status: withdrawn
summary: {note}
source: {{title: Gone, publisher: The Gazette}}
corrections:
  - {{date: 2021-08-18, kind: retraction, note: "{note}"}}
---
{note}
"""
WEEK = """\
---
title: {week}
date: 2021-08-17
number: 1
bluf: {summary}
key_judgments:
  - {{text: "{point}", likelihood: likely, confidence: low, articles: [talks], dissent: "{later}"}}
sections:
  - {{title: "{trade}", note: "{note}", articles: [talks, {{article: denial, note: "{note}"}}]}}
gaps: ["{later}"]
watch: ["{later}"]
---
{note}
"""
ENGLISH = {
    "language": "en",
    "desk": "Harbour Desk",
    "tagline": "What the harbour says",
    "speaker": "Ada Marsh",
    "role": "harbour master",
    "harbour": "North Harbour",
    "trade": "Trade",
    "talks": "Talks end without a word",
    "summary": "Two days of talks brought no agreement.",
    "later": "A second round is planned",
    "point": "Ships may sail without a permit this year.",
    "denial": "The office denies it",
    "gone": "A report that was withdrawn",
    "note": "The day was wrong.",
    "week": "The week in the harbour",
}
PERSIAN = {
    "language": "fa",
    "desk": "میز بندر",
    "tagline": "آنچه بندر می‌گوید",
    "speaker": "آدا مارش",
    "role": "رئیس بندر",
    "harbour": "بندر شمالی",
    "trade": "بازرگانی",
    "talks": "گفت‌وگوها بی‌نتیجه پایان یافت",
    "summary": "دو روز گفت‌وگو به توافق نرسید.",
    "later": "دور دوم برنامه‌ریزی شده است",
    "point": "شاید کشتی‌ها امسال بی‌پروانه حرکت کنند.",
    "denial": "اداره آن را رد می‌کند",
    "gone": "گزارشی که برداشته شد",
    "note": "روز نادرست بود.",
    "week": "هفته در بندر",
}


def house(root: Path, words: dict[str, str], *, theme: str, base: str) -> SiteFolder:
    """The project, not built yet."""
    site = SiteFolder(root, theme=theme)
    filled = {**words, "theme": theme, "base": base}
    for path, text in (
        ("briefgen.yaml", SETTINGS),
        ("content/entities.yaml", ENTITIES),
        ("content/articles/talks.md", TALKS),
        ("content/articles/denial.md", DENIAL),
        ("content/articles/gone.md", GONE),
        ("content/packets/week.md", WEEK),
        ("content/pages/about.md", "---\ntitle: {desk}\nsummary: {tagline}\n---\n{summary}\n"),
    ):
        site.write(path, text.format(**filled))
    return site

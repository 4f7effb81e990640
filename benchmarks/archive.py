"""A realistic archive of any size, the same for the same seed: what all contenders build."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from pathlib import Path

from benchmarks.words import Words

TOPICS, PLACES, PEOPLE, ORGANIZATIONS, PUBLISHERS = 40, 25, 400, 30, 60
IN_A_PACKET = 20
# Every 21st article is in no packet: it can be deleted without leaving a gap in one.
_STRIDE = IN_A_PACKET + 1
_FIRST = datetime.date(2012, 1, 2)
_LAST = datetime.date(2021, 12, 30)
SITE = {"title": "The Archive", "url": "https://example.org/archive/"}


@dataclass(frozen=True)
class Terms:
    """The names that articles refer to; the first of each are used most."""

    topics: list[str]
    places: list[str]
    people: list[str]
    organizations: list[str]
    publishers: list[str]


@dataclass(frozen=True)
class Archive:
    """What was written: the files of articles and packets, oldest first, from the archive's
    root, those of articles that are in no packet, the terms, and where the text goes on."""

    root: Path
    articles: list[str]
    packets: list[str]
    loose: list[str]
    terms: Terms
    words: Words


def write_archive(root: Path, size: int, seed: int = 1) -> Archive:
    """Write `size` articles, a packet for each twenty, and pages, below `root`."""
    words = Words(seed)
    terms = Terms(
        topics=[words.name() for _ in range(TOPICS)],
        places=[words.name() for _ in range(PLACES)],
        people=[words.name() for _ in range(PEOPLE)],
        organizations=[words.name() for _ in range(ORGANIZATIONS)],
        publishers=[words.name() for _ in range(PUBLISHERS)],
    )
    days = (_LAST - _FIRST).days
    articles: list[str] = []
    slugs: list[str] = []
    for number in range(size):
        day = _FIRST + datetime.timedelta(days=number * days // size)
        slug = f"{'-'.join(words.words(3))}-{number}"
        path = f"content/articles/{day:%Y}/{day}-{slug}.md"
        _write(root / path, article_text(words, terms, slug, day))
        articles.append(path)
        slugs.append(slug)
    packets = [
        _packet(root, words, number, slugs[at : at + IN_A_PACKET], articles[at])
        for number, at in enumerate(range(0, size, _STRIDE), 1)
    ]
    _write(root / "content/pages/about.md", f"---\ntitle: About\n---\n{words.paragraph(120)}\n")
    return Archive(
        root=root,
        articles=articles,
        packets=packets,
        loose=articles[IN_A_PACKET::_STRIDE],
        terms=terms,
        words=words,
    )


def article_text(words: Words, terms: Terms, slug: str, day: datetime.date | str) -> str:
    """An article with every kind of field that is common in archives."""
    choice = words.random
    people = _some(words, terms.people, 3)
    publisher = _some(words, terms.publishers, 1)[0]
    lines = [
        f"title: {words.phrase(choice.randint(6, 11))}",
        f"slug: {slug}",
        f"date: {day}",
        f"summary: {words.sentence(22, 40)}",
        "key_points:",
        *(f"  - {words.sentence()}" for _ in range(choice.randint(2, 5))),
        "source:",
        f"  title: {words.phrase(9)}",
        f"  publisher: {publisher}",
        f"  author: [{words.name()}]",
        f"  published: {day}",
        f"  url: https://example.com/{slug}",
        f"  rating: {choice.choice('ABCF')}{choice.choice('1236')}",
        # Peers make lists of publishers from this.
        f"x_publishers: [{publisher}]",
        "statements:",
    ]
    for person in people[: choice.randint(1, 3)]:
        lines += [f"  - speaker: {person}", f"    quote: {words.sentence(10, 24)}"]
        lines += [f"    date: {day}"]
    lines += ["events:", f"  - date: {day}", f"    what: {words.sentence(6, 12)}"]
    lines += [f"people: [{', '.join(people)}]"]
    lines += [f"organizations: [{_some(words, terms.organizations, 1)[0]}]"]
    lines += [f"places: [{', '.join(_some(words, terms.places, 2))}]"]
    lines += [f"topics: [{', '.join(_some(words, terms.topics, 3))}]"]
    return "\n".join(("---", *lines, "---", body_text(words), ""))


def body_text(words: Words) -> str:
    """Between 250 and 500 words of Markdown."""
    left = words.random.randint(250, 480)
    blocks: list[str] = []
    while left > 0:
        text = words.paragraph(min(left, words.random.randint(40, 90)))
        left -= text.count(" ") + 1
        blocks.append(_adorned(words, text))
    blocks.insert(len(blocks) // 2, f"## {words.phrase(4)}")
    blocks.append("\n".join(f"- {words.sentence()}" for _ in range(3)))
    return "\n\n".join(blocks)


def _adorned(words: Words, text: str) -> str:
    parts = text.split(" ")
    for mark in ("*{}*", "**{}**", "[{}](https://example.com/more)"):
        at = words.random.randrange(len(parts))
        if parts[at].isalpha():
            parts[at] = mark.format(parts[at])
    return " ".join(parts)


def _some(words: Words, names: list[str], count: int) -> list[str]:
    """Different names, the first ones more often: the busiest is in every few articles."""
    weights = [1 / (rank + 2) for rank in range(len(names))]
    found: dict[str, None] = {}
    while len(found) < count:
        found[words.random.choices(names, weights)[0]] = None
    return list(found)


def _packet(root: Path, words: Words, number: int, slugs: list[str], first: str) -> str:
    day = Path(first).name[:10]
    half = len(slugs) // 2
    lines = [f"title: {words.phrase(6)}", f"slug: packet-{number}", f"date: {day}"]
    lines += ["series: weekly", f"number: {number}", f"bluf: {words.sentence(18, 30)}"]
    lines += ["key_judgments:"]
    lines += [
        f"  - {{text: {json.dumps(words.sentence())}, likelihood: likely, articles: [{slugs[0]}]}}"
    ]
    lines += ["sections:"]
    for part in (slugs[:half], slugs[half:]):
        if part:
            lines += [f"  - title: {words.phrase(3)}", f"    articles: [{', '.join(part)}]"]
    path = f"content/packets/{number:05}.md"
    _write(root / path, "\n".join(("---", *lines, "---", words.paragraph(90), "")))
    return path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

"""What it costs to prove quotations, beside what it costs to render the Markdown of the same
articles, in the same run: `python -m benchmarks.quotations [--articles 2000] [--rounds 5]`.

Each article has one to three statements and three quoted spans in its text, and a snapshot of about
six hundred words in which they stand, with who says them put in four ways: after the quotation and
before it, by name and by “he”. One article in two hundred has a quotation that is wrong. Counted to
the proof: folding the snapshot, looking for all quotations, and finding what is quoted in the
article while it is read.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import random
import statistics
import time
from typing import NamedTuple

from benchmarks.archive import Terms, article_text
from benchmarks.words import Words
from briefgen.check.fair_use.measure import measure_article
from briefgen.check.quotations.given import Given
from briefgen.check.quotations.proof import prove_article
from briefgen.model.item import Kind
from briefgen.model.marks import Marks
from briefgen.model.proof import Proof
from briefgen.quotation.source import Source
from briefgen.read.findings import Findings
from briefgen.read.front import split_front
from briefgen.read.item import read_item
from briefgen.read.markdown.text import Place, render_text
from briefgen.read.quoted import quoted_fields
from briefgen.read.reading import Reading

ALLOWED = 0.3  # of the Markdown time, by the figures of the design
WRONG = 200
SNAPSHOT_WORDS = 600
READING = Reading()
STRAIGHT = str.maketrans("“”’", '""\'')


class Piece(NamedTuple):
    """An article as written, and its snapshot."""

    article: str
    snapshot: str


class Prepared(NamedTuple):
    """An article that was read, with what its text is rendered from."""

    front: str
    body: str
    article: Given
    marks: Marks
    snapshot: bytes


class Times(NamedTuple):
    """Seconds for all articles. `reading` is what the rendering of Markdown takes longer where it
    tells what is quoted, and the same of the front matter.
    """

    markdown: float
    reading: float
    folding: float
    proving: float
    fair_use: float

    @property
    def ratio(self) -> float:
        return (self.reading + self.folding + self.proving) / self.markdown


def make(number: int, words: Words, terms: Terms) -> Piece:
    """One article with a snapshot in which its quotations stand."""
    choice = words.random
    day = datetime.date(2021, 1, 1) + datetime.timedelta(days=number % 365)
    text = article_text(words, terms, f"article-{number}", day)
    text = text.replace(" is ", " isn’t ") if choice.randrange(2) else text
    head, front, body = text.split("---\n", 2)
    paragraphs: list[str] = [words.phrase(8)]
    speaker = ""
    lines = front.splitlines()
    for line in lines:
        name, _, value = line.strip().removeprefix("- ").partition(": ")
        if name == "speaker":
            speaker = value
        elif name == "quote":
            paragraphs += [words.paragraph(50), said(value.rstrip("."), speaker, choice)]
    for _ in range(3):
        span = words.sentence(6, 14).rstrip(".")
        paragraphs += [words.paragraph(40), said(span, speaker, choice)]
        if choice.randrange(10) == 0:
            first, _, _, rest = span.split(" ", 3)
            span = f"{first} […] {rest}"
        body += f"\nThe speaker called it “{span}” and went on.\n"
    if choice.randrange(WRONG) == 0:
        body = body.replace("and went on", "and “never said a word of it” went on", 1)
    while sum(each.count(" ") + 1 for each in paragraphs) < SNAPSHOT_WORDS:
        paragraphs.append(words.paragraph(60))
    front = front.replace("source:\n", "source:\n  language: en\n  snapshot: s.txt\n", 1)
    snapshot = "\n\n".join(paragraphs) + "\n"
    if choice.randrange(2):
        snapshot = snapshot.translate(STRAIGHT)
    return Piece(f"{head}---\n{front}---\n{body}", snapshot)


def said(quote: str, speaker: str, choice: random.Random) -> str:
    """A paragraph in which somebody says it."""
    last = speaker.rpartition(" ")[2]
    return choice.choice(
        (
            f"“{quote},” {last} said.",
            f"“{quote},” said {speaker} on Monday.",
            f"{speaker} told reporters: “{quote}.”",
            f"{last} was not convinced. “{quote},” he said.",
        )
    )


def prepare(piece: Piece) -> Prepared:
    """Read an article."""
    parts = split_front(piece.article, Findings("a.md"))
    item = read_item(Kind.ARTICLE, "a.md", piece.article.encode(), READING)
    if parts is None or item.face is None or item.body is None:
        raise ValueError(item.diagnostics)
    given = Given(face=item.face.keys, body=item.body, language="en")  # type: ignore[arg-type]
    return Prepared(parts.keys, parts.body, given, item.body.marks, piece.snapshot.encode())


def measure(prepared: list[Prepared]) -> tuple[Times, list[Proof]]:
    """Render and prove them all once: one thing after another, as a build does. Rendering with and
    without telling what is quoted takes turns, so that both meet the same machine.
    """
    findings = Findings("a.md")
    plain = Place(path="a.md", first_line=1, prefix="a", language="en")
    markdown = quoting = folding = proving = 0.0
    proofs: list[Proof] = []
    sources: list[Source] = []
    clock = time.process_time
    for each in prepared:
        began = clock()
        render_text(each.body, plain, READING, findings)
        rendered = clock()
        render_text(each.body, plain._replace(quoting=True), READING, findings)
        markdown += rendered - began
        quoting += clock() - rendered
    began = clock()
    for each in prepared:
        face, body = each.article.face, each.article.body.keys
        tuple(quoted_fields(face, body, each.front, each.marks))
    gathering = clock() - began
    for number, each in enumerate(prepared):
        began = clock()
        sha256 = hashlib.sha256(each.snapshot).hexdigest()
        source = Source(each.snapshot.decode("utf-8-sig", "replace"))
        folded = clock()
        proofs.append(prove_article(each.article, source, str(number), sha256))
        folding += folded - began
        proving += clock() - folded
        sources.append(source)
    began = clock()
    for each, source in zip(prepared, sources, strict=True):
        measure_article(each.article, source)
    fair_use = clock() - began
    # What two runs of the same differ by may be less than nothing.
    return Times(markdown, quoting - markdown + gathering, folding, proving, fair_use), proofs


def main() -> None:
    """Make the articles, measure them, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    words = Words(1)
    names = [[words.name() for _ in range(size)] for size in (40, 25, 400, 30, 60)]
    terms = Terms(*names)
    prepared = [prepare(make(number, words, terms)) for number in range(given.articles)]
    measure(prepared[:50])
    rounds: list[Times] = []
    proofs: list[Proof] = []
    for _ in range(given.rounds):
        times, proofs = measure(prepared)
        rounds.append(times)
    checked, proven = sum(p.checked for p in proofs), sum(p.proven for p in proofs)
    told = sum(len(each.problems) for each in proofs)
    print(f"{given.articles:,} articles, {checked:,} quotations, {proven:,} proven, {told:,} told")
    for name in Times._fields:
        each = [getattr(times, name) / given.articles * 1_000 for times in rounds]
        low, high = min(each), max(each)
        print(f"{name:10} {statistics.median(each):7.3f} ms an article ({low:.3f} to {high:.3f})")
    ratios = [times.ratio for times in rounds]
    ratio = statistics.median(ratios)
    verdict = "reached" if ratio <= ALLOWED else "NOT reached"
    print(
        f"proof      {ratio:7.3f} of the Markdown time ({min(ratios):.3f} to {max(ratios):.3f}); "
        f"at most {ALLOWED} is {verdict}"
    )


if __name__ == "__main__":
    main()

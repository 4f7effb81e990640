"""A packet of many items of all lengths, in which every word says where it belongs.

A word such as `p3x2x17` is the seventeenth of the second paragraph of the third item; `k` is a key
point, `h` a heading, `s` the source, `a` the assessment, `q` a quotation, `e` an event, `r` a row
of a table. So a test knows from the words of a page what stands on it, whatever it looks like.
"""

from __future__ import annotations

import random
import re
from typing import NamedTuple

import msgspec
import pymupdf

from briefgen.model.packet import BriefOptions, Form, Paper
from briefgen.plan.views.brief import BriefItem, BriefSection
from briefgen.plan.views.pages import ArticleContent, ArticleView, PacketContent
from briefgen.plan.views.parts import EventView, Ref, StatementView
from briefgen.render.brief.job import BriefJob, BriefResult
from tests.brief.sample import PACKET, STATIC, Bodies, article, day, html_of, sample_view

TOKEN = re.compile(r"([a-z])(\d+)x(\d+)(?:x(\d+))?")
ITEMS = 7


class Line(NamedTuple):
    """A line of text: its baseline and size in points, the words that say where they belong."""

    y: float
    size: float
    words: tuple[tuple[str, int, int], ...]
    text: str


def words(kind: str, item: int, part: int, count: int) -> str:
    """So many words of one part of an item."""
    return " ".join(f"{kind}{item}x{part}x{n}" for n in range(count))


def table(item: int, rows: int) -> str:
    """A table with a head."""
    body = "".join(f"<tr><td>r{item}x{n}</td><td>r{item}x{n}</td></tr>" for n in range(rows))
    head = f"<thead><tr><th>t{item}x0</th><th>t{item}x1</th></tr></thead>"
    return f"<table>{head}<tbody>{body}</tbody></table>"


def one_item(number: int, chance: random.Random) -> tuple[ArticleView, ArticleContent]:
    """An item of a length that chance decides."""
    paragraphs = [
        f"<p>{words('p', number, n, chance.randint(3, 70))}</p>"
        for n in range(chance.randint(1, 8))
    ]
    if chance.random() < 0.4:
        paragraphs.insert(len(paragraphs) // 2, f"<h2>h{number}x9</h2>")
    if number % 5 == 2:
        paragraphs.insert(1, table(number, chance.randint(4, 60)))
    if number % 4 == 1:
        paragraphs.insert(1, "<ul><li>One.</li><li>Two.</li></ul>")
    view = article(f"item-{number}", f"h{number}x0 {words('h', number, 1, chance.randint(2, 12))}")
    assert view.source
    source = msgspec.structs.replace(
        view.source,
        title=words("s", number, 0, 6),
        descriptor=words("s", number, 1, chance.randint(3, 40)),
    )
    view = msgspec.structs.replace(
        view,
        summary=words("l", number, 0, chance.randint(8, 40)),
        source=source,
        statements=tuple(
            StatementView(
                quote=words("q", number, n, chance.randint(4, 40)),
                lang="en",
                dir="ltr",
                speaker=Ref(title="A speaker"),
                role="spokesman",
                verbatim=True,
            )
            for n in range(chance.choice((0, 0, 1, 4)))
        ),
        events=tuple(
            EventView(date=day("16 August 2021"), what=words("e", number, n, chance.randint(3, 12)))
            for n in range(chance.choice((0, 1, 2, 9)))
        ),
    )
    content = ArticleContent(
        html="".join(paragraphs),
        key_points=tuple(
            words("k", number, n, chance.randint(3, 25)) for n in range(chance.randint(0, 9))
        ),
        relevance=words("w", number, 0, 20) if number % 3 else "",
        assessment=words("a", number, 0, chance.randint(8, 60)) if number % 2 else "",
    )
    return view, content


def long_job(form: Form, paper: Paper, seed: int, items: int = ITEMS) -> BriefJob:
    """The job of such a packet."""
    chance = random.Random(seed)  # noqa: S311  a packet, not a secret
    made = [one_item(number, chance) for number in range(1, items + 1)]
    entries = [BriefItem(number=n, article=view) for n, (view, _) in enumerate(made, 1)]
    half = len(entries) // 2
    view = sample_view(
        packet=msgspec.structs.replace(PACKET, count=items),
        options=BriefOptions(form=form, paper=paper),
        sections=(
            BriefSection(
                number=1, title="The first half", note="A note.", items=tuple(entries[:half])
            ),
            BriefSection(number=2, title="The second half", items=tuple(entries[half:])),
        ),
        indexes=(),
        sources=(),
    )
    bodies = Bodies(
        packet=PacketContent(html=f"<p>{words('p', 0, 0, 60)}</p><p>{words('p', 0, 1, 40)}</p>"),
        items={view.slug: content for view, content in made},
    )
    path = f"{form.value}-{paper.value}-{seed}"
    return BriefJob(path=path, html=html_of(view, bodies), static=(STATIC,), meta=view.meta)


def pages_of(result: BriefResult) -> list[list[Line]]:
    """The lines of each page that belong to the items, from top to bottom."""
    assert result.pdf, [each.message for each in result.diagnostics]
    found: list[list[Line]] = []
    with pymupdf.open(stream=result.pdf) as document:  # type: ignore[no-untyped-call]
        for page in document:
            lines = (
                line for block in page.get_text("dict")["blocks"] for line in block.get("lines", ())
            )
            found.append(sorted(filter(None, map(line_of, lines))))
    return found


def line_of(line: dict[str, list[dict[str, object]]]) -> Line | None:
    """The line, if its words say where they belong."""
    text = " ".join(str(span["text"]) for span in line["spans"])
    tokens = TOKEN.findall(text)
    if not tokens:
        return None
    span = line["spans"][0]
    origin = span["origin"]
    assert isinstance(origin, tuple)
    belongs = tuple(dict.fromkeys((kind, int(item), int(part)) for kind, item, part, _ in tokens))
    return Line(float(origin[1]), float(str(span["size"])), belongs, text)

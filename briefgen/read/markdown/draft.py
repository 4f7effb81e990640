"""What one text is read with, and what is gathered on the way. It lives as long as the reading of
that text; no parser keeps any of it."""

from __future__ import annotations

import re

from markdown_it.token import Token

from briefgen.model.marks import Mark
from briefgen.model.quoted import Quoted
from briefgen.model.text import Heading, Link, Picture
from briefgen.read.findings import Findings
from briefgen.read.markdown.quotes import Quotes

GLIMPSE = 4  # characters by which a place is found again

# How far what begins at a place reaches on its line: a link of any form, a call of a footnote, a
# picture, a tag. Bounded, for a line may be nothing but brackets.
EXTENT = re.compile(
    r"\[\[[^\[\]]{1,300}\]\]|!?\[[^\[\]]{0,300}\](?:\((?:[^()]|\([^()]{0,99}\)){0,300}\)|\[[^\[\]]{0,300}\])?"
    r"|<[^<>]{1,300}>|https?://[^\s<>]{1,300}"
)


class Draft:
    """One text on its way to HTML. `path` is the file, from the root; `first_line` the line of the
    file in which the text begins; `prefix` what its ids begin with; `language` that of its numbers;
    `quotes` its quotation marks, None to leave straight ones; `footnotes` whether there are any in
    this site; `quoted` takes what the text quotes, None where nobody asks."""

    __slots__ = (
        "anchors",
        "findings",
        "first_line",
        "footnotes",
        "fragments",
        "headings",
        "language",
        "lines",
        "links",
        "path",
        "pictures",
        "prefix",
        "quoted",
        "quotes",
        "source",
        "tags",
        "words",
    )

    def __init__(  # noqa: PLR0913  what a text is read with, once
        self,
        *,
        path: str,
        source: str,
        first_line: int,
        prefix: str,
        language: str,
        quotes: Quotes | None,
        footnotes: bool,
        findings: Findings,
        quoted: list[Quoted] | None = None,
    ) -> None:
        self.path = path
        self.source = source
        self.first_line = first_line
        self.prefix = prefix
        self.language = language
        self.quotes = quotes
        self.footnotes = footnotes
        self.findings = findings
        self.quoted = quoted
        self.lines: list[str] | None = None
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.headings: list[Heading] = []
        # Ids of the text, and whether each stands in an internal block.
        self.anchors: dict[str, bool] = {}
        # Links to places of the text itself: fragment, whether internal, place.
        self.fragments: list[tuple[str, bool, Mark]] = []
        self.words = 0
        # The author's own tags that are published, in their order.
        self.tags: list[tuple[str, Mark]] = []

    def block_mark(self, token: Token) -> Mark:
        """The place of a block: its first line from the first sign on."""
        if token.map is None:
            return Mark(line=self.first_line, column=1)
        line = self._line(token.map[0])
        text = line.strip()
        return Mark(
            line=self.first_line + token.map[0],
            column=len(line) - len(line.lstrip()) + 1,
            length=max(len(text), 1),
        )

    def inline_mark(self, block: Token, at: int) -> Mark:
        """The word at character `at` of a block's content."""
        number, column = self.inline_place(block, at)
        extent = EXTENT.match(self._line(number), column) if block.map else None
        length = extent.end() - column if extent else 1
        return Mark(line=self.first_line + number, column=column + 1, length=length)

    def inline_place(self, block: Token, at: int) -> tuple[int, int]:
        """The line and the column of character `at` of a block's content, both counted from the
        beginning of the text, from 0. The lines of the content have lost their indentation and the
        signs of lists and quotations.
        """
        if block.map is None:
            return 0, 0
        begin = block.content.rfind("\n", 0, at) + 1
        number = block.map[0] + block.content.count("\n", 0, at)
        end = block.content.find("\n", at)
        content = block.content[begin : end if end >= 0 else None]
        line = self._line(number)
        column = line.find(content) + at - begin
        if content not in line:  # a table has signs of its own, which its cells have lost
            column = max(line.find(content[at - begin : at - begin + GLIMPSE]), 0)
        return number, column

    def _line(self, number: int) -> str:
        if self.lines is None:
            self.lines = self.source.split("\n")
        return self.lines[number] if number < len(self.lines) else ""

"""What the author is told about tags that are not published as they were written."""

from __future__ import annotations

from markdown_it.token import Token

from briefgen.read.findings import shorten
from briefgen.read.markdown.draft import Draft
from briefgen.read.markdown.elements import ELEMENTS, Holds, advice
from briefgen.read.markdown.tags import Open, Tag


class Refusals:
    """Reports each kind of tag once a block: the others are mostly its fellows."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.told: set[tuple[int, str]] = set()
        self.refused: set[str] = set()  # names whose end tags need no further word

    def unknown(self, block: Token, tag: Tag, *, unseen: bool) -> None:
        what = " and what stands in it are" if unseen else " is"
        message = f"The tag <{tag.name}>{what} not published."
        self._removed(block, tag, message, advice(tag.name))

    def block_in_line(self, block: Token, tag: Tag) -> None:
        self._removed(
            block,
            tag,
            f"The tag <{tag.name}> cannot stand in a line of text, and is not published.",
            "Begin a line with it, below an empty one.",
        )

    def no_parent(self, block: Token, tag: Tag, parents: tuple[str, ...]) -> None:
        self._removed(
            block,
            tag,
            f"The tag <{tag.name}> stands in no <{parents[0]}>, and is not published.",
            f"It stands directly in {_list(parents)}.",
        )

    def too_deep(self, block: Token, tag: Tag, deepest: int) -> None:
        self._removed(
            block,
            tag,
            f"The tag <{tag.name}> lies more than {deepest} tags deep, and is not published.",
            "Simplify the text.",
        )

    def stray(self, block: Token, tag: Tag) -> None:
        if tag.name not in self.refused:
            hint = "Delete it, or write its beginning in the same list, quotation or paragraph."
            self._removed(block, tag, f"The tag </{tag.name}> ends nothing here.", hint)

    def unclosed(self, block: Token, tag: Tag) -> None:
        parts = [name for name, each in ELEMENTS.items() if tag.name in each.parents]
        only = ELEMENTS[tag.name].holds is Holds.PARTS
        holds = f" It holds nothing directly but {_list(parts)}." if only else ""
        if self._first(block, tag.name):
            self.draft.findings.warning(
                "html-unclosed",
                f"The tag <{tag.name}> has no end here, and is ended with what it stands in.",
                self.draft.inline_mark(block, tag.at),
                f"Write </{tag.name}> in the same list, quotation or paragraph.{holds}",
            )

    def escaped(self, block: Token, tag: Tag) -> None:
        self.as_text(block, tag.source, tag.at)

    def as_text(self, block: Token, source: str, at: int) -> None:
        """A tag that HTML does not know, or that the settings do not allow."""
        if self._first(block, ""):
            self.draft.findings.warning(
                "html-escaped",
                f"HTML is shown as text: {shorten(source)}",
                self.draft.inline_mark(block, at),
                "Use Markdown; if it is meant as text, put it in `backticks`.",
            )

    def comment(self, block: Token, opened: Open) -> None:
        self.draft.findings.error(
            "comment-unclosed",
            "The comment that opens here has no end before the HTML around it ends.",
            self.draft.inline_mark(block, opened.at),
            "Write --> where it ends, and no empty line before that.",
        )

    def _removed(self, block: Token, tag: Tag, message: str, hint: str) -> None:
        self.refused.add(tag.name)
        if self._first(block, tag.name):
            mark = self.draft.inline_mark(block, tag.at)
            self.draft.findings.warning("html-removed", message, mark, hint)

    def _first(self, block: Token, name: str) -> bool:
        key = (id(block), name)
        if key in self.told:
            return False
        self.told.add(key)
        return True


def _list(names: tuple[str, ...] | list[str]) -> str:
    return " or ".join(f"<{name}>" for name in names)

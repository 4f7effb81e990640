"""Puts the tags of the author in order: what opens in a block ends in it, and each element stands
where HTML allows it. So a page keeps its structure whatever is written, and a browser, which mends
what is out of order in ways of its own, finds nothing to mend.

Tags become the tokens `element_open` and `element_close`; the others are reported.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from markdown_it.token import Token

from briefgen.read.markdown.draft import Draft
from briefgen.read.markdown.elements import ELEMENTS, TRANSPARENT, UNSEEN, Element, Holds
from briefgen.read.markdown.html_blocks import HTML
from briefgen.read.markdown.raw import TAG
from briefgen.read.markdown.refusals import Refusals
from briefgen.read.markdown.secrecy import is_edge
from briefgen.read.markdown.tags import Open, Tag, Unseen, Words, pieces

OPENED, CLOSED = "element_open", "element_close"  # types of tokens; `tag` has the element's name
HTML_TEXT = "html_text"


class Raised(NamedTuple):
    """An element that is open. Without `tag` it is a paragraph of ours around bare words."""

    name: str
    holds: Holds
    tag: Tag | None
    block: Token


Wanted = Callable[[Raised], bool]


class Order:
    """Orders the tags of one text, no more than `deepest` elements in one another. `frames` are the
    blocks of Markdown that are open, each with the elements that are open in it."""

    def __init__(self, draft: Draft, deepest: int) -> None:
        self.refusals = Refusals(draft)
        self.deepest = deepest
        self.frames: list[list[Raised]] = [[]]

    def text(self, tokens: list[Token]) -> list[Token]:
        """The blocks of a text or of a note with each tag in its place."""
        out: list[Token] = []
        held: list[Token] = []  # internal blocks for which there is no room yet
        passed = -1  # the end of what is left out or held
        for at, token in enumerate(tokens):
            if at <= passed:
                continue
            if token.nesting == 1 and is_edge(token) and self._holds_parts():
                passed = _end_of_block(tokens, at)
                held += self._apart(tokens[at : passed + 1])
                continue
            if token.type == "inline":
                if self._is_emptied(token, out):
                    passed = at + 1
                    continue
            else:
                out += self._beside_block(token)
            if token.type != HTML and held:
                out += held
                held = []
            out.append(token)
            if token.nesting == 1:
                self.frames.append([])
            elif held and not self._holds_parts():
                out += held
                held = []
        return out + _beside(self._leave(self.frames[-1])) + held

    def _is_emptied(self, inline: Token, out: list[Token]) -> bool:
        """Put the tags of a line in order. Of nothing but tags that are left out no empty paragraph
        remains: then its beginning is taken back.
        """
        if any(child.type == TAG for child in inline.children or ()):
            inline.children = self._line(inline, inline.children or [])
            if _blank(inline.children) and out[-1].type == "paragraph_open":
                out.pop()
                self.frames.pop()
                return True
        return False

    def _beside_block(self, token: Token) -> list[Token]:
        """The end tags that go before what begins or ends here."""
        if token.type == HTML:
            token.children = self._pieces(token)
            return []
        if token.nesting == -1:
            return _beside(self._leave(self.frames.pop()))
        return _beside(self._room_for_block())

    def _apart(self, tokens: list[Token]) -> list[Token]:
        """An internal block where a table or a list that the author left open has no room for it.
        It goes behind that, so that the public gets what it would get without the block.
        """
        frames, self.frames = self.frames, [*self.frames[:-1], []]
        out = self.text(tokens)
        self.frames = frames
        return out

    def _pieces(self, block: Token) -> list[Token]:
        out: list[Token] = []
        found = list(pieces(block.content))
        for piece, after in zip(found, [*found[1:], None], strict=True):
            if isinstance(piece, Open):
                self.refusals.comment(block, piece)
            elif isinstance(piece, Words):
                if piece.text.strip():
                    out += self._room_for_words(block)
                out.append(Token(HTML_TEXT, "", 0, content=piece.text))
            elif isinstance(piece, Tag) and piece.known:
                out += self._tag(piece, block, unseen=isinstance(after, Unseen))
            elif isinstance(piece, Tag):
                self.refusals.escaped(block, piece)
                out += self._room_for_words(block)
                out.append(Token(HTML_TEXT, "", 0, content=piece.source))
        return out + self._room_for_block(parts=False)

    # ---- a line of text

    def _line(self, block: Token, children: list[Token]) -> list[Token]:
        frames, self.frames = self.frames, [[]]
        out: list[Token] = []
        unseen = -1  # where a script ends
        vain = -1  # up to where its end was looked for and not found
        for at, child in enumerate(children):
            if at <= unseen:
                continue
            if child.type == TAG:
                tag: Tag = child.meta[TAG]
                if tag.name in UNSEEN and not tag.closes and at >= vain:
                    found, stop = _end_of_unseen(children, at, tag.name)
                    unseen, vain = (stop, vain) if found else (unseen, stop)
                out += self._tag(tag, block, lines=True, unseen=unseen > at)
                continue
            if child.nesting == -1:
                out += self._leave(self.frames.pop())
            out.append(child)
            if child.nesting == 1:
                self.frames.append([])
        out += self._leave(self.frames.pop())
        self.frames = frames
        return out

    # ---- tags

    def _tag(
        self, tag: Tag, block: Token, *, lines: bool = False, unseen: bool = False
    ) -> list[Token]:
        if tag.closes:
            return self._end(tag, block)
        element = ELEMENTS.get(tag.name)
        if element is None:
            self.refusals.unknown(block, tag, unseen=unseen)
            return []
        if lines and element.block:
            self.refusals.block_in_line(block, tag)
            return []
        if sum(len(frame) for frame in self.frames) >= self.deepest:
            self.refusals.too_deep(block, tag, self.deepest)
            return []
        if not element.parents:
            out = self._room(element, tag, block, lines=lines)
        elif any(raised.name in element.parents for raised in self.frames[-1]):
            out = self._close_until(lambda raised: raised.name in element.parents)
        else:
            self.refusals.no_parent(block, tag, element.parents)
            return []
        holds = element.holds
        if tag.name in TRANSPARENT and not lines and self._holds_blocks():
            holds = Holds.BLOCKS
        out.append(Token(OPENED, tag.name, 0, meta={TAG: tag}))
        if holds is not Holds.NOTHING:
            self.frames[-1].append(Raised(tag.name, holds, tag, block))
        return out

    def _room(self, element: Element, tag: Tag, block: Token, *, lines: bool) -> list[Token]:
        if element.block:
            return self._room_for_block()
        if lines or (tag.name in TRANSPARENT and self._holds_blocks()):
            return []
        return self._room_for_words(block)

    def _end(self, tag: Tag, block: Token) -> list[Token]:
        frame = self.frames[-1]
        if not any(raised.name == tag.name for raised in frame):
            self.refusals.stray(block, tag)
            return []
        out = self._close_until(lambda raised: raised.name == tag.name)
        frame.pop()
        out.append(Token(CLOSED, tag.name, 0))
        return out

    # ---- what is open

    def _holds_parts(self) -> bool:
        return bool(self.frames[-1]) and self.frames[-1][-1].holds is Holds.PARTS

    def _holds_blocks(self) -> bool:
        return not self.frames[-1] or self.frames[-1][-1].holds is Holds.BLOCKS

    def _room_for_block(self, *, parts: bool = True) -> list[Token]:
        """End what holds no blocks."""
        ended = (Holds.WORDS, Holds.PARTS) if parts else (Holds.WORDS,)
        return self._close_until(lambda raised: raised.holds not in ended)

    def _room_for_words(self, block: Token) -> list[Token]:
        """End what holds nothing but its parts; bare words between blocks become a paragraph."""
        out = self._close_until(lambda raised: raised.holds is not Holds.PARTS)
        if not self.frames[-1]:
            self.frames[-1].append(Raised("p", Holds.WORDS, None, block))
            out.append(Token(OPENED, "p", 0))
        return out

    def _close_until(self, wanted: Wanted) -> list[Token]:
        frame = self.frames[-1]
        out: list[Token] = []
        while frame and not wanted(frame[-1]):
            out.append(self._close(frame))
        return out

    def _leave(self, frame: list[Raised]) -> list[Token]:
        """End all that is open in a block that ends."""
        return [self._close(frame) for _ in range(len(frame))]

    def _close(self, frame: list[Raised]) -> Token:
        raised = frame.pop()
        if raised.tag and not ELEMENTS[raised.name].ends_itself:
            self.refusals.unclosed(raised.block, raised.tag)
        return Token(CLOSED, raised.name, 0)


def _end_of_block(tokens: list[Token], begin: int) -> int:
    """Where the block ends that begins there."""
    depth = 0
    for at in range(begin, len(tokens)):
        depth += tokens[at].nesting
        if depth == 0:
            return at
    raise AssertionError("Markdown ends what it begins")


def _beside(ends: list[Token]) -> list[Token]:
    """End tags between two blocks of Markdown."""
    return [Token(HTML, "", 0, children=ends, block=True)] if ends else []


def _blank(children: list[Token]) -> bool:
    return all(c.type in ("text", "softbreak") and not c.content.strip() for c in children)


def _end_of_unseen(children: list[Token], at: int, name: str) -> tuple[bool, int]:
    """Whether the script or style that begins at `at` ends in its place, and how far was looked."""
    depth = 0
    for number in range(at + 1, len(children)):
        child = children[number]
        depth += child.nesting
        tag = child.meta.get(TAG)
        if depth < 0 or (tag and tag.closes and tag.name == name):
            return depth == 0, number
    return False, len(children)

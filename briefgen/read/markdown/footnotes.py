"""Footnotes: numbered from 1 in each text, in the order in which they are first referred to.

What stands in an internal block does not reach the public: its notes are internal too, are numbered
behind the public ones, and no number betrays them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markdown_it.token import Token

from briefgen.read.markdown.draft import Draft
from briefgen.read.markdown.marked import AT
from briefgen.read.markdown.secrecy import INSIDE

NUMBER, SUB = "number", "sub"  # in the meta of a reference: the note, and which reference to it


class Note:
    """A footnote. `key` is its label, or a number for one written in place; `begin` the token with
    which its blocks begin; `refs` are the references to it, with whether each is internal."""

    __slots__ = ("begin", "key", "number", "public", "refs", "tokens")

    def __init__(self, key: str | int, begin: Token, tokens: list[Token]) -> None:
        self.key = key
        self.begin = begin
        self.tokens = tokens
        self.number = 0
        self.public = False
        self.refs: list[tuple[Token, bool]] = []

    @property
    def internal(self) -> bool:
        """Whether it was written in an internal block."""
        return INSIDE in self.begin.meta


Notes = dict[str | int, Note]


def take_footnotes(
    tokens: list[Token], env: dict[str, Any], draft: Draft
) -> tuple[list[Token], list[Note]]:
    """The tokens without the notes, and the notes in their order."""
    known = env.get("footnotes")
    if not known:
        return tokens, []
    text, notes = _split(tokens, draft)
    for number, entry in known.get("list", {}).items():
        if "tokens" in entry:
            blocks = _in_place(entry)
            notes[number] = Note(number, blocks[0], blocks)
    public = _public(text, notes, draft)
    order = public + _hidden(text, public, notes)
    for number, note in enumerate(order, 1):
        note.number = number
        note.refs.sort(key=lambda ref: ref[1])  # public ones first, each kind in its order
        for sub, (ref, _) in enumerate(note.refs, 1):
            ref.meta[NUMBER], ref.meta[SUB] = number, sub
    for note in notes.values():
        if not note.number and not note.internal:
            draft.findings.warning(
                "footnote-unused",
                f"Nothing refers to the footnote “{note.key}”, so it is not shown.",
                draft.block_mark(note.begin),
                f"Write [^{note.key}] where it belongs.",
            )
    return text, order


def _split(tokens: list[Token], draft: Draft) -> tuple[list[Token], Notes]:
    """Text and notes apart. A note may stand inside a list or quotation, and even in a note."""
    text: list[Token] = []
    notes: Notes = {}
    within: list[list[Token]] = [text]
    for token in tokens:
        if token.type == "footnote_reference_open":
            key = token.meta["label"]
            note = Note(key, token, [])
            if key in notes:
                draft.findings.error(
                    "footnote-twice",
                    f"The footnote “{key}” is written twice.",
                    draft.block_mark(token),
                    "Give one of the two another name.",
                )
            notes[key] = note
            within.append(note.tokens)
        elif token.type == "footnote_reference_close":
            within.pop()
        else:
            within[-1].append(token)
    return text, notes


def _in_place(entry: dict[str, Any]) -> list[Token]:
    """The blocks of a note that was written in place, as `^[text]`."""
    inline = Token("inline", "", 0, content=entry["content"], children=entry["tokens"])
    return [
        Token("paragraph_open", "p", 1, block=True),
        inline,
        Token("paragraph_close", "p", -1, block=True),
    ]


def _public(text: list[Token], notes: Notes, draft: Draft) -> list[Note]:
    """The notes to which public text refers, directly or through other notes."""
    found: list[Note] = []
    queue = [text]
    for blocks in queue:
        for block, ref in _references(blocks):
            note = _note_of(ref, notes)
            if note is None or INSIDE in block.meta:
                continue
            if note.internal:
                draft.findings.error(
                    "footnote-internal",
                    f"The footnote “{note.key}” stands in an internal block, and public text "
                    "refers to it.",
                    draft.inline_mark(block, ref.meta.get(AT, 0)),
                    "Move the note out of the block, or the reference into it.",
                )
            elif _note_down(note, block, ref, internal=False):
                note.public = True
                found.append(note)
                queue.append(note.tokens)
    return found


def _hidden(text: list[Token], public: list[Note], notes: Notes) -> list[Note]:
    """The further notes to which internal text refers, directly or through other notes."""
    found: list[Note] = []
    queue = [text, *(note.tokens for note in public)]
    seen = len(queue)
    for number, blocks in enumerate(queue):
        for block, ref in _references(blocks):
            note = _note_of(ref, notes)
            if note is None or (number < seen and INSIDE not in block.meta):
                continue
            if _note_down(note, block, ref, internal=True):
                found.append(note)
                queue.append(note.tokens)
    return found


def _note_of(ref: Token, notes: Notes) -> Note | None:
    return notes.get(ref.meta["label"] if "label" in ref.meta else ref.meta["id"])


def _note_down(note: Note, block: Token, ref: Token, *, internal: bool) -> bool:
    """Keep the reference with its note; whether it is the first to it."""
    first = not note.refs
    if first:
        for token in note.tokens:
            token.map = token.map or block.map  # a note in place stands where it is referred to
    note.refs.append((ref, internal))
    return first


def _references(blocks: Iterable[Token]) -> Iterable[tuple[Token, Token]]:
    for block in blocks:
        for child in block.children or ():
            if child.type == "footnote_ref":
                yield block, child

"""Set one digest in the bytes of an article, and change no other byte."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefgen.model.marks import Mark, Marks

FIELD = "source.sha256"
SNAPSHOT = "source.snapshot"
# Bytes that are no line end, then one: lines are counted as reading counts them.
LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)?")
LINE_END = re.compile(rb"\r\n|\r|\n")
# The digest or its empty place, alone on its line but for a comment.
HELD = re.compile(
    rb"""(?P<key>\s*sha256\s*:)(?P<gap>[\ \t]*)
    (?P<quote>["']?)(?P<old>[0-9A-Fa-f]*)(?P=quote)
    (?P<rest>[\ \t]*(?:\#[^\r\n]*)?)$""",
    re.VERBOSE,
)
BESIDE = re.compile(rb"(?P<indent>\s+)snapshot\s*:[ \t]*[^\s\[{&*!|>#][^\r\n]*$")


class Edited(NamedTuple):
    """The file with the digest, and the line in which it stands."""

    data: bytes
    line: int


def set_digest(data: bytes, old: str, new: str, marks: Marks) -> Edited | None:
    """`data` with the digest `new` in place of `old`, or in a line of its own below that of the
    snapshot, where none was noted. None if the file is not written plainly enough: in one line
    with braces, with anchors, or under another name.
    """
    lines = [found[0] for found in LINE.finditer(data) if found[0]]
    key = marks.get(f"{FIELD}@key")
    if key is not None:
        return _replaced(lines, key, old, new)
    beside = marks.get(f"{SNAPSHOT}@key")
    return None if old or beside is None else _inserted(lines, beside, new)


def _replaced(lines: list[bytes], key: Mark, old: str, new: str) -> Edited | None:
    line, end = _line(lines, key.line)
    found = HELD.match(line)
    if found is None or found["old"].decode() != old:
        return None
    gap = found["gap"] or b" "
    # Nothing but the digits changes; where there were none, a comment keeps its distance.
    rest = found["rest"] if old or found["rest"].strip() == b"" else b" " + found["rest"].lstrip()
    quote = found["quote"]
    lines[key.line - 1] = found["key"] + gap + quote + new.encode() + quote + rest + end
    return Edited(b"".join(lines), key.line)


def _inserted(lines: list[bytes], beside: Mark, new: str) -> Edited | None:
    line, end = _line(lines, beside.line)
    found = BESIDE.match(line)
    if found is None or not end:
        return None
    lines.insert(beside.line, found["indent"] + b"sha256: " + new.encode() + end)
    return Edited(b"".join(lines), beside.line + 1)


def _line(lines: list[bytes], number: int) -> tuple[bytes, bytes]:
    """A line and its end."""
    if not 0 < number <= len(lines):
        return b"", b""
    line = lines[number - 1]
    end = LINE_END.search(line)
    return (line, b"") if end is None else (line[: end.start()], end[0])

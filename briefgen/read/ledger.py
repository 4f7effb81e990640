"""`content/ledger/AUDIENCE.jsonl`: what was sent to one audience, one issue a line."""

from __future__ import annotations

import re

import msgspec

from briefgen.diagnostics import Diagnostic, error
from briefgen.model.ledger import Issue
from briefgen.model.marks import Mark

WRITTEN_BY = "Only `briefgen record` writes this file. Restore the line from an earlier copy."
CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
# How msgspec says where JSON ends to be any, and in which field a value is wrong.
BYTE = re.compile(r" \(byte (\d+)\)$")
FIELD = re.compile(r" - at `\$\.?(.*)`$")
NAMED = re.compile(r"(missing required|contains unknown) field `([^`]+)`")


def read_ledger(
    path: str, data: bytes, audience: str = ""
) -> tuple[tuple[Issue, ...], tuple[Diagnostic, ...]]:
    """The issues of a ledger in their order, and what is wrong with its other lines. Those of
    another audience than the one given are wrong too.
    """
    issues: list[Issue] = []
    told: list[Diagnostic] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            issue = msgspec.json.decode(line, type=Issue)
        except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
            told.append(_broken(path, number, line, str(wrong)))
            continue
        if audience and issue.audience != audience:
            told.append(
                error(
                    "ledger-audience",
                    f"This line is of the audience “{issue.audience}”, and the ledger is that of"
                    f" “{audience}”.",
                    path,
                    Mark(line=number, column=1, length=len(line)),
                    hint="Each audience has a ledger of its own. Move the line to where it came"
                    " from.",
                )
            )
            continue
        issues.append(issue)
    return tuple(issues), tuple(told)


def _broken(path: str, number: int, line: bytes, why: str) -> Diagnostic:
    text = line.decode(errors="replace")
    if text.startswith(CONFLICT):
        return error(
            "ledger-line",
            "Two versions of the ledger were joined, and this line is left of it.",
            path,
            Mark(line=number, column=1, length=len(text)),
            hint="Delete the lines that begin with <<<<<<<, ======= and >>>>>>>, and keep all"
            " others.",
        )
    byte = BYTE.search(why)
    column = len(line[: int(byte[1])].decode(errors="replace")) + 1 if byte else 1
    length = 1 if byte else len(text)
    return error(
        "ledger-line",
        f"This line is not as it was written: {_reason(why)}.",
        path,
        Mark(line=number, column=column, length=length),
        hint=WRITTEN_BY,
    )


def _reason(why: str) -> str:
    """What msgspec found, in words for people."""
    named, field = NAMED.search(why), FIELD.search(why)
    if named is not None:
        lacks = named[1].startswith("missing")
        return f"the key `{named[2]}` {'is missing' if lacks else 'does not belong there'}"
    if field is not None and field[1]:
        return f"what stands in `{field[1]}` cannot stand there"
    return "it is cut off, or something stands in it that does not belong there"

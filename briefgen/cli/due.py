"""What falls due, as text or as JSON."""

from __future__ import annotations

import json

from briefgen.cli.report.cells import plain
from briefgen.cli.report.summing import counted
from briefgen.deliver.due import Due, DueList, Turn

_NEXT = {Turn.RELEASE: "Next release", Turn.EXPIRY: "Next expiry"}
_WIDTH = max(map(len, _NEXT.values()))


def as_text(answer: DueList, *, names: bool) -> str:
    """The next of each kind, then all in their order. Without `names` only instants that concern
    what may be seen already are given, and the rest is counted.
    """
    secret = frozenset(() if names else answer.hidden)
    told = DueList(due=tuple(each for each in answer.due if each.item not in secret))
    rows = [
        f"{words + ':':<{_WIDTH + 1}} {_when(told.next(turn))}" for turn, words in _NEXT.items()
    ]
    if told.due:
        rows.append("")
        width = max(len(plain(each.item)) for each in told.due)
        for each in told.due:
            item = f"{plain(each.item):<{width}}"
            rows.append(f"{_at(each)}  {each.turn:<7}  {item}  {plain(each.title)}".rstrip())
    kept = len(answer.due) - len(told.due)
    if kept:
        rows.append(f"{counted(kept, 'more date')} of what is withheld, which a log does not name.")
    return "".join(f"{row}\n" for row in rows)


def as_json(answer: DueList) -> str:
    """One object a line, all ASCII, each with `type` "due", `at` (ISO 8601 with its offset), `turn`
    ("release" or "expiry"), `item`, `title` and `path`.
    """
    return "".join(
        json.dumps(
            {
                "type": "due",
                "at": each.at.isoformat(),
                "turn": each.turn.value,
                "item": each.item,
                "title": each.title,
                "path": each.path,
            }
        )
        + "\n"
        for each in answer.due
    )


def _when(due: Due | None) -> str:
    return "none" if due is None else f"{_at(due)}  {plain(due.item)}"


def _at(due: Due) -> str:
    return due.at.isoformat(sep=" ", timespec="minutes")

"""An answer about a file of the output, as text or as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from briefgen.cli.report.cells import plain
from briefgen.cli.report.summing import counted
from briefgen.explain.answer import Answer, Part, State

# More than this are counted; `-v` lists all.
_SHOWN = 10
_NEXT = {
    State.FRESH: "The next build leaves it as it is.",
    State.STALE: "The next build makes it anew.",
    State.ABSENT: "The next build makes it.",
    State.OBSOLETE: "The next build removes it.",
}


def as_text(answer: Answer, *, verbose: bool) -> str:
    """The answer for people."""
    rows = [f"{plain(answer.path)} ({answer.kind}): {answer.state}"]
    for reason in answer.reasons:
        rows.append(f"  {reason.why}: {plain(reason.sentence)}")
        files = [
            f"{plain(path)}: {plain(what)}" if what else plain(path) for path, what in reason.files
        ]
        rows.extend(f"    {each}" for each in _cut(files, verbose=verbose))
    if answer.errors and answer.state is not State.FRESH:
        errors = counted(answer.errors, "error")
        rows.append(f"The content has {errors}: a build publishes nothing until they are mended.")
        rows.append("`briefgen check` tells them.")
    else:
        rows.append(_NEXT[answer.state])
    parts = (
        ("every item" if answer.every else "items", answer.items),
        ("templates", answer.templates),
        ("static files", answer.assets),
    )
    for title, listed in parts:
        if listed:
            rows.append(f"Made from {title}:")
            lines = [_part(each) for each in listed]
            rows.extend(f"  {each}" for each in _cut(lines, verbose=verbose))
    return "".join(f"{row}\n" for row in rows)


def as_json(answer: Answer) -> str:
    """The answer for programs: one JSON object on one line, all ASCII.

    It has `type` "explanation", `path`, `kind`, `state`, `reasons` (each with `why`, a stable name,
    `sentence`, and `files`, each with `file` and `what`), `every` (all items), `items`, `templates`
    and `assets` (each with `name` and `file`), and `errors`.
    """
    return json.dumps(
        {
            "type": "explanation",
            "path": answer.path,
            "kind": answer.kind,
            "state": answer.state.value,
            "reasons": [
                {
                    "why": reason.why.value,
                    "sentence": reason.sentence,
                    "files": [{"file": file, "what": what} for file, what in reason.files],
                }
                for reason in answer.reasons
            ],
            "every": answer.every,
            "items": _objects(answer.items),
            "templates": _objects(answer.templates),
            "assets": _objects(answer.assets),
            "errors": answer.errors,
        }
    )


def _part(part: Part) -> str:
    # Files of the built-in theme are known by their names; where they are installed helps nobody.
    own = part.file and not Path(part.file).is_absolute()
    return plain(f"{part.name}  {part.file}" if own else part.name)


def _objects(parts: tuple[Part, ...]) -> list[dict[str, str]]:
    return [{"name": part.name, "file": part.file} for part in parts]


def _cut(rows: list[str], *, verbose: bool) -> list[str]:
    rest = len(rows) - _SHOWN
    if verbose or rest <= 0:
        return rows
    return [*rows[:_SHOWN], f"and {rest:,} more (-v lists all)"]

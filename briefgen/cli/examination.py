"""What the doctor found, as text or as JSON."""

from __future__ import annotations

import json
from itertools import groupby

from briefgen.cli.report.cells import plain
from briefgen.doctor.fact import Examined


def as_text(examined: Examined) -> str:
    """The facts for people, in groups; what is missing or wrong bears a cross."""
    width = max(len(fact.name) for fact in examined.facts)
    rows: list[str] = []
    for group, facts in groupby(examined.facts, key=lambda fact: fact.group):
        rows.append(f"{group}:")
        rows.extend(
            f"{' ' if fact.ok else '✗'} {plain(fact.name):<{width}}  {plain(fact.value)}"
            for fact in facts
        )
        rows.append("")
    return "".join(f"{row}\n" for row in rows)


def remedies(examined: Examined) -> str:
    """How to get the libraries, by system; nothing if none is missing."""
    if not examined.remedies:
        return "" if examined.diagnostics else "All is there: pages and briefs can be built.\n"
    width = max(len(system) for system, _ in examined.remedies)
    rows = [f"  {system:<{width}}  {command}" for system, command in examined.remedies]
    head = "Pages can be built, briefs cannot. How to get the libraries:"
    return "".join(f"{row}\n" for row in (head, *rows))


def as_json(examined: Examined) -> str:
    """The facts for programs: one JSON object a line, all ASCII, each with `type` "fact", `group`,
    `name`, `value` and `ok`. Diagnostics and their sum follow, as in every report.
    """
    return "".join(
        json.dumps(
            {
                "type": "fact",
                "group": fact.group,
                "name": fact.name,
                "value": fact.value,
                "ok": fact.ok,
            }
        )
        + "\n"
        for fact in examined.facts
    )

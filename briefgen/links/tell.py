"""From what is known of addresses to findings."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.links.address import Known, Place, Verdict
from briefgen.links.memory import is_dead
from briefgen.model.finding import Finding

DEAD = "link-dead"
MOVED = "link-moved"
UNCHECKED = "link-unchecked"


def findings_of(places: dict[str, list[Place]], known: dict[str, Known]) -> tuple[Finding, ...]:
    """What is to be told of each address at each place that gives it."""
    return tuple(
        finding
        for url, where in places.items()
        if url in known
        for place in where
        for finding in _of_place(url, place, known[url])
    )


def _of_place(url: str, place: Place, known: Known) -> Iterator[Finding]:
    answer, day = known.answer, known.asked[:10]
    if is_dead(known):
        since = known.gone_since[:10]
        yield _finding(
            f"{url} {answer.reason}, on {since} and again on {day}.",
            place,
            f"Readers still have the archived copy: {place.archived}"
            if place.archived
            else "Look for it elsewhere, or name an archived copy under `source.archive_url`.",
            code=DEAD,
        )
    elif answer.verdict is Verdict.GONE:
        message = f"{url} {answer.reason} on {day}; it counts as dead if it still does in a day."
        yield _finding(message, place, code=UNCHECKED)
    elif answer.verdict is Verdict.UNCLEAR:
        message = f"{url} could not be checked on {day}: it {answer.reason}."
        yield _finding(message.replace("..", "."), place, code=UNCHECKED)
    elif answer.moved and answer.moved != url.partition("#")[0]:
        message = f"{url} has moved for good to {answer.moved}"
        hint = "Look whether it is the same text, and write the new address."
        yield _finding(message, place, hint, code=MOVED)


def _finding(message: str, place: Place, hint: str = "", *, code: str) -> Finding:
    return Finding(
        code=code,
        message=message,
        item=place.item,
        path=place.path,
        field=place.field,
        mark=place.mark,
        hint=hint,
    )

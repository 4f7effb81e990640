"""What an audience does not get, in a few calm lines for the curator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefgen.cli.report.cells import plain
from briefgen.cli.report.summing import counted
from briefgen.model.request import Loss, Outcome
from briefgen.resolve.visibility import Reason

_WORDS = {
    Reason.CEILING: "above the ceiling",
    Reason.AUDIENCE: "for other audiences",
    Reason.EMBARGO: "under embargo",
    Reason.EXPIRED: "expired",
    Reason.DRAFT: "draft",
    Reason.WITHDRAWN: "withdrawn",
    Reason.BROKEN: "with errors",
}


def withheld_rows(outcome: Outcome, *, names: bool, verbose: bool) -> list[str]:
    """How many items are withheld and why, and which packets lose some of theirs. Ids are told only
    if there may be `names`, and those of items only if asked to be `verbose`.
    """
    if not outcome.withheld:
        return []
    rows = [f"Withheld {counted(len(outcome.withheld), 'item')}{_reasons(outcome, names=names)}."]
    if names and verbose:
        rows.extend(_named(outcome))
    elif names:
        rows[0] += " (-v names them)"
    rows.extend(_losses(outcome.losses, names=names, verbose=verbose))
    return rows


def _reasons(outcome: Outcome, *, names: bool) -> str:
    counts = Counter(each.why for each in outcome.withholdings.values())
    parts: list[str] = []
    for reason, words in _WORDS.items():
        if counts[reason]:
            until = _until(outcome) if names and reason is Reason.EMBARGO else ""
            parts.append(f"{counts[reason]:,} {words}{until}")
    return f": {', '.join(parts)}" if parts else ""


def _until(outcome: Outcome) -> str:
    instants = [each.until for each in outcome.withholdings.values() if each.until is not None]
    if not instants:
        return ""
    first = f"{min(instants):%Y-%m-%d %H:%M} UTC"
    return f" until {first}" if len(instants) == 1 else f" (the first until {first})"


def _named(outcome: Outcome) -> Iterator[str]:
    for item in outcome.withheld:
        known = outcome.withholdings.get(item)
        why = f": {known.why}" if known is not None else ""
        yield f"  {plain(item)}{why}"


def _losses(losses: tuple[Loss, ...], *, names: bool, verbose: bool) -> Iterator[str]:
    if not losses:
        return
    if not names:
        lost = counted(sum(len(each.articles) for each in losses), "item")
        fallen = sum(len(each.judgments) for each in losses)
        also = f" and {counted(fallen, 'judgment')}" if fallen else ""
        yield f"{counted(len(losses), 'packet')} without {lost}{also}."
        return
    for loss in losses:
        parts = [f"{len(loss.articles)} of {counted(loss.of, 'item')}"] if loss.articles else []
        if loss.judgments:
            numbers = ", ".join(map(str, loss.judgments))
            parts.append(
                f"{len(loss.judgments)} of {counted(loss.of_judgments, 'judgment')} (no. {numbers})"
            )
        ids = f": {', '.join(map(plain, loss.articles))}" if verbose and loss.articles else ""
        yield f"  {plain(loss.packet)} goes without {' and '.join(parts)}{ids}"

"""The two or three lines that a command ends with."""

from __future__ import annotations

from briefgen.cli.report.cells import plain
from briefgen.cli.report.summing import counted
from briefgen.cli.withheld import withheld_rows
from briefgen.model.base import Record
from briefgen.model.request import Exit, Outcome

_STOPPED = {
    Exit.USAGE: "Nothing was built: the settings or the command line are wrong.",
    Exit.REFUSED: "Nothing was published: its handling forbids it.",
    Exit.CONTENT: "Nothing was published; what is there stays as it was.",
}


class Detail(Record):
    """How much is told. `names` is whether ids of withheld items may be: not in a public log."""

    verbose: int = 0
    names: bool = True
    keep_going: bool = False
    strict: bool = False


def build_summary(outcome: Outcome, detail: Detail) -> str:
    """What was built for whom, what is withheld, and where it is."""
    rows = [_head(outcome, detail)]
    rows.extend(_withheld(outcome, detail))
    if outcome.output and _published(outcome, detail):
        rows.append(f"Output: {plain(outcome.output)}")
    if detail.verbose:
        rows.extend(_stages(outcome))
    if detail.verbose > 1:
        rows.extend(_files(outcome))
    return "".join(f"{row}\n" for row in rows)


def check_summary(outcome: Outcome, detail: Detail) -> str:
    """Whether a build would do."""
    verdict = {
        Exit.DONE: "No errors: it can be built",
        Exit.CONTENT: "It cannot be built",
        Exit.REFUSED: "It may not be published",
    }.get(outcome.exit)
    if verdict is None:
        return ""
    audience = f" for {plain(outcome.audience)}" if outcome.audience else ""
    rows = [f"{verdict}{audience}.", *_withheld(outcome, detail)]
    if detail.verbose:
        rows.extend(_stages(outcome))
    return "".join(f"{row}\n" for row in rows)


def clean_summary(outcome: Outcome) -> str:
    """What was removed."""
    if outcome.exit is not Exit.DONE:
        return ""
    where = f" from {plain(outcome.output)}" if outcome.output else ""
    return f"Removed {counted(len(outcome.removed), 'file')}{where}, and the cache.\n"


def took(outcome: Outcome) -> str:
    """How long all stages took together."""
    return f"{sum(seconds for _, seconds in outcome.seconds):.2f} s"


def _published(outcome: Outcome, detail: Detail) -> bool:
    return outcome.exit in {Exit.DONE, Exit.LIBRARY} or (
        outcome.exit is Exit.CONTENT and detail.keep_going
    )


def _head(outcome: Outcome, detail: Detail) -> str:
    audience = plain(outcome.audience)
    if not _published(outcome, detail):
        reason = _STOPPED.get(outcome.exit, "Nothing was built.")
        if outcome.removed:
            were = "was" if len(outcome.removed) == 1 else "were"
            gone = f"{counted(len(outcome.removed), 'file')} that may no longer be seen {were}"
            reason = f"Nothing was published; {gone} removed."
        if outcome.exit is Exit.CONTENT and detail.strict:
            reason += " With --strict, warnings count as errors."
        return reason
    without = {
        Exit.CONTENT: ", without the files that have errors",
        Exit.LIBRARY: ", without briefs: a system library is missing",
    }.get(outcome.exit, "")
    counts = f"{len(outcome.rendered):,} rendered, {outcome.fresh:,} fresh"
    if outcome.removed:
        counts += f", {len(outcome.removed):,} removed"
    timing = f" in {took(outcome)}" if outcome.seconds else ""
    return f"Built {counted(outcome.total, 'file')} for {audience}{without}: {counts}{timing}."


def _withheld(outcome: Outcome, detail: Detail) -> list[str]:
    return withheld_rows(outcome, names=detail.names, verbose=bool(detail.verbose))


def _stages(outcome: Outcome) -> list[str]:
    if not outcome.seconds:
        return []
    return ["Time: " + ", ".join(f"{name} {seconds:.2f} s" for name, seconds in outcome.seconds)]


def _files(outcome: Outcome) -> list[str]:
    kinds = (
        ("rendered", outcome.rendered),
        ("written", outcome.written),
        ("removed", outcome.removed),
    )
    return [f"{kind:>8} {plain(path)}" for kind, paths in kinds for path in paths]

"""`check --fix`: show what is to be written, ask, write."""

from __future__ import annotations

import os
import sys

from briefgen.cli.console import Console
from briefgen.cli.options import Options
from briefgen.cli.report.cells import plain
from briefgen.cli.report.summing import counted
from briefgen.mend.digests import Mend, find_mends, write_mend
from briefgen.model.request import Request

CHANGED = (
    "The captured text is not what it was when its digest was noted. Look at the quotations again\n"
    "    before you note the new one: the article says that it was checked against that text."
)


def mend(request: Request, options: Options, console: Console) -> None:
    """Mend the digests of snapshots, if the user agrees."""
    from briefgen.build.commands import examine

    with console.progress() as progress:
        _, found = examine(request, progress, find_mends)
    if not found:
        console.say("Every digest is what it should be: there is nothing to fix.\n")
        return
    for each in found:
        console.warn(_difference(each))
    ready = [each for each in found if each.after is not None]
    if not ready or not _agreed(len(ready), options, console):
        return
    written = 0
    for each in ready:
        if write_mend(request.root, each):
            written += 1
        else:
            console.warn(f"{plain(each.path)} was changed meanwhile, and is left as it is.\n")
    console.say(f"Wrote {counted(written, 'digest')}.\n\n")


def _difference(each: Mend) -> str:
    rows = [f"{plain(each.path)}{f':{each.line}' if each.line else ''}"]
    rows.append(f"  - sha256: {each.old}" if each.old else f"  (no digest of {each.snapshot})")
    rows.append(f"  + sha256: {each.new}")
    if each.old:
        rows.append(f"    {CHANGED}")
    if each.after is None:
        rows.append("    Its `source` is not written key by key, one a line: write it yourself.")
    return "".join(f"{row}\n" for row in rows) + "\n"


def _agreed(number: int, options: Options, console: Console) -> bool:
    """Whether it may be written. Who cannot be asked has to say so beforehand."""
    if options.yes:
        return True
    if not _can_ask():
        console.warn("Nothing was written: with --yes it is, without a question.\n\n")
        return False
    console.warn(f"Write {counted(number, 'digest')}? [y/N] ")
    answer = sys.stdin.readline().strip().casefold()
    if answer in {"y", "yes"}:
        return True
    console.warn("Nothing was written.\n\n")
    return False


def _can_ask() -> bool:
    in_ci = bool(os.environ.get("CI"))
    return not in_ci and sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()

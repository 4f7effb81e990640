"""How `briefgen watch` talks."""

from __future__ import annotations

import errno
from collections.abc import Callable

from briefgen.build.workbench import Workbench
from briefgen.cli.console import Console
from briefgen.cli.fault import fault_text, system_text
from briefgen.cli.report.cells import plain
from briefgen.cli.report.summing import counted
from briefgen.cli.summary import build_summary, took
from briefgen.clock import utc_now
from briefgen.diagnostics import Diagnostic
from briefgen.model.request import Exit, Outcome, Request
from briefgen.preview.watch import Result
from briefgen.progress import Silent

_GOOD = frozenset({Exit.DONE, Exit.LIBRARY})
# More changed files than this are counted.
_NAMED = 3


class Telling:
    """Tells the first build in full, then a line for each that did something. What was told of the
    content once is not told again as long as it is the same."""

    def __init__(self, console: Console, root: str) -> None:
        self._console = console
        self._root = root
        self._builds = 0
        self._good = True
        self._told: tuple[Diagnostic, ...] = ()
        self._bench = Workbench()

    def build(self, request: Request, wanted: Callable[[], bool]) -> Outcome:
        """Build, with progress."""
        from briefgen.build import build

        with self._console.progress() as progress:
            return build(request, progress, wanted, self._bench)

    def first(self, request: Request) -> bool:
        """Show what was edited, ahead of the build."""
        from briefgen.build import show_first

        return show_first(request, Silent(), self._bench)

    def built(self, result: Result, changed: tuple[str, ...]) -> None:
        """Tell how a build went."""
        self._builds += 1
        if not isinstance(result, Outcome):
            told = system_text(result) if isinstance(result, OSError) else fault_text(result)
            self._console.warn(told)
            self._good, self._told = False, ()
            return
        good = result.exit in _GOOD
        news = result.diagnostics != self._told or self._builds == 1
        if news or self._console.options.format == "json" or (changed and not good):
            self._console.report(result, self._root)
        self._told = result.diagnostics
        if self._builds == 1:
            self._console.say(build_summary(result, self._console.detail))
        else:
            self._console.say(self._line(result, changed, good=good))
        self._good = good

    def waiting(self) -> None:
        """Tell that from now on edits are awaited."""
        self._console.say("Watching. Stop with Ctrl-C.\n")

    def polling(self, refused: OSError) -> None:
        """Tell that edits will be seen later than usual, and what would mend it."""
        hint = ""
        if refused.errno in {errno.ENOSPC, errno.EMFILE}:
            name = "watches" if refused.errno == errno.ENOSPC else "instances"
            hint = f"   = hint: Raise the limit: sudo sysctl fs.inotify.max_user_{name}=524288\n"
        self._console.warn(
            f"warning[polling]: The system reports no more changes ({refused.strerror}); the files"
            f" are looked at every second instead.\n{hint}"
        )

    def _line(self, outcome: Outcome, changed: tuple[str, ...], *, good: bool) -> str:
        again = "It works again. " if good and not self._good else ""
        did = [
            f"{len(paths):,} {verb}"
            for paths, verb in ((outcome.rendered, "rendered"), (outcome.removed, "removed"))
            if paths
        ]
        if not (did or again or (changed and self._console.options.verbose)):
            return ""
        time = utc_now().astimezone().strftime("%H:%M:%S")
        cause = _cause(changed)
        result = ", ".join(did) or "nothing to do"
        if not good:
            result = f"{', '.join((*did, 'not published'))}: it has errors"
        return f"{time} {again}{cause}{result} in {took(outcome)}\n"


def _cause(changed: tuple[str, ...]) -> str:
    if not changed:
        return ""
    if len(changed) > _NAMED:
        return f"{counted(len(changed), 'file')}: "
    return f"{', '.join(map(plain, changed))}: "

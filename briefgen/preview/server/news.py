"""Follows the builds, and says what is to be known of them."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.request import Exit, Outcome, Request
from briefgen.preview.server.facts import Facts
from briefgen.preview.server.problems import LineOf, fault_problem, problems_of
from briefgen.preview.watch import Result

_GOOD = frozenset({Exit.DONE, Exit.LIBRARY})
# What a build says of briefs it says last, long after the pages are there.
_OF_BRIEFS = "brief-"

Count = Callable[[tuple[Diagnostic, ...]], str]


class News:
    """A listener of builds (`Progress`) and of their ends. `tell` gets each new state of affairs;
    `line_of` reads a line of a file, `count` sums diagnostics up in words."""

    def __init__(self, tell: Callable[[Facts], None], line_of: LineOf, count: Count) -> None:
        self._tell = tell
        self._line_of = line_of
        self._count = count
        self._facts = Facts()
        self._diagnostics: tuple[Diagnostic, ...] = ()
        self._request: Request | None = None
        self._published = False
        self._briefs = (0, 0)

    @property
    def is_idle(self) -> bool:
        """Whether a build has ended and none has begun."""
        return self._facts.ready and not self._facts.doing

    def begin(self, request: Request, modes: tuple[str, ...]) -> None:
        """A build begins."""
        self._request, self._published = request, False
        self._say(modes=modes, doing="Building…")

    def stage(self, name: str, total: int = 0) -> None:
        """A stage begins. When it is that of the briefs, the pages are in their places, and nobody
        need wait for the rest to look at them. The page that was edited may be there before."""
        if name == "first":
            self._say()
        if name == "briefs":
            self._published = True
            self._briefs = (0, total)
            left = tuple(
                each
                for each in self._diagnostics
                if each.severity is not Severity.ERROR or each.code.startswith(_OF_BRIEFS)
            )
            if self._request is None or not self._request.keep_going:
                self._diagnostics = left
            self._say_of_briefs()

    def advance(self, name: str, _path: str) -> None:
        """One brief more is there."""
        if name == "briefs":
            self._briefs = (self._briefs[0] + 1, self._briefs[1])
            self._say_of_briefs()

    def built(self, result: Result) -> None:
        """A build is over."""
        if isinstance(result, Outcome):
            self._diagnostics = result.diagnostics
            keeps = self._request is not None and self._request.keep_going
            stale = not (self._published or keeps or result.exit in _GOOD)
            if result.audience:
                self._say(audience=result.audience)
                self._say(withholdings=result.withholdings, base_url=result.base_url)
            self._say(**self._told(), stale=stale, doing="", ready=True)
        else:
            self._diagnostics = ()
            self._say(
                sum="1 error",
                problems=(fault_problem(result),),
                more=0,
                errors=1,
                warnings=0,
                stale=not self._published,
                doing="",
                ready=True,
            )

    def _say_of_briefs(self) -> None:
        done, total = self._briefs
        of = f" {done + 1} of {total}" if total > 1 else ""
        doing = f"Making brief{of}…" if done < total else "Building…"
        self._say(**self._told(), stale=False, doing=doing, ready=True)

    def _told(self) -> dict[str, object]:
        problems = problems_of(self._diagnostics, self._line_of)
        return {
            "sum": self._count(self._diagnostics),
            "problems": problems,
            "more": len(self._diagnostics) - len(problems),
            "errors": self._number_of(Severity.ERROR),
            "warnings": self._number_of(Severity.WARNING),
        }

    def _number_of(self, severity: Severity) -> int:
        return sum(each.severity is severity for each in self._diagnostics)

    def _say(self, **news: object) -> None:
        self._facts = msgspec.structs.replace(self._facts, **news)
        self._tell(self._facts)

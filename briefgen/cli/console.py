"""Where the command line talks: results on stdout, messages on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from briefgen.cli.lines import Lines
from briefgen.cli.options import Options
from briefgen.cli.progress import Bar, Log, Quiet
from briefgen.cli.report import text
from briefgen.cli.report.discreet import discreet
from briefgen.cli.summary import Detail
from briefgen.cli.terminal import in_ci, manners
from briefgen.cli.usage import UsageError
from briefgen.diagnostics import Diagnostic, Severity, error
from briefgen.model.request import Outcome
from briefgen.progress import Progress


class Console:
    """How one run of a command talks. Without options, for a command line that could not be
    understood, it talks as by default.
    """

    def __init__(self, options: Options | None) -> None:
        self.options = options or Options()
        self._environment = os.environ
        self._public = in_ci(self._environment)

    @property
    def detail(self) -> Detail:
        """How much a summary tells."""
        options = self.options
        return Detail(
            verbose=options.verbose,
            names=not self._public,
            keep_going=options.keep_going,
            strict=options.strict,
        )

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """A listener for a build; what it drew is gone at the end, however that comes."""
        listener = self._listener()
        try:
            yield listener
        finally:
            listener.end()

    def say(self, message: str) -> None:
        """A message, unless only problems are wanted."""
        if not self.options.quiet:
            self.warn(message)

    def warn(self, message: str) -> None:
        """A message that is told even then."""
        print(message, end="", file=sys.stderr, flush=True)

    def report(self, outcome: Outcome, root: str, *, result: bool = False) -> None:
        """Tell the diagnostics of a build. Text goes to stderr unless the report is the command's
        `result`; what is for programs always goes to stdout.
        """
        told = self._wanted(outcome.diagnostics)
        if self._public and self.options.format != "json":  # JSON is for a program, not for a log
            told = discreet(told, outcome.withheld)
        if self.options.format == "json":
            from briefgen.cli.report import json as json_report  # most talk to people

            stream, report = sys.stdout, json_report.report(told, int(outcome.exit))
        elif self.options.format == "github":
            from briefgen.cli.report import github

            stream, report = sys.stdout, github.report(told, _in_workspace(root))
        else:
            stream = sys.stdout if result else sys.stderr
            withheld = frozenset(outcome.withheld) if self._public else frozenset()
            report = text.report(told, Lines(root).line_of, self._look(stream, withheld))
        print(report, end="", file=stream, flush=True)

    def mistake(self, mistake: UsageError) -> None:
        """Tell a mistake in the command line."""
        told = error(mistake.code, mistake.message, hint=mistake.hint)
        look = self._look(sys.stderr, frozenset())
        # The sum of one mistake says nothing.
        self.warn(text.report([told], _no_line, look).rpartition("\n\n")[0] + "\n")

    def _wanted(self, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
        quiet = self.options.quiet
        return [d for d in diagnostics if not (quiet and d.severity is Severity.NOTE)]

    def _listener(self) -> Bar | Log | Quiet:
        stream = sys.stderr
        behaviour = manners(stream, self._environment, self.options.color)
        if self.options.quiet:
            return Quiet()
        if behaviour.live:
            return Bar(stream, behaviour.width)
        return Log(stream) if self.options.verbose else Quiet()

    def _look(self, stream: TextIO, withheld: frozenset[str]) -> text.Look:
        behaviour = manners(stream, self._environment, self.options.color)
        return text.Look(
            width=behaviour.width,
            colour=behaviour.colour,
            most=0 if self.options.verbose else text.MOST,
            withheld=withheld,
        )


def _no_line(_path: str, _number: int) -> str | None:
    return None


def _in_workspace(root: str) -> str:
    """Where the project lies in the checkout that a workflow works on."""
    workspace = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    try:
        folder = Path(root).relative_to(workspace).as_posix()
    except ValueError:
        return ""
    return "" if folder == "." else folder

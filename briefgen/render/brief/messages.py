"""What WeasyPrint tells its log, as diagnostics."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Self

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.render.brief.failures import failure
from briefgen.render.brief.job import ABSENT, REFUSED

if TYPE_CHECKING:
    from types import TracebackType

    from briefgen.render.brief.fetcher import LockedFetcher
    from briefgen.render.brief.job import BriefJob

# Beginnings of records about a resource that could not be had: the fetcher tells it better.
FETCHING = (
    "Failed to load",
    "Font-face",
    "Unsupported stylesheet type",
)


# Where a style sheet's mistake stands; which sheet it is, nobody says.
PLACE = re.compile(r" at \d+:\d+")
PLACES = "The two numbers are line and column in one of the theme's style sheets for print."

# The record of a glyph that no font has, at the moment when it is drawn.
UNDRAWN = ".notdef glyph rendered for Unicode string unsupported by fonts:"


class Messages(logging.Handler):
    """Collects, while it is entered, the records of WeasyPrint's logger into `found`."""

    def __init__(self, job: BriefJob, fetcher: LockedFetcher) -> None:
        super().__init__(logging.WARNING)
        self._job = job
        self._fetcher = fetcher
        self._logger = logging.getLogger("weasyprint")
        self.found: list[Diagnostic] = []
        self.undrawn: set[str] = set()

    def __enter__(self) -> Self:
        self._logger.addHandler(self)
        self._logger.propagate = False
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._logger.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Turn one record into a diagnostic. None is an error: the brief is whole, if not as meant;
        what makes it less than whole is found elsewhere."""
        text = record.getMessage()
        if text.startswith(FETCHING) and self._failures():
            return
        if text.startswith(UNDRAWN):
            # Its words show the character itself in quotation marks: '"≠" (U+2260)'.
            self.undrawn.add(text.removeprefix(UNDRAWN).strip()[1])
            return
        self.found.append(
            Diagnostic(
                code="brief-layout",
                severity=Severity.WARNING,
                message=f"Brief {self._job.path}: {text}",
                path=self._job.source,
                hint=PLACES if PLACE.search(text) else "",
                item=self._job.item,
            )
        )

    def resources(self) -> list[Diagnostic]:
        """What was asked for and not given: the brief would lack it."""
        return [self._tell(name, why) for name, why in self._failures()]

    def _failures(self) -> list[tuple[str, str]]:
        asked = sorted(self._fetcher.asked.items())
        return [(name, why) for name, why in asked if why in (ABSENT, REFUSED)]

    def _tell(self, name: str, why: str) -> Diagnostic:
        if why == ABSENT:
            return failure(
                self._job,
                "brief-absent",
                f"it asks for {name}, which does not exist",
                "Look for the name in the text and in the theme's templates and style sheets.",
            )
        return failure(
            self._job,
            "brief-refused",
            f"it asks for {name}, {self._fetcher.refused[name]}",
            "A brief reads the theme's static files and the site's media, within limits.",
        )

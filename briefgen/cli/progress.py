"""How far a build is: a moving line on a terminal, a line a stage in a log."""

from __future__ import annotations

from typing import TextIO

from briefgen.cli.report.cells import plain, width
from briefgen.clock import stopwatch

# Seconds between two pictures: more often is a waste, less often looks stuck.
_INTERVAL = 0.1
# A build that is done sooner flickers, so nothing is drawn before.
_PATIENCE = 0.3
_CELLS = 20
_ERASE = "\r\x1b[K"


class Bar:
    """One line that is drawn over, and gone at the end."""

    def __init__(self, stream: TextIO, columns: int) -> None:
        self._stream = stream
        self._columns = columns
        self._began = self._drawn = stopwatch()
        self._stage = ""
        self._total = self._done = 0
        self._visible = False

    def stage(self, name: str, total: int = 0) -> None:
        """Begin another line."""
        self._stage, self._total, self._done = name, total, 0
        self._draw("", force=True)

    def advance(self, name: str, path: str) -> None:
        """Move on by one."""
        self._stage = name
        self._done += 1
        self._draw(path)

    def end(self) -> None:
        """Leave no trace."""
        if self._visible:
            self._write(_ERASE)
            self._visible = False

    def _draw(self, path: str, *, force: bool = False) -> None:
        now = stopwatch()
        if now - self._began < _PATIENCE or not (force or now - self._drawn >= _INTERVAL):
            return
        self._drawn = now
        self._visible = True
        self._write(_ERASE + fit(self._picture(path), self._columns - 1))

    def _picture(self, path: str) -> str:
        if not self._total:
            count = f" {self._done}" if self._done else ""
            return f"{self._stage}{count} {path}"
        filled = min(self._done, self._total) * _CELLS // self._total
        bar = f"[{'#' * filled}{'.' * (_CELLS - filled)}]"
        return f"{self._stage} {bar} {self._done}/{self._total} {path}"

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


class Log:
    """One line for each stage."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def stage(self, name: str, total: int = 0) -> None:
        """Name the stage."""
        amount = f" {total:,}" if total else ""
        self._stream.write(f"{name}{amount}\n")
        self._stream.flush()

    def advance(self, name: str, path: str) -> None:
        """Nothing."""

    def end(self) -> None:
        """Nothing."""


class Quiet:
    """Tells nobody."""

    def stage(self, name: str, total: int = 0) -> None:
        """Nothing."""

    def advance(self, name: str, path: str) -> None:
        """Nothing."""

    def end(self) -> None:
        """Nothing."""


def fit(text: str, columns: int) -> str:
    """As much of `text` as goes into `columns`."""
    used = 0
    fitting: list[str] = []
    for character in plain(text):
        used += width(character)
        if used > columns:
            break
        fitting.append(character)
    return "".join(fitting)

"""What may be written to a stream: colours, a line that moves, how wide."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TextIO

from briefgen.model.base import Record

# Where there is no terminal to ask: a log, a file, a test.
WIDTH = 100
NARROWEST = 40


class Manners(Record):
    """How to behave on one stream. `live`: a line may be overwritten. `width` in columns."""

    colour: bool
    live: bool
    width: int


def manners(stream: TextIO | None, environment: Mapping[str, str], colour: str) -> Manners:
    """The manners for `stream`; `colour` is what `--color` says: auto, always, never."""
    terminal = stream is not None and stream.isatty() and environment.get("TERM", "") != "dumb"
    coloured = terminal and not environment.get("NO_COLOR")
    return Manners(
        colour=colour == "always" or (colour == "auto" and coloured),
        live=terminal and not in_ci(environment),
        width=_width(stream) if terminal and stream is not None else WIDTH,
    )


def in_ci(environment: Mapping[str, str]) -> bool:
    """Whether the program runs where what it says is a log that others may read."""
    return environment.get("CI", "").casefold() not in {"", "0", "false"}


def _width(stream: TextIO) -> int:
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return WIDTH
    # A terminal that does not know its size says 0.
    return max(columns, NARROWEST) if columns else WIDTH

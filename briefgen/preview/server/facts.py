"""What is known of the site that is being previewed, beside its files."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.model.request import Withholding
from briefgen.preview.server.message import Problem


class Facts(Record):
    """`audience`, `withholdings` (by id) and `base_url` are those of the last build that got so
    far; the rest is as in `Message`. `ready` is whether there is something to look at."""

    audience: str = ""
    withholdings: dict[str, Withholding] = {}
    base_url: str = ""
    modes: tuple[str, ...] = ()
    sum: str = ""
    problems: tuple[Problem, ...] = ()
    more: int = 0
    errors: int = 0
    warnings: int = 0
    stale: bool = False
    doing: str = ""
    ready: bool = False

"""From options to the request that the build understands."""

from __future__ import annotations

from pathlib import Path

from briefgen.cli.options import Options
from briefgen.cli.root import find_root
from briefgen.clock import utc_now
from briefgen.model.request import Request, Search

# Only `build` makes the index; the other commands keep one that is there, unless told otherwise.
_SEARCH = {True: Search.NOW, None: Search.LATER, False: Search.OFF}


def request_of(options: Options, root: str = "") -> Request:
    """What `options` ask for, as of now or of `--now`. The project is at `root` if that is known.
    Raises UsageError if there is none."""
    return Request(
        root=root or find_root(options.project, Path.cwd()),
        now=options.now or utc_now(),
        output=options.output,
        audience=options.audience,
        base_url=options.base_url,
        pdf=options.pdf,
        drafts=options.drafts,
        strict=options.strict,
        keep_going=options.keep_going,
        cache=options.cache,
        jobs=options.jobs,
        search=_SEARCH[options.search],
    )

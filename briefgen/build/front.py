"""The Python interface. What stands is found here, before anything is loaded that a build needs."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from briefgen import files
from briefgen.build.standing import Standing, holds, name_of
from briefgen.clock import stopwatch
from briefgen.model.request import Outcome, Request, Span
from briefgen.progress import Progress
from briefgen.store.cache import CACHE_FOLDER
from briefgen.store.peek import peek
from briefgen.store.version import source_digest

if TYPE_CHECKING:
    from briefgen.build.workbench import Workbench

# The heavy half is imported where it is needed: most builds of a day find nothing to do.
# ruff: noqa: PLC0415


def build(
    request: Request,
    progress: Progress,
    wanted: Callable[[], bool] | None = None,
    bench: Workbench | None = None,
) -> Outcome:
    """Build the site. Nothing is published while the content has errors. `wanted` is asked while
    briefs are made: once it says no, those that are not done yet are left as they were. `bench` is
    where a process that builds again and again keeps what it knows."""
    began = stopwatch()
    version = source_digest()
    asked = request.cache and not request.changed
    standing = _standing(request, version) if asked else None
    if standing is not None:
        took = stopwatch() - began
        return msgspec.structs.replace(
            standing.outcome,
            seconds=(("look", took),),
            spans=(Span(track="build", name="look", start=began, seconds=took),),
        )
    from briefgen.build.building import build_anew

    return build_anew(request, progress, version, wanted, bench)


def show_first(request: Request, progress: Progress, bench: Workbench) -> bool:
    """Publish the pages of the items whose files are `request.changed`, ahead of their build, in a
    time that does not grow with the archive; False if it is not sure that no more has changed."""
    if bench.last is None:
        return False
    from briefgen.build.first import publish_first

    return bool(publish_first(bench, request, progress))


def check(request: Request, progress: Progress) -> Outcome:
    """Everything up to the plan; nothing is written outside the cache."""
    from briefgen.build.commands import check as check_anew

    return check_anew(request, progress)


def clean(request: Request) -> Outcome:
    """Remove what briefgen wrote: the files that SHA256SUMS lists, and the cache. It asks neither
    content nor settings, so that it works whatever is wrong with them.
    """
    from briefgen.build.commands import clean as clean_away

    return clean_away(request)


def _standing(request: Request, version: str) -> Standing | None:
    """The last build, if nothing has happened since."""
    root = files.real_path(request.root)
    data = peek(os.path.join(root, CACHE_FOLDER), version, name_of(request, root))
    if data is None:
        return None
    try:
        standing = msgspec.msgpack.decode(data, type=Standing)
    except msgspec.MsgspecError:
        return None
    if not holds(standing, request.now):
        return None
    if request.pdf:
        from briefgen.render.brief.fingerprint import platform_digest

        if platform_digest() != standing.platform:
            return None
    return standing

"""What stands: whether anything has happened since the last build that could change its result.

Everything that a build reads and everything that it wrote is known by its stat. Where all of them
are what they were, and no instant fell due, the last outcome holds, and nothing is loaded that a
build needs. In doubt it does not stand, and the build finds out.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable

import msgspec

from briefgen import files
from briefgen.clock import wall_nanoseconds
from briefgen.files import FileStat
from briefgen.model.base import Record, digest_value
from briefgen.model.request import Exit, Outcome, Request
from briefgen.scan.listing import is_racy

# What is said of a date that is still to come, it does not say any more when it has come.
TIMELY = frozenset({"correction-ahead"})
# What a request says without asking for another result.
_ASIDE = frozenset({"root", "now", "jobs", "first", "changed"})
# Files by path from their folder; a file that is watched by itself has one entry, without a name.
Stats = dict[str, FileStat]


class Seen(Record):
    """The stats of folders and files by absolute path, and when they were taken. What lies in the
    folders `besides` is left out."""

    at_ns: int
    stats: dict[str, Stats]
    besides: tuple[str, ...]


class Standing(Record):
    """The last outcome, with all that it rests on: it holds from `since` on, before `due`, on the
    platform of that digest (empty where there are no briefs). `racy` are files, by absolute path,
    that were too young for their stat to be trusted, with their digests."""

    platform: str
    since: datetime.datetime
    due: datetime.datetime | None
    inputs: Seen
    outputs: Stats
    racy: dict[str, str]
    outcome: Outcome


def name_of(request: Request, root: str) -> str:
    """Where the cache keeps what stands for this request, which is all that it asks for but the
    instant. `root` is the project's, without links."""
    fields = {name: getattr(request, name) for name in request.__struct_fields__}
    asked = {key: fields[key] for key in fields if key not in _ASIDE}
    return f"standing:{digest_value((root, sorted(asked.items())))}"


def look(paths: Iterable[str], besides: tuple[str, ...]) -> Seen:
    """Take the stats of these folders and files, without what lies in the folders `besides`."""
    at = wall_nanoseconds()
    return Seen(at_ns=at, stats={path: _below(path, besides) for path in paths}, besides=besides)


def look_at_output(folder: str, names: Iterable[str]) -> Stats:
    """The stats of these files; one that is not there has none."""
    found = ((name, files.file_stat(os.path.join(folder, name))) for name in names)
    return {name: stat for name, stat in found if stat is not None}


def is_whole(outcome: Outcome) -> bool:
    """Whether nothing is left to do, and nothing was told that time alone makes untrue."""
    done = outcome.exit is Exit.DONE and outcome.fresh + len(outcome.rendered) == outcome.total
    return done and all(each.code not in TIMELY for each in outcome.diagnostics)


def stand(  # noqa: PLR0913  all that it rests on
    outcome: Outcome,
    now: datetime.datetime,
    platform: str,
    inputs: Seen,
    outputs: Stats,
    digest_of: Callable[[str], str | None],
) -> Standing | None:
    """What the next build may take over. `inputs` were looked at before anything was read;
    `outputs` are the files of the output as they were when they were looked at, or written: one
    that was changed since will not be what it was. `digest_of` tells the digest with which a file
    (absolute) was read or written; if one that is too young for its stat has none, nothing stands.
    """
    at = wall_nanoseconds()
    # A folder may lie in another that is watched: each file counts once.
    young = {
        *(_join(folder, name) for folder, name in _racy(inputs)),
        *(_join(outcome.output, name) for name, stat in outputs.items() if is_racy(stat, at)),
    }
    racy = {path: digest for path in young if (digest := digest_of(path))}
    if len(racy) < len(young):
        return None
    return Standing(
        platform=platform,
        since=now,
        due=outcome.due,
        inputs=inputs,
        outputs=outputs,
        racy=racy,
        outcome=msgspec.structs.replace(
            outcome, rendered=(), written=(), removed=(), fresh=outcome.total, seconds=(), spans=()
        ),
    )


def holds(standing: Standing, now: datetime.datetime) -> bool:
    """Whether nothing happened."""
    return (
        standing.since <= now
        and (standing.due is None or now < standing.due)
        and all(
            _below(path, standing.inputs.besides) == stats
            for path, stats in standing.inputs.stats.items()
        )
        and look_at_output(standing.outcome.output, standing.outputs) == standing.outputs
        and all(
            files.digest_of(files.read_bytes(path) or b"") == digest
            for path, digest in standing.racy.items()
        )
    )


def _racy(seen: Seen) -> Iterable[tuple[str, str]]:
    return (
        (folder, name)
        for folder, stats in seen.stats.items()
        for name, stat in stats.items()
        if is_racy(stat, seen.at_ns)
    )


def _join(folder: str, name: str) -> str:
    return os.path.join(folder, name) if name else folder


def _below(path: str, besides: tuple[str, ...]) -> Stats:
    stat = files.file_stat(path)
    if stat is not None:
        return {"": stat}
    prefix = path + os.sep
    return {
        name: stat for name, stat in files.walk(path) if not f"{prefix}{name}".startswith(besides)
    }

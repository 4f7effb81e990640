"""Write what a build did when, as a trace that Perfetto and Chrome open."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.model.request import Outcome, Request

# How a file begins that may be overwritten.
BEGINNING = b'{"otherData":{"generator":"briefgen"'
_BUILD = "build"


def refuse_trace(path: str, request: Request) -> None:
    """Raise UsageError if a trace may not be written there: no other file is overwritten, and none
    is put where briefgen, or only briefgen, writes."""
    from briefgen import files
    from briefgen.cli.usage import UsageError
    from briefgen.store.cache import CACHE_FOLDER

    output = os.path.join(request.root, request.output or "output")
    for folder in (output, os.path.join(request.root, CACHE_FOLDER)):
        if f"{files.real_path(path)}{os.sep}".startswith(f"{files.real_path(folder)}{os.sep}"):
            raise UsageError(
                "The trace would lie among what briefgen builds or keeps.",
                "Name a file outside the output folder and the cache.",
            )
    if not files.folder_exists(os.path.dirname(path)):
        raise UsageError(f"There is no folder {os.path.dirname(path)} to put the trace into.")
    if files.anything_at(path) and not (files.read_bytes(path) or b"").startswith(BEGINNING):
        raise UsageError(
            f"{path} is there, and no trace of briefgen’s.", "Name another file, or move it away."
        )


def write_trace(path: str, outcome: Outcome) -> None:
    """Write the spans of a build, a track for each worker process."""
    import msgspec

    from briefgen import files

    tracks = list(dict.fromkeys((_BUILD, *(each.track for each in outcome.spans))))
    begun = min((each.start for each in outcome.spans), default=0.0)
    names = [
        {"name": "thread_name", "ph": "M", "pid": 1, "tid": number, "args": {"name": track}}
        for number, track in enumerate(tracks, 1)
    ]
    events = [
        {
            "name": each.name,
            "cat": each.track.partition(" ")[0],
            "ph": "X",
            "pid": 1,
            "tid": tracks.index(each.track) + 1,
            "ts": round((each.start - begun) * 1e6),
            "dur": round(each.seconds * 1e6),
        }
        for each in outcome.spans
    ]
    data = msgspec.json.encode(
        {
            "otherData": {"generator": "briefgen", "audience": outcome.audience},
            "displayTimeUnit": "ms",
            "traceEvents": [*names, *events],
        }
    )
    files.write_whole(path, data, os.path.dirname(path))

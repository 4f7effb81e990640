"""Put new addresses of assets into pages that are otherwise as they would be made.

The name of an asset is made of its content, so a style sheet that is edited would have every page
of the site rendered. A page in which its address stands where it was asked for, and nowhere else,
is taken as it is, with the new address in place of the old one.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

import msgspec

from briefgen import files
from briefgen.build.make_pages import Baked, Tray
from briefgen.build.stale import Planned
from briefgen.processes import in_parts
from briefgen.progress import Progress
from briefgen.render.assets import Moved as ChangedMeanwhile
from briefgen.render.page import Rendered

# Pages that one worker does before it tells of them.
PART = 500


def readdress(
    pages: Sequence[Planned], output: str, progress: Progress, tray: Tray, workers: int
) -> dict[str, Baked]:
    """Those of `pages` of which `moved` is known, by path, put on `tray`.

    Raises:
        Moved: A file of the output is not what it was when it was listed.
    """
    wanted = [each for each in pages if each.moved is not None]

    def work(part: Sequence[Planned]) -> tuple[Baked, ...]:
        return tuple(_readdressed(each, output, tray) for each in part)

    parts = [wanted[start : start + PART] for start in range(0, len(wanted), PART)]
    answers = (each for part in in_parts(work, parts, workers, tuple[Baked, ...]) for each in part)
    done: dict[str, Baked] = {}
    for planned, baked in zip(wanted, answers, strict=True):
        assert planned.moved is not None  # noqa: S101  for the type checker
        path = planned.artifact.path
        done[path] = msgspec.structs.replace(baked, lookups=planned.moved.lookups)
        progress.advance("render", path)
    return done


def _readdressed(planned: Planned, output: str, tray: Tray) -> Baked:
    path = planned.artifact.path
    data = files.read_bytes(os.path.join(output, path)) or b""
    if files.digest_of(data) != tray.on_disk[path]:
        raise ChangedMeanwhile(path)
    moved = planned.moved.hrefs if planned.moved is not None else {}
    # Each name has one address: what is put in is never what another is looked for by.
    for old, new in moved.items():
        data = data.replace(old.encode(), new.encode())
    return tray.put(path, Rendered(data=data))
